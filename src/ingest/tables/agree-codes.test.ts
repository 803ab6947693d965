import { expect, test } from 'vitest';
import { cleanDisclosure } from '../../checks/testing/clean-disclosure.ts';
import { parseDocument } from '../parse-document.ts';
import { joinDocument, type PrintedLine, printDocument } from '../testing/print-document.ts';

const printed = printDocument(cleanDisclosure(3, { exact: true, carried: true }));

function read(lines: PrintedLine[]) {
  return parseDocument(joinDocument(lines), { file: 'a.txt', sha256: '0'.repeat(64), encoding: 'utf-8' })
    .disclosure;
}

const clean = read(printed);

/** Rows of these tables, each with one digit of its code read as another. */
const misread = printed.flatMap((line, at) => {
  const [code = '', name = ''] = line.kind === 'row' ? line.cells : [];
  if (![2, 3, 5].includes(line.table) || !/^\d+$/.test(code)) return [];
  return [...code].map((digit, place) => {
    const wrong = `${code.slice(0, place)}${(Number(digit) + 3) % 10}${code.slice(place + 1)}`;
    return { at, table: line.table, name, code, wrong };
  });
});

const withCode = (at: number, code: string): PrintedLine[] =>
  printed.map((line, index) =>
    index === at && line.kind === 'row' ? { ...line, cells: [code, ...line.cells.slice(1)] } : line,
  );

test.each(misread)('the code $wrong of $name in table $table is read as $code', ({ at, code, wrong }) => {
  const { tables, findings } = read(withCode(at, wrong));
  expect(tables).toEqual(clean.tables);
  expect(findings.filter(({ rule }) => rule.startsWith('code-'))).toMatchObject([
    { rule: 'code-mended', status: 'decided', actual: wrong, expected: code },
  ]);
});

test('of two tables that differ neither is put right, and both lines are on record', () => {
  const lines = printed.filter(({ table }) => table !== 5);
  const row = misread.find(({ table, code }) => table === 3 && code.length === 7);
  const wrong = `${row?.code.slice(0, 6)}${(Number(row?.code.at(-1)) + 3) % 10}`;
  const { tables, findings } = read(
    lines.map((line) =>
      line === printed[row?.at ?? -1] && line.kind === 'row'
        ? { ...line, cells: [wrong, ...line.cells.slice(1)] }
        : line,
    ),
  );
  const codes = (number: number) =>
    tables.find((table) => table.number === number)?.rows.map(({ cells }) => cells[0]);
  expect(codes(3)).toContain(wrong);
  expect(codes(2)).toContain(row?.code);
  expect(findings.filter(({ rule }) => rule === 'code-doubtful').map(({ place }) => place.table)).toEqual([
    2, 3,
  ]);
});
