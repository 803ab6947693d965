import { expect, test } from 'vitest';
import { parseDocument } from '../parse-document.ts';

const table = `第二部分 2031年单位预算报表

2031年预算支出总表

单位：万元

科目编码	科目名称	合计	基本支出	项目支出
合计		95.00	60.00	35.00
207	文化旅游体育与传媒支出	95.00	60.00	35.00
20701	文化和旅游	95.00	60.00	35.00
2070104	图书馆	95.00	60.00	35.00
`;

const titles = [
  '单位预算收支数据变动情况及原因',
  '收入预算情况说明',
  '支出预算情况说明',
  '财政拨款收支预算总体情况说明',
  '一般公共预算支出情况说明',
];

/** A document whose narrative has these sections; the first one has items of its own. */
function documentOf(headings: string[], items = ['1.收入增加。', '2.支出减少。'], gap = '\n\n'): string {
  const sections = headings.map(
    (heading, index) =>
      `${heading}${gap}正文${index + 1}。\n\n${index === 0 ? `${items.join('\n\n')}\n\n` : ''}`,
  );
  return `云溪县图书馆\n2031年度单位预算公开\n\n第一部分 概况\n\n一、本单位职责\n\n保管图书。\n\n${table}\n第三部分 2031年度单位预算情况说明\n\n${sections.join('')}\n\n第四部分 名词解释\n\n一、结转：留到下年。\n`;
}

function sectionsOf(text: string): (number | null)[] {
  const { disclosure } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
  return disclosure.sections.flatMap(({ kind, number }) => (kind === 'narrative' ? [number] : []));
}

const chinese = [...'一二三四五'];

test('sections of the narrative are numbered in any style, or not at all', () => {
  const styles: ((title: string, index: number) => string)[] = [
    (title, index) => `${chinese[index]}、${title}`,
    (title, index) => `（${chinese[index]}）${title}`,
    (title) => title,
    (title) => `## ${title}`,
  ];
  for (const style of styles) expect(sectionsOf(documentOf(titles.map(style)))).toEqual([1, 2, 3, 4, 5]);
});

test('items of a section that are numbered like the sections are not sections', () => {
  const numbered = titles.map((title, index) => `${index + 1}、${title}`);
  expect(sectionsOf(documentOf(numbered))).toEqual([1, 2, 3, 4, 5]);
  expect(sectionsOf(documentOf(numbered, ['1、收入情况', '增加。', '2、支出情况', '减少。']))).toEqual([
    1, 2, 3, 4, 5,
  ]);
});

test('a heading that lost its number among numbered ones is one by its place', () => {
  const headings = titles.map((title, index) => (index === 2 ? title : `${chinese[index]}、${title}`));
  expect(sectionsOf(documentOf(headings))).toEqual([1, 2, 3, 4, 5]);
});

test('a heading and its text may be on one line', () => {
  const headings = titles.map((title, index) => `${chinese[index]}、${title}`);
  expect(sectionsOf(documentOf(headings, [], '。'))).toEqual([1, 2, 3, 4, 5]);
  expect(sectionsOf(documentOf(headings, [], ' '))).toEqual([1, 2, 3, 4, 5]);
});

test('captions and items that name the same things begin no section', () => {
  const headings = titles.map((title, index) => `${chinese[index]}、${title}`);
  const items = ['收入预算图', '（一）支出预算情况', '减少。', '一般公共预算基本支出结构图'];
  expect(sectionsOf(documentOf(headings, items))).toEqual([1, 2, 3, 4, 5]);
});

test('duties below 概况 may be numbered otherwise', () => {
  for (const heading of ['（一）本单位职责', '1、主要职能', '主要职责']) {
    const text = documentOf([]).replace('一、本单位职责', heading);
    const { disclosure } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
    const duties = disclosure.sections.find(({ kind }) => kind === 'duties');
    expect(duties?.blocks, heading).toMatchObject([{ text: '保管图书。' }]);
  }
});

test('items of the duties that speak of duties or staff begin no section of their own', () => {
  const items = '（一）职能转变\n\n管书转为荐书。\n\n（二）负责图书馆人员调配工作\n\n按年调配。';
  const text = documentOf([]).replace('保管图书。', items);
  const { disclosure } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
  expect(disclosure.sections.map(({ kind }) => kind).filter((kind) => kind !== 'other')).toEqual(['duties']);
});

test('a title without a number is no section where the numbered one follows', () => {
  const headings = titles.map((title, index) => `${chinese[index]}、${title}`);
  expect(sectionsOf(documentOf(headings, ['## 收入情况', '增加。']))).toEqual([1, 2, 3, 4, 5]);
  const titled = documentOf(headings).replace(
    '一、单位预算收支',
    '2031年单位预算收支情况说明\n\n一、单位预算收支',
  );
  expect(sectionsOf(titled)).toEqual([1, 2, 3, 4, 5]);
});

test('a line below a table that speaks of income and spending is no section', () => {
  const text = documentOf([]).replace('\n第三部分', '\n本表反映单位本年度收支情况\n\n第三部分');
  expect(sectionsOf(text)).toEqual([]);
});

test('a list of units is a table with a row for each', () => {
  const list =
    '二、机构设置情况\n\n序号\t单位名称\t编制\t实有\n1\t总馆\t25\t23\n2\t分馆\t6\t5\n合计\t\t31\t28\n';
  const text = documentOf([]).replace('保管图书。\n', `保管图书。\n\n${list}`);
  const { disclosure } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
  const [block] = disclosure.sections.find(({ kind }) => kind === 'structure')?.blocks ?? [];
  expect(block?.kind === 'table' && block.table.rows.map(({ cells }) => cells)).toEqual([
    ['1', '总馆', '25', '23'],
    ['2', '分馆', '6', '5'],
    ['合计', '', '31', '28'],
  ]);
});

test('the narrative may stand before the tables, below a title of its own', () => {
  const headings = titles.map((title, index) => `${chinese[index]}、${title}`);
  const text = documentOf(headings).replace(table, '').replace('\n第四部分', `\n${table}\n第四部分`);
  expect(sectionsOf(text)).toEqual([1, 2, 3, 4, 5]);
});

test('a list of contents that nothing marks begins no section', () => {
  const headings = titles.map((title, index) => `${chinese[index]}、${title}`);
  const text = documentOf(headings);
  const contents = text.split('\n').filter((line) => /^第.部分|^[一二三四五]、[^：]*$/.test(line));
  expect(sectionsOf(text.replace('\n\n', `\n\n${contents.join('\n')}\n\n`))).toEqual([1, 2, 3, 4, 5]);
});

test('tables attached below the glossary are tables, and its terms end at the attachment', () => {
  const attached = documentOf([]).replace(table, '第二部分 报表\n\n见附件。\n');
  const text = `${attached}\n附件1：\n\n2031年单位资产情况表\n\n项目\t数量\n车辆\t3\n\n附件2：2031年预算公开报表汇编\n\n${table.split('\n').slice(2).join('\n')}`;
  const { disclosure } = parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' });
  expect(disclosure.glossary).toMatchObject([{ term: '结转', definition: '留到下年。' }]);
  expect(disclosure.tables.map(({ number }) => number)).toEqual([3]);
  const own = disclosure.sections.at(-1);
  expect(own?.kind).toBe('other');
  expect(own?.blocks[0]).toMatchObject({ kind: 'table', table: { title: '2031年单位资产情况表' } });
});
