import { expect, test } from 'vitest';
import { cleanDisclosure } from '../../checks/testing/clean-disclosure.ts';
import { parseDocument } from '../parse-document.ts';
import { compareFigures } from '../testing/compare-figures.ts';
import { joinDocument, printDocument } from '../testing/print-document.ts';

const clean = cleanDisclosure(0, { funds: true, carried: true, administrative: true });
const lines = printDocument(clean);
const read = (text: string) =>
  parseDocument(text, { file: 'a.txt', sha256: '0'.repeat(64), encoding: 'utf-8' }).disclosure;

test.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])(
  'table %i without title, head and header begins at a row that can only be its first',
  (number) => {
    const bare = lines.filter((line) => line.table !== number || line.kind === 'row' || line.kind === 'note');
    const { right, silent, reported } = compareFigures(clean, read(joinDocument(bare)));
    const all = compareFigures(clean, read(joinDocument(lines)));
    expect({ right, silent, reported }).toEqual({ right: all.right, silent: [], reported: 0 });
  },
);

test('a second total at the foot of a table begins no other, although the next is nowhere', () => {
  const eight = lines.filter(({ table, kind }) => table === 8 && kind === 'row');
  const foot = lines.flatMap((line) => (line === eight.at(-1) ? [line, eight[0] ?? line] : [line]));
  const { tables } = read(joinDocument(foot.filter(({ table }) => table !== 9)));
  expect(tables.map(({ number }) => number)).not.toContain(9);
});
