import { expect, test } from 'vitest';
import type { Disclosure } from '../schema/disclosure.ts';
import { columnInDoubt } from '../schema/figure.ts';
import type { Row } from '../schema/table.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { cleanDisclosure } from './testing/clean-disclosure.ts';
import { editTable } from './testing/edit-disclosure.ts';

const clean = cleanDisclosure(6, { exact: true });
const lines = clean.tables.find(({ number }) => number === 3)?.rows ?? [];
const item = lines.find(({ cells }) => /^\d{7}$/.test(String(cells[0])));

function failures(disclosure: Disclosure): string[] {
  return checkDisclosure(disclosure).flatMap(({ outcome, check }) => (outcome === '不符' ? [check] : []));
}

test('a row that is missing counts as 0 only where no line of the table was left undecided', () => {
  const without = editTable(3, (table) => ({ ...table, rows: table.rows.filter((row) => row !== item) }))(
    clean,
  );
  expect(failures(without)).toContain('t3-footing');
  expect(failures(without)).toContain('t2-t3-codes');
  const undecided: Disclosure = {
    ...without,
    findings: [
      { rule: 'row-undecided', status: 'undecided', place: { table: 3, line: item?.line ?? 1 }, message: '' },
    ],
  };
  expect(failures(undecided)).toEqual([]);
});

test('a code that was cut leaves the sums of its table unchecked, with the reason', () => {
  const cut = editTable(3, (table) => ({
    ...table,
    rows: table.rows.map((row) =>
      row === item ? { ...row, cells: row.cells.with(0, String(row.cells[0]).slice(0, -1)) } : row,
    ),
  }))(clean);
  expect(failures(cut)).toEqual([]);
  expect(checkDisclosure(cut).find(({ check }) => check === 't3-footing')?.message).toMatch(
    /^表三「.+」没有可识别的科目编码，无法归入上级科目$/,
  );
});

test('a blank cell counts as nothing only where the row has no amount whose column is in doubt', () => {
  const move = (undecided: string) =>
    editTable(3, (table) => ({
      ...table,
      rows: table.rows.map((row) => {
        const [code, name, total, basic, project] = row.cells;
        const figure = basic ?? project;
        if (!figure || typeof figure === 'string' || (basic && project)) return row;
        const open = { printed: figure.printed, undecided };
        return {
          ...row,
          cells: basic ? [code, name, total, null, open] : [code, name, total, open, null],
        } as Row;
      }),
    }))(clean);
  expect(failures(move(columnInDoubt))).toEqual([]);
});

test('parts of a source of income are not added to it', () => {
  const inserted = editTable(1, (table) => {
    const at = table.rows.findIndex(({ cells }) => cells[0] === '五、单位资金');
    const part = (label: string): Row => ({
      line: 9000,
      cells: [label, { printed: '5.00', yuan: 50_000 }, '', null, null, null],
    });
    return {
      ...table,
      rows: table.rows.toSpliced(at + 1, 0, part('其中：事业收入'), part('（一）经营收入')),
    };
  })(clean);
  expect(failures(inserted)).toEqual([]);
});

test('forms that were not read are not called missing', () => {
  const unread: Disclosure = {
    ...clean,
    projects: [],
    findings: [{ rule: 'form-unread', status: 'undecided', place: { line: 900 }, message: '' }],
  };
  expect(failures(unread)).toEqual([]);
});
