import { expect, test } from 'vitest';
import { measureText } from './measure-text.ts';

test('counts a full em for a Chinese character and its punctuation', () => {
  expect(measureText('预算', 10)).toBe(20);
  expect(measureText('（续）', 10)).toBe(30);
});

test('counts digits, separators and letters by their kind', () => {
  expect(measureText('1,234.50', 10)).toBeCloseTo(6 * 6 + 2 * 3.4, 0);
  expect(measureText('A1', 10)).toBeCloseTo(9.2 + 6, 0);
  expect(measureText('')).toBe(0);
});
