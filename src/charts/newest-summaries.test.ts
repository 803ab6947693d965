import { expect, test } from 'vitest';
import { newestSummaries } from './newest-summaries.ts';

const summary = (id: string, body: string, department: string, kind: '单位' | '部门' = '单位') => ({
  ...{ id, unit: { name: body }, body, department: { name: department }, kind, year: Number(id.slice(-4)) },
  ...{ spending: 10_000, basic: undefined, project: undefined, official: undefined, functions: [] },
});
const ids = (...summaries: ReturnType<typeof summary>[]) => newestSummaries(summaries).map(({ id }) => id);

const library = summary('tu-shu-guan/2031', '云溪县图书馆', '云溪县文化和旅游局');
const bureau = summary('wen-lv-ju/2031', '云溪县文化和旅游局', '云溪县文化和旅游局');
const department = summary('wen-lv-ju-bu-men/2031', '云溪县文化和旅游局', '', '部门');

test('takes the newest year of each unit', () => {
  expect(ids(summary('tu-shu-guan/2030', '云溪县图书馆', ''), library, bureau)).toEqual([
    'tu-shu-guan/2031',
    'wen-lv-ju/2031',
  ]);
});

test('counts no body beside the budget of its department, which holds it', () => {
  const school = summary('xue-xiao/2031', '云溪县第一小学', '云溪县教育局');
  expect(ids(library, bureau, department, school)).toEqual(['wen-lv-ju-bu-men/2031', 'xue-xiao/2031']);
});

test('takes the newer year of a body, whether it calls its budget that of the 单位 or of the 部门', () => {
  const before = { ...department, id: 'wen-lv-ju-bu-men/2030', year: 2030 };
  expect(ids(before, bureau)).toEqual(['wen-lv-ju/2031']);
  expect(ids(summary('wen-lv-ju/2030', bureau.body, bureau.body), department)).toEqual([
    'wen-lv-ju-bu-men/2031',
  ]);
});

test('counts a body once that publishes final accounts too, its budget where both are of one year', () => {
  const accounts = (year: number) => summary(`tu-shu-guan-jue-suan/${year}`, library.body, '');
  expect(ids(library, accounts(2030))).toEqual(['tu-shu-guan/2031']);
  expect(ids(accounts(2031), library)).toEqual(['tu-shu-guan/2031']);
});

test('counts the bodies where nothing is known of what their department spends', () => {
  expect(ids(library, { ...department, spending: undefined as never })).toContain('tu-shu-guan/2031');
});
