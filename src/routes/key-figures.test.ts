import { expect, test } from 'vitest';
import type { Side } from '../schema/table.ts';
import type { FigureRow } from './figure-row.ts';
import { keyFigures } from './key-figures.ts';

const row = (
  table: number,
  side: Side,
  label: string,
  column: string,
  wan: number,
  code = '',
): FigureRow => ({
  table,
  line: 100 + table,
  side,
  code,
  label,
  column,
  printed: wan.toFixed(2),
  yuan: wan * 10_000,
});

const names = (items: { name: string; yuan: number }[]) =>
  items.map((item) => `${item.name} ${item.yuan / 10_000}`);

test('reads totals, sources and functions from the summary table', () => {
  const figures = keyFigures([
    row(1, '收入', '一、一般公共预算', '收入/2031年', 70),
    row(1, '收入', '五、单位资金', '收入/2031年', 20),
    row(1, '收入', '本年收入合计', '收入/2031年', 90),
    row(1, '收入', '上年结转', '收入/2031年', 30),
    row(1, '收入', '收入总计', '收入/2031年', 120),
    row(1, '支出', '五、教育支出', '支出/2031年合计', 45),
    row(1, '支出', '五、教育支出', '支出/当年预算安排', 40),
    row(1, '支出', '六、科学技术支出', '支出/2031年合计', 75),
    row(1, '支出', '支出总计', '支出/2031年合计', 120),
  ]);
  expect(figures.income?.yuan).toBe(1_200_000);
  expect(figures.incomeOfYear?.yuan).toBe(900_000);
  expect(names(figures.sources)).toEqual(['一般公共预算 70', '上年结转 30', '单位资金 20']);
  expect(names(figures.functions)).toEqual(['科学技术支出 75', '教育支出 45']);
});

test('falls back on the tables of income and spending where the summary is missing', () => {
  const figures = keyFigures([
    row(2, '', '合计', '本年收入/合计', 12),
    row(3, '', '合计', '2031年预算数/合计', 12),
    row(3, '', '合计', '2031年预算数/基本支出', 8),
    row(3, '', '合计', '2031年预算数/项目支出', 4),
    row(3, '', '文化支出', '2031年预算数/合计', 12, '207'),
    row(3, '', '文物', '2031年预算数/合计', 12, '20702'),
  ]);
  expect(figures.income?.yuan).toBe(120_000);
  expect(figures.basic?.yuan).toBe(80_000);
  expect(figures.project?.yuan).toBe(40_000);
  expect(names(figures.functions)).toEqual(['文化支出 12']);
});

test('does not count the parts of vehicles beside vehicles', () => {
  const figures = keyFigures([
    row(10, '', '公务接待费', '2031年预算数/合计', 1),
    row(10, '', '公务用车购置及运行费', '2031年预算数/合计', 5),
    row(10, '', '②公务用车运行维护费', '2031年预算数/合计', 5),
    row(10, '', '合计', '2031年预算数/合计', 6),
  ]);
  expect(figures.official?.yuan).toBe(60_000);
  expect(names(figures.officialParts)).toEqual(['公务用车购置及运行费 5', '公务接待费 1']);
});

test('leaves out what could not be read', () => {
  const { yuan: _, ...unread } = row(3, '', '合计', '2031年预算数/合计', 1);
  expect(keyFigures([unread]).spending).toBeUndefined();
  expect(keyFigures([]).functions).toEqual([]);
});
