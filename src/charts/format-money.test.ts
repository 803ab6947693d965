import { expect, test } from 'vitest';
import {
  amountFormatFor,
  formatMoney,
  formatShare,
  formatWan,
  formatYi,
  shareClause,
} from './format-money.ts';

test('writes whole yuan as 万元 without losing any', () => {
  expect(formatWan(24_803_600)).toBe('2,480.36');
  expect(formatWan(12_345)).toBe('1.2345');
  expect(formatWan(100)).toBe('0.01');
  expect(formatWan(0)).toBe('0.00');
  expect(formatWan(-400_000)).toBe('−40.00');
  expect(formatWan(18_234_567_800)).toBe('1,823,456.78');
});

test('adds 亿元 from one 亿 on', () => {
  expect(formatYi(318_000_000)).toBe('3.18');
  expect(formatMoney(318_000_000)).toBe('31,800.00 万元（3.18 亿元）');
  expect(formatMoney(6_800_000)).toBe('680.00 万元');
});

test('never rounds a part to nothing or to everything', () => {
  expect(formatShare(842, 1000)).toBe('84.20%');
  expect(formatShare(4, 100_000)).toBe('<0.01%');
  expect(formatShare(999_999, 1_000_000)).toBe('>99.99%');
  expect(formatShare(-50, 1000)).toBe('−5.00%');
});

test('tells no share without a whole that the part belongs to', () => {
  expect(formatShare(1, 0)).toBe('');
  expect(formatShare(120, 100)).toBe('');
  expect(shareClause(120, 100)).toBe('');
  expect(shareClause(100, 100)).toBe('');
  expect(shareClause(25, 100)).toBe('，占 25.00%');
});

test('labels a chart in 亿元 where its largest amount calls for it', () => {
  expect(amountFormatFor(9_000_000_000).unit).toBe('万元');
  const { unit, write } = amountFormatFor(18_234_570_000);
  expect(unit).toBe('亿元');
  expect([18_234_570_000, 1_500_000, 3000, 0].map(write)).toEqual(['182.35', '0.015', '<0.0001', '0.00']);
});
