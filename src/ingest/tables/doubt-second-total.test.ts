import { expect, test } from 'vitest';
import { cleanDisclosure } from '../../checks/testing/clean-disclosure.ts';
import { parseDocument } from '../parse-document.ts';
import { compareFigures } from '../testing/compare-figures.ts';
import { joinDocument, type PrintedLine, printDocument } from '../testing/print-document.ts';

const clean = cleanDisclosure(0, { funds: true, carried: false, administrative: true });

function read(change: (lines: PrintedLine[]) => PrintedLine[]) {
  const text = joinDocument(change(printDocument(clean)));
  return parseDocument(text, { file: 'a.txt', sha256: '0'.repeat(64), encoding: 'utf-8' }).disclosure;
}

const of = (line: PrintedLine, table: number, ...kinds: string[]) =>
  line.table === table && kinds.includes(line.kind);

test.each([
  ['a second total', 5, 6, '合计'],
  ['the first item of a two-sided table', 3, 4, '一、一般公共预算'],
  ['a total below that of a two-sided table', 4, 5, '合计'],
])(
  '%s begins a table without title, header and its own width: no value under the columns above',
  (...given) => {
    const [, above, number, first] = given;
    const disclosure = read((lines) =>
      lines
        .filter((line) => !of(line, number, 'title', 'header'))
        .map((line) =>
          of(line, number, 'row') && 'cells' in line ? { ...line, cells: [...line.cells, ''] } : line,
        ),
    );
    const rows = disclosure.tables.find((table) => table.number === above)?.rows ?? [];
    const start = rows.findIndex(
      ({ cells }, index) => index > 0 && cells.some((cell) => `${cell}`.startsWith(first)),
    );
    expect(start).toBeGreaterThan(1);
    const foreign = rows.slice(start);
    const figures = foreign.flatMap(({ cells }) => cells.filter((cell) => cell && typeof cell === 'object'));
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) expect(figure).toHaveProperty('undecided', '所属栏目存疑');
    const named = disclosure.findings.flatMap(({ rule, place }) =>
      rule === 'row-undecided' ? [place.line] : [],
    );
    expect(named).toEqual(foreign.map(({ line }) => line));
    expect(compareFigures(clean, disclosure).silent).toEqual([]);
  },
);

test('rows above the second total keep their values, and a whole document has no doubt', () => {
  const rules = read((lines) => lines).findings.map(({ rule }) => rule);
  expect(rules).not.toContain('row-undecided');
  const disclosure = read((lines) => lines.filter((line) => !of(line, 6, 'title', 'header')));
  const [total] = disclosure.tables.find(({ number }) => number === 5)?.rows ?? [];
  expect(total?.cells).toContain('合计');
  expect(total?.cells.some((cell) => cell && typeof cell === 'object' && 'undecided' in cell)).toBe(false);
});
