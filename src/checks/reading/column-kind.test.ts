import { expect, test } from 'vitest';
import { columnKind } from './column-kind.ts';

test.each([
  ['收入/2031年', 'total'],
  ['支出/2031年合计', 'total'],
  ['支出/当年预算安排', 'current'],
  ['支出/当年财政拨款', 'current'],
  ['支出/上年结转安排', 'carried'],
  ['本年收入/合计', 'total'],
  ['本年收入/政府性 基金', 'fund'],
  ['支出/金额/小计', 'total'],
  ['支出/金额/国有资本经营预算', 'capital'],
  ['2031年预算数/项目支出', 'project'],
  ['2031年财政拨款/一般公共预算', 'general'],
  ['财政专户管理资金', 'account'],
  ['2031年预算数/公用经费', 'office'],
  ['附属单位上缴收入', 'other'],
])('%s is %s', (path, kind) => {
  expect(columnKind(path)).toBe(kind);
});
