import { expect, test } from 'vitest';
import { cleanDisclosure } from '../../checks/testing/clean-disclosure.ts';
import { parseDocument } from '../parse-document.ts';
import { compareFigures } from '../testing/compare-figures.ts';
import { joinDocument, type PrintedLine, printDocument } from '../testing/print-document.ts';

const clean = cleanDisclosure(3, { exact: true, funds: true, carried: true, administrative: true });
const printed = printDocument(clean);
const tables = [1, 2, 3, 4, 5, 6, 10, 11, 12, 13];

/** The document with the titles of these tables behind the last line of each. */
function withTitlesBehind(numbers: number[]): PrintedLine[] {
  const isMoved = (line: PrintedLine) => line.kind === 'title' && numbers.includes(line.table);
  return printed.flatMap((line, index) => {
    const isLast = printed[index + 1]?.table !== line.table;
    const title = isLast ? printed.filter((other) => isMoved(other) && other.table === line.table) : [];
    return isMoved(line) ? [] : [line, ...title];
  });
}

function read(lines: PrintedLine[]) {
  return parseDocument(joinDocument(lines), { file: 'a.txt', sha256: '0'.repeat(64), encoding: 'utf-8' })
    .disclosure;
}

const figures = compareFigures(clean, read(printed)).right;

test.each(tables)('rows of table %i whose title stands behind them are its own', (number) => {
  const disclosure = read(withTitlesBehind([number]));
  expect(compareFigures(clean, disclosure)).toEqual({ right: figures, reported: 0, silent: [], noted: [] });
  expect(disclosure.findings).toMatchObject([
    { rule: 'title-behind', status: 'decided', place: { table: number } },
  ]);
});

test('titles that all stand behind their tables are given the rows above them', () => {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
  const disclosure = read(withTitlesBehind(numbers));
  expect(compareFigures(clean, disclosure)).toEqual({ right: figures, reported: 0, silent: [], noted: [] });
  expect(disclosure.tables.map((table) => table.number)).toEqual(numbers);
});

test('tables that have all lost their titles are known by their headers', () => {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
  const disclosure = read(printed.filter(({ kind }) => kind !== 'title'));
  expect(compareFigures(clean, disclosure)).toMatchObject({ right: figures, silent: [] });
  expect(disclosure.tables.map((table) => table.number)).toEqual(numbers);
});

test('a title without any row that is not marked 本表无数据 is reported', () => {
  const lines = printed.filter((line) => line.table !== 11 || line.kind === 'title');
  expect(read(lines).findings).toMatchObject([
    { rule: 'table-empty', status: 'undecided', place: { table: 11 } },
  ]);
});
