import { expect, test } from 'vitest';
import { formatMoney, formatShare, formatShort, formatWan, formatYuan } from './format-money.ts';

test('writes 万元 as the tables print it', () => {
  expect(formatWan(12_345_600)).toBe('1,234.56');
  expect(formatWan(0)).toBe('0.00');
  expect(formatWan(-5_000_000)).toBe('−500.00');
});

test('keeps yuan that two decimals of 万元 would lose', () => {
  expect(formatWan(1_234_567)).toBe('123.4567');
});

test('adds 亿 where a number is large', () => {
  expect(formatMoney(312_361_300)).toBe('31,236.13 万元（约 3.12 亿元）');
  expect(formatMoney(99_990_000)).toBe('9,999.00 万元');
  expect(formatShort(312_361_300)).toBe('3.12 亿元');
  expect(formatShort(3_500)).toBe('3,500 元');
  expect(formatYuan(47_629_200)).toBe('47,629,200');
});

test('gives no share of nothing', () => {
  expect(formatShare(1, 3)).toBe('33.33%');
  expect(formatShare(1, 0)).toBeUndefined();
});
