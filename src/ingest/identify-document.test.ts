import { expect, test } from 'vitest';
import { identifyDocument } from './identify-document.ts';

const linesOf = (text: string) => text.split('\n').map((text, index) => ({ text, line: index + 1 }));

test('a year may be printed in Chinese numerals, with any of the signs for zero', () => {
  for (const year of ['二〇三一', '二零三一', '二○三一', '二O三一'])
    expect(
      identifyDocument(linesOf(`云溪县图书馆\n${year}年度单位预算公开\n\n表一${year}年预算收支总表`)),
    ).toMatchObject({ unit: '云溪县图书馆', year: 2031, findings: [] });
  expect(identifyDocument(linesOf('二〇三〇年云溪县图书馆部门预算公开'))).toMatchObject({
    unit: '云溪县图书馆',
    year: 2030,
    kind: '部门',
  });
});

/** The unit of a text whose tables print this behind 单位名称. */
function unitNamed(name: string): string {
  return identifyDocument(linesOf(`2031年度单位预算公开\n表一2031年预算收支总表\n单位名称：${name}`)).unit;
}

test.each([
  '301001-云溪县图书馆',
  '301001—云溪县图书馆',
  '[301001]云溪县图书馆',
  '【301001】云溪县图书馆',
  '（301001）云溪县图书馆',
  '301001 云溪县图书馆',
  '301-001-云溪县图书馆',
  '301：云溪县图书馆',
])('the code of a budget unit is no part of its name: %s', (name) => {
  expect(unitNamed(name)).toBe('云溪县图书馆');
});

test.each(['120急救中心', '12345政务服务热线中心', '301医院', '云溪县第3小学'])(
  'a number that belongs to a name stays: %s',
  (name) => {
    expect(unitNamed(name)).toBe(name);
  },
);

test('a code that only the tables print makes no other unit than the cover names', () => {
  const lines = linesOf(
    '云溪县图书馆\n2031年度单位预算公开\n表一2031年预算收支总表\n单位名称：301001-云溪县图书馆',
  );
  expect(identifyDocument(lines)).toMatchObject({ unit: '云溪县图书馆', findings: [] });
});

test.each([
  ['云溪县图书馆2031年单位综合预算公开说明', '单位'],
  ['云溪县图书馆2031年部门预算信息公开', '部门'],
  ['云溪县图书馆2031年单位预算情况说明', '单位'],
  ['2031年云溪县图书馆部门预算及“三公”经费预算公开说明', '部门'],
  ['2031年云溪县图书馆部门预算', '部门'],
  ['云溪县图书馆2031年部门预算编制说明', '部门'],
  ['云溪县图书馆关于2031年部门预算公开的说明', '部门'],
  ['云溪县图书馆2031年单位预算信息', '单位'],
])('a cover may name the publication in other words: %s', (cover, kind) => {
  expect(identifyDocument(linesOf(`${cover}\n目录`))).toMatchObject({
    unit: '云溪县图书馆',
    year: 2031,
    kind,
    phase: '预算',
  });
});

test('a sentence on the cover that names a regulation says nothing of the phase', () => {
  const rule = '根据《地方预决算公开操作规程》，现将云溪县图书馆2031年部门预算公开如下：';
  expect(identifyDocument(linesOf(`云溪县图书馆2031年部门预算公开\n${rule}`)).phase).toBe('预算');
  const own = '按照《云溪县决算公开办法》，现公开如下：';
  expect(identifyDocument(linesOf(`云溪县图书馆\n${own}\n2031年部门预算公开`)).phase).toBe('预算');
});

test('where the cover does not say for whom, titles tell', () => {
  const title = '第一部分 云溪县图书馆2031年部门预算编制说明';
  expect(identifyDocument(linesOf(`云溪县图书馆2031年预算公开目录\n${title}`)).kind).toBe('部门');
});
