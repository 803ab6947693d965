import { expect, test } from 'vitest';
import { readState, writeState } from './search-state.ts';

test('an address says the whole state, and defaults are left out', () => {
  const state = {
    query: '养老 缴费',
    facets: { year: ['2031', '2030'], unit: ['宜城小学'] },
    order: 'amount' as const,
    shown: 60,
    each: true,
  };
  expect(readState(writeState(state))).toEqual(state);
  expect(writeState(readState('?q=%E5%85%BB'))).toBe('?q=%E5%85%BB');
  expect(writeState(readState(''))).toBe('');
});

test('nonsense in the address is passed over', () => {
  expect(readState('?q=a&sort=evil&n=-3&year=')).toEqual({
    query: 'a',
    facets: {},
    order: 'relevance',
    shown: 30,
    each: false,
  });
});
