import { expect, test } from 'vitest';
import { narrativeNumber } from './narrative-titles.ts';

test.each([
  ['机关运行经费增减变动原因说明', 8],
  ['机关运行经贵增减变动原因说明', 8],
  ['财攺拨款收支预算总体情况说明', 4],
  ['财政拨收支预算总体情况说明', 4],
  ['一般公共预算基本支出情况说明', 6],
  ['一般公共预算项目支出情况说明', 5],
  ['收支预算情况说明', 1],
  ['攴出预算情况说明', 3],
  ['本单位职责', undefined],
])('%s is section %s', (key, number) => expect(narrativeNumber(key)).toBe(number));
