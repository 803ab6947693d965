import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeLines, countLines } from './sorted-lines.ts';

const keyOf = (line: string) => line.slice(0, line.indexOf(' '));
const linesOf = (values: Map<string, string>) =>
  Buffer.from(
    [...values]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${key} ${value}\n`)
      .join(''),
  );
const change = (before: string, changes: Record<string, string | null>) =>
  changeLines(Buffer.from(before), new Map(Object.entries(changes)), keyOf).toString();

test('lines are added, changed and removed in their places', () => {
  expect(change('b 1\nd 1\nf 1\n', { a: 'a 2', d: 'd 2', e: 'e 2', f: null, g: 'g 2' })).toBe(
    'a 2\nb 1\nd 2\ne 2\ng 2\n',
  );
  expect(change('', { 乙: '乙 1', 甲: '甲 1' })).toBe('乙 1\n甲 1\n');
  expect(change('a 1\n', { a: null, b: null })).toBe('');
  expect(change('a 1\nb 1\n', {})).toBe('a 1\nb 1\n');
});

test('the result is that of writing all lines anew', () => {
  const key = fc.stringMatching(/^[a-d甲乙]{1,4}$/);
  const value = fc.string({ maxLength: 5, unit: fc.constantFrom('x', 'y', '字') });
  const before = fc.dictionary(key, value, { noNullPrototype: true });
  const changes = fc.dictionary(key, fc.option(value), { noNullPrototype: true });
  fc.assert(
    fc.property(before, changes, (before, changes) => {
      const [was, will] = [new Map(Object.entries(before)), new Map(Object.entries(before))];
      for (const [key, value] of Object.entries(changes))
        if (value === null) will.delete(key);
        else will.set(key, value);
      const lines = new Map(
        Object.entries(changes).map(([key, value]) => [key, value === null ? null : `${key} ${value}`]),
      );
      const made = changeLines(linesOf(was), lines, keyOf);
      expect(made.toString()).toBe(linesOf(will).toString());
      expect(countLines(made)).toBe(will.size);
    }),
  );
});
