import { expect, test } from 'vitest';
import type { Disclosure } from '../schema/disclosure.ts';
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
