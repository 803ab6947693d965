import { expect, test } from 'vitest';
import type { Entry } from '../../schema/table.ts';
import { readBasicSpending } from './economic-items.ts';

/** A line of table 六: code, item, government item, 合计 in 万元. */
function line(code: string, label: string, counterpart: string, wan: number, at: number): Entry {
  const printed = wan.toFixed(2);
  const amounts = new Map([['合计', { printed, yuan: wan * 10_000 }]]);
  return { line: at, side: '', code, label, counterpart, body: '', amounts };
}

test('groups have a code of three digits where codes are printed and no government items', () => {
  const { total, groups } = readBasicSpending([
    line('', '合计', '', 100, 1),
    line('301', '工资福利支出', '', 80, 2),
    line('30101', '基本工资', '', 80, 3),
    line('302', '商品和服务支出', '', 20, 4),
    line('30201', '办公费', '', 20, 5),
  ]);
  expect(total?.yuan).toBe(1_000_000);
  expect(groups.map(({ name, items }) => [name, items.map((item) => item.name)])).toEqual([
    ['工资福利支出', ['基本工资']],
    ['商品和服务支出', ['办公费']],
  ]);
});

test('groups have no government item beside them where no codes are printed', () => {
  const { groups } = readBasicSpending([
    line('', '工资福利支出', '', 80, 2),
    line('', '基本工资', '工资奖金津补贴', 80, 3),
  ]);
  expect(groups.map(({ name, items }) => [name, items.length])).toEqual([['工资福利支出', 1]]);
});
