import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Table } from '../schema/table.ts';
import { rowsOfDisclosure } from './rows-of-disclosure.ts';

const figure = (printed: string) => ({ printed, yuan: Math.round(Number(printed) * 10_000) });

/** Table 十 of an invented body. */
const trips: Table = {
  number: 10,
  title: '2031年“三公”经费支出预算表',
  line: 300,
  unit: '万元',
  columns: [
    { path: '项目', role: 'label', side: '' },
    { path: '2031年预算数/合计', role: 'amount', side: '' },
    { path: '2031年预算数/一般公共预算', role: 'amount', side: '' },
  ],
  rows: [
    { line: 303, cells: ['合计', figure('7.20'), figure('7.20')] },
    { line: 304, cells: ['公务接待费', figure('7.20'), figure('7.20')] },
  ],
  notes: [],
  noData: null,
};

function rowsOf(more: Partial<Disclosure>) {
  const page = rowsOfDisclosure(
    { ...cleanDisclosure(1), projects: [], sections: [], tables: [], ...more },
    false,
  );
  return page.rows.map(({ kind, anchor, texts, amounts, repeats }) => ({
    kind,
    anchor,
    name: texts[0],
    others: texts.slice(2),
    amounts: amounts.map(({ column, printed }) => `${column} ${printed}`),
    repeats,
  }));
}

test('a title of a table is a hit of its own kind, with what the table comes to', () => {
  const [, title, total] = rowsOf({ tables: [trips] });
  expect(title).toEqual({
    kind: '表格',
    anchor: 't10',
    name: '2031年“三公”经费支出预算表',
    others: ['项目', '2031年预算数', '合计', '一般公共预算'],
    amounts: ['合计 7.20', '2031年预算数/一般公共预算 7.20'],
    repeats: true,
  });
  expect(total).toMatchObject({ kind: '表格行', anchor: 'L303', name: '合计', repeats: undefined });
});

test('a table that comes to nothing has no amounts', () => {
  const [, title] = rowsOf({ tables: [{ ...trips, rows: [] }] });
  expect(title).toMatchObject({ kind: '表格', amounts: [], repeats: undefined });
});

test('a body is shown with its 支出总计', () => {
  const [body] = rowsOf({ tables: cleanDisclosure(1).tables });
  expect(body?.kind).toBe('单位');
  expect(body?.amounts).toEqual([expect.stringMatching(/^支出总计 [\d.,]+$/)]);
});

test('the caption of a lost picture is found as its section', () => {
  const rows = rowsOf({
    sections: [
      {
        kind: 'narrative',
        number: 7,
        title: '“三公”经费增减变动原因说明',
        line: 90,
        blocks: [
          { kind: 'paragraph', text: '“三公”经费预算7.20万元。', line: 91 },
          { kind: 'picture', caption: '三公经费分布图', line: 93 },
        ],
      },
    ],
  });
  expect(rows.slice(1).map(({ anchor, name, others }) => [anchor, name, ...others])).toEqual([
    ['s7', '“三公”经费增减变动原因说明', '三公经费分布图'],
    ['L91', '“三公”经费预算7.20万元。'],
  ]);
});
