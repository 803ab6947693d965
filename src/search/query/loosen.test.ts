import { expect, test } from 'vitest';
import { loosen } from './loosen.ts';
import { readQuery } from './read-query.ts';

const parts = (typed: string) =>
  readQuery(typed).map((term) => loosen(term).map((same) => same.map(({ source }) => source)));

test('gives shorter and shorter parts of a phrase', () => {
  expect(parts('养老保险')).toEqual([
    [
      ['养老保', '老保险'],
      ['养老', '老保', '保险'],
    ],
  ]);
});

test('gives the codes above a code, and of other numbers nothing', () => {
  expect(parts('2130599')).toEqual([[['21305'], ['213']]]);
  expect(parts('A180799')).toEqual([[['a1807'], ['a18']]]);
  expect(parts('1,234')).toEqual([[]]);
});

test('a word of one or two characters has no parts', () => {
  expect(parts('养老')).toEqual([[]]);
});
