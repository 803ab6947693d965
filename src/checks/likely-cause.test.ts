import { expect, test } from 'vitest';
import { likelyCause } from './likely-cause.ts';
import { type Term, termOf } from './reading/term.ts';

function term(yuan: number, line: number): Term {
  return termOf('', { printed: (yuan / 10_000).toFixed(2), yuan }, '万元', { table: 3, line });
}

/** A total against one item; the total is off by the difference. */
const cause = (total: number, item: number, doubtfulLine?: number) =>
  likelyCause(
    term(total, 7),
    [term(item, 8)],
    total - item,
    doubtfulLine
      ? [{ rule: 'column-shift', status: 'undecided', place: { line: doubtfulLine }, message: '' }]
      : [],
  );

test('a line that the conversion was unsure of points to the conversion', () => {
  expect(cause(120_000, 190_000, 8)).toBe('conversion');
  expect(cause(120_000, 190_000, 9)).toBe('publication');
});

test('two neighboring digits swapped point to the conversion', () => {
  expect(cause(312_361_300, 312_316_300)).toBe('conversion');
});

test('a lost decimal point points to the conversion', () => {
  expect(cause(31_236_130_000, 312_361_300)).toBe('conversion');
});

test('an amount in 元 that is 万元 points to the conversion', () => {
  expect(cause(725, 7_250_000)).toBe('conversion');
});

test('any other difference points to the publication', () => {
  expect(cause(312_361_300, 312_371_400)).toBe('publication');
});

test('an item that is printed twice and once too many points to the conversion', () => {
  const items = [term(50_000, 8), term(70_000, 9), term(70_000, 12)];
  expect(likelyCause(term(120_000, 7), items, -70_000, [])).toBe('conversion');
  expect(likelyCause(term(130_000, 7), items, -60_000, [])).toBe('publication');
});
