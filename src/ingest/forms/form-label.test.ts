import { expect, test } from 'vitest';
import { readLabel } from './form-label.ts';

test.each([
  ['项目名称', 'head'],
  ['项名称', 'head'],
  ['项日名称', 'head'],
  ['主管部门及伐码', 'head'],
  ['主管部及代码', 'head'],
  ['项目设立必要性', 'text'],
  ['项目设立必耍性', 'text'],
  ['实施期绩目标', 'goal'],
])('%s is a label', (text, kind) => expect(readLabel(text)?.label.kind).toBe(kind));

test.each(['项目实施单位数', '时效指标', '项目概况图', '项目个数', '读者满意度'])('%s is none', (text) =>
  expect(readLabel(text)).toBeNull(),
);
