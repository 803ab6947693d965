import { expect, test } from 'vitest';
import { readQuery } from '../query/read-query.ts';
import { sayAmounts } from './say-amounts.ts';

/** How a query is said to be read, where something has that amount. */
function said(query: string): string {
  const terms = readQuery(query);
  const [range] = terms[0]?.ranges ?? [];
  return sayAmounts(terms, range ? [range] : []).replace(/^（金额按 (.*) 查找）$/, '$1');
}

test.each([
  ['0.59', '0.59万元'],
  ['5900', '5900元'],
  ['5900元', '5900元'],
  ['47,629,200元', '4762.92万元'],
  ['4762.92', '4762.92万元'],
  ['0.5..0.8', '0.5万元至0.8万元'],
  ['>=1亿', '1亿元以上'],
])('%s is said as %s', (query, expected) => {
  expect(said(query)).toBe(expected);
});

test('a number by which nothing was found is not said to be an amount', () => {
  expect(sayAmounts(readQuery('2080505'), [])).toBe('');
});
