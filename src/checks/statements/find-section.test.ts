import { expect, test } from 'vitest';
import type { Section } from '../../schema/block.ts';
import { findSection } from './find-section.ts';

const titles = (...names: string[]): Section[] =>
  names.map((title, index) => ({ kind: 'narrative', number: index + 1, title, line: index + 1, blocks: [] }));

test('a section has the number of the template', () => {
  const sections = titles('单位预算收支数据变动情况及原因', '收入预算情况说明', '支出预算情况说明');
  expect([1, 2, 3].map((number) => findSection(sections, number)?.line)).toEqual([1, 2, 3]);
});

test('where an office leaves a section out, the title decides', () => {
  const sections = titles('收入预算情况说明', '支出预算情况说明', '“三公”经费说明', '绩效目标情况');
  expect([1, 2, 3, 7, 10].map((number) => findSection(sections, number)?.line)).toEqual([
    undefined,
    1,
    2,
    3,
    4,
  ]);
});

test('a title without a topic leaves the number', () => {
  expect(findSection(titles('情况说明'), 1)?.line).toBe(1);
});

test('two topics in one section are both found there', () => {
  const sections = titles('收入预算情况说明', '“三公”经费和机关运行经费说明', '政府采购情况');
  expect([7, 8, 9, 11].map((number) => findSection(sections, number)?.line)).toEqual([2, 2, 3, undefined]);
});

test('spending of one fund, or what is bought, is not all spending', () => {
  const sections: Section[] = titles(
    '八、政府性基金预算支出预算情况说明',
    '十三、政府采购支出预算情况说明',
  ).map((section) => ({ ...section, number: null }));
  expect([2, 3, 9].map((number) => findSection(sections, number)?.line)).toEqual([undefined, undefined, 2]);
});

test('of two sections on basic spending, that of the general public budget is taken', () => {
  const sections: Section[] = titles('财政拨款基本支出预算情况说明', '一般公共预算基本支出预算情况说明').map(
    (section) => ({ ...section, number: 6 }),
  );
  expect(findSection(sections, 6)?.line).toBe(2);
});
