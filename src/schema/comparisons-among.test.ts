import { expect, test } from 'vitest';
import { comparisonsAmong } from './comparisons-among.ts';

test.each([
  [['2031年预算数/合计', '2031年预算数/基本支出'], []],
  [
    ['2030年预算数', '2031年预算数', '2031年比2030年增减'],
    [0, 2],
  ],
  [
    ['上年预算数', '当年预算数', '增减额', '增减率'],
    [0, 2, 3],
  ],
  [['本年收入/合计', '上年结转', '上年财政拨款结转结余'], []],
  [['2030年'], []],
])('%j: %j', (paths, compared) => {
  expect(comparisonsAmong(paths).flatMap((is, index) => (is ? [index] : []))).toEqual(compared);
});
