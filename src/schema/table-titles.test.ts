import { expect, test } from 'vitest';
import { inTermsOf, tableName } from './table-titles.ts';

test('a table of the thirteen is called by its number, one of the national set by its name', () => {
  expect(tableName(10)).toBe('表十');
  expect(tableName(10, 'national')).toBe('《“三公”经费支出表》');
});

test('sentences about a document of the national set name its tables and sections', () => {
  const inTerms = (sentence: string) => inTermsOf('national', sentence);
  expect(inTerms('表五合计等于表一一般公共预算收入')).toBe(
    '《一般公共预算支出表》合计等于《收支总表》一般公共预算收入',
  );
  expect(inTerms('表十二没有金额')).toBe('《项目支出表》没有金额');
  expect(inTerms('情况说明缺少第七节')).toBe('情况说明没有关于“三公”经费的一节');
  expect(inTerms('说明二：预算收入等于表一')).toBe('说明（收入预算）：预算收入等于《收支总表》');
});

test('what is quoted stays as it is printed', () => {
  expect(inTermsOf('national', '附件写作「见表五」')).toBe('附件写作「见表五」');
  expect(inTermsOf('shanxi-13', '表五合计')).toBe('表五合计');
});
