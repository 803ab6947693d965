import { expect, test } from 'vitest';
import type { Disclosure } from '../schema/disclosure.ts';
import { yuanOf } from '../schema/figure.ts';
import type { Cell, Table } from '../schema/table.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { cleanDisclosure } from './testing/clean-disclosure.ts';
import { editTable } from './testing/edit-disclosure.ts';

/** Prints a table by code once for each of two bodies, in a column of their own; every second 项 is the second body's. */
function byBody(table: Table): Table {
  const codeOf = ({ cells }: Table['rows'][number]) => String(cells[0]);
  const items = table.rows.filter((row) => /^\d{7}$/.test(codeOf(row)));
  const sum = (code: string, body: number, column: number): Cell => {
    const own = items.filter((row, index) => index % 2 === body && codeOf(row).startsWith(code));
    const cells = own.map(({ cells }) => cells[column] ?? null).filter((cell) => typeof cell !== 'string');
    if (cells.every((cell) => cell === null)) return null;
    const yuan = cells.reduce((total, cell) => total + (yuanOf(cell) ?? 0), 0);
    return { printed: (yuan / 10_000).toFixed(2), yuan };
  };
  const [total, ...coded] = table.rows;
  const amounts = table.columns.slice(2).map((_, index) => index + 2);
  const rows = ['云溪县图书馆', '云溪县文化馆'].flatMap((name, body) =>
    ['', ...coded.map(codeOf)].flatMap((code) => {
      const cells = amounts.map((column) => sum(code, body, column));
      if (cells.every((cell) => cell === null)) return [];
      const label = coded.find((row) => codeOf(row) === code)?.cells[1] ?? '';
      return [{ line: 0, cells: [name, code, label, ...cells] }];
    }),
  );
  return {
    ...table,
    columns: [{ path: '单位名称', role: 'text', side: '' }, ...table.columns],
    rows: [{ line: 0, cells: ['', ...(total?.cells ?? [])] }, ...rows].map(({ cells }, index) => ({
      line: table.line + 4 + index,
      cells,
    })),
  };
}

const clean = cleanDisclosure(6, { exact: true });
const department: Disclosure = [2, 3, 5].reduce<Disclosure>((one, number) => editTable(number, byBody)(one), {
  ...clean,
  kind: '部门',
});
const outcomes = (disclosure: Disclosure, check: string) =>
  checkDisclosure(disclosure).flatMap((one) => (one.check === check ? [one.outcome] : []));

test('functions that a department prints once a body are compared by what all bodies have', () => {
  expect(
    checkDisclosure(department).flatMap(({ outcome, message }) => (outcome === '不符' ? [message] : [])),
  ).toEqual([]);
  for (const check of ['t3-footing', 't3-t1-functions', 't2-t3-codes', 't5-t3-codes', 'narrative-5-general'])
    expect(outcomes(department, check)).toContain('相符');
});

test('the line of each body is the sum of the functions below it', () => {
  const wrong = editTable(3, (table) => ({
    ...table,
    rows: table.rows.map((row, index) =>
      index === 1 ? { ...row, cells: row.cells.with(3, { printed: '0.01', yuan: 100 }) } : row,
    ),
  }))(department);
  expect(
    checkDisclosure(wrong).flatMap(({ check, outcome, message }) =>
      check === 't3-footing' && outcome === '不符' ? [message] : [],
    ),
  ).toEqual([expect.stringMatching(/^表三「云溪县图书馆」/)]);
});
