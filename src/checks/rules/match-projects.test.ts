import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../schema/disclosure.ts';
import { yuanOf } from '../../schema/figure.ts';
import { entriesOf } from '../../schema/table.ts';
import { checkDisclosure } from '../check-disclosure.ts';
import { cleanDisclosure } from '../testing/clean-disclosure.ts';
import {
  both,
  dropTables,
  type Edit,
  editFunds,
  editProject,
  editTable,
  yuanFigure,
} from '../testing/edit-disclosure.ts';

const budget = cleanDisclosure(3, { carried: true, exact: true });
const about = (disclosure: Disclosure, id: string) =>
  checkDisclosure(disclosure).filter(({ check }) => check === id);

/** The first project gets money carried over under the same name, and its form the sum of both. */
function withCarried(name: string): { edit: Edit; yuan: number; form: string } {
  const thirteen = budget.tables.find(({ number }) => number === 13);
  const line = (thirteen ? entriesOf(thirteen) : [])[1];
  const yuan = yuanOf(line?.amounts.get('合计')) ?? 0;
  const rename = editTable(13, (table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell === line?.label ? name : cell)),
    })),
  }));
  const dropForm: Edit = (disclosure) => ({
    ...disclosure,
    projects: disclosure.projects.filter((project) => project.name !== line?.label),
  });
  const add = editFunds('合计', 'annual', (annual) => yuanFigure(annual + yuan));
  return { edit: both(rename, dropForm, add), yuan, form: line?.label ?? '' };
}

describe('a form of a project with money of this year and money carried over', () => {
  const name = budget.projects[0]?.name ?? '';
  const { edit, yuan } = withCarried(name);

  test('has the sum of both lines', () => {
    expect(yuan).toBeGreaterThan(0);
    const amounts = about(edit(budget), 'form-amounts');
    expect(amounts.map(({ outcome }) => outcome)).not.toContain('不符');
    expect(amounts).toContainEqual(
      expect.objectContaining({
        outcome: '相符',
        message: expect.stringContaining('表十二、表十三同一项目之和'),
      }),
    );
  });

  test('belongs to both lines', () => {
    const lines = about(edit(budget), 'form-rows').filter(({ message }) => message.includes(`「${name}」`));
    expect(lines.map(({ outcome, place }) => [outcome, place.table])).toEqual([
      ['相符', 12],
      ['相符', 13],
    ]);
  });

  test('is wrong where it has neither one amount nor the sum', () => {
    const more = both(
      edit,
      editFunds('合计', 'annual', (annual) => yuanFigure(annual + 50_000)),
    )(budget);
    expect(about(more, 'form-amounts')).toContainEqual(expect.objectContaining({ outcome: '不符' }));
  });
});

test('a form without a line is not held against a text that has no table 十三', () => {
  const drop = editTable(12, (table) => ({ ...table, rows: table.rows.slice(0, -1) }));
  const outcomes = (disclosure: Disclosure) =>
    about(disclosure, 'form-rows')
      .filter(({ place, message }) => place.table === undefined && message !== '')
      .map(({ outcome }) => outcome);
  expect(outcomes(drop(budget))).toEqual(['不符']);
  expect(outcomes(both(drop, dropTables(13))(budget))).not.toContain('不符');
});

describe('a form that is called otherwise than its line', () => {
  const called = (name: string): Edit =>
    editProject((project) => ({ ...project, name: name.replace('…', project.name) }));
  const names = (disclosure: Disclosure) =>
    about(disclosure, 'form-names').filter(({ outcome }) => outcome === '不符');

  test('by one character was misread more likely', () => {
    const name = budget.projects[0]?.name.replace('修复', '修夏') ?? '';
    expect(names(called(name)(budget))).toMatchObject([{ actual: name, likely: 'conversion' }]);
  });

  test('altogether, with the same amount, is a fault of the text', () => {
    expect(names(called('高速公路绿化')(budget))).toMatchObject([
      { actual: '高速公路绿化', likely: 'publication' },
    ]);
  });

  test('with more words before the same name is the same', () => {
    expect(names(called('（中央）…')(budget))).toEqual([]);
  });
});
