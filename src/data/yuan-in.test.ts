import { expect, test } from 'vitest';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { addToCell } from '../checks/testing/edit-disclosure.ts';
import { yuanIn } from './yuan-in.ts';

test.each([
  ['31236.13', 312_361_300],
  ['8.5152', 85_152],
  ['-0.05', -500],
  ['≤ 1803.48', 18_034_800],
  ['16300000 元', 16_300_000],
  ['19 个', null],
  ['97.68%', null],
  ['051', null],
  ['2024', null],
  ['空白', null],
  [undefined, null],
])('reads %j as %j yuan', (text, yuan) => expect(yuanIn(text)).toBe(yuan));

test('what a check of money found less what it expected is its difference', () => {
  const findings = checkDisclosure(addToCell([3, '合计', '基本支出'], 12_300)(cleanDisclosure(1)));
  const sums = findings.filter(
    ({ differenceYuan, expected }) => differenceYuan !== undefined && !expected?.startsWith('≤'),
  );
  expect(sums.length).toBeGreaterThan(100);
  for (const { expected, actual, differenceYuan, message } of sums)
    expect(Number(yuanIn(actual)) - Number(yuanIn(expected)), message).toBe(differenceYuan);
});
