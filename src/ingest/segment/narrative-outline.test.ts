import { expect, test } from 'vitest';
import { parseDocument } from '../parse-document.ts';

const read = (text: string) =>
  parseDocument(text, { file: 't', sha256: '0'.repeat(64), encoding: 'utf-8' }).disclosure;

/** Sections as `8 （一）机关运行经费`, with the text that they begin with. */
const sectionsOf = (lines: string[]) =>
  read(['云溪县图书馆', '2031年部门预算公开', ...lines].join('\n\n')).sections.map(
    ({ kind, number, title, blocks }) =>
      `${kind === 'narrative' ? (number ?? '–') : kind} ${title}${blocks.some((block) => 'text' in block && /^正文/.test(block.text)) ? '' : ' ∅'}`,
  );

test('titles name the body and the table, sections of 其他重要事项 stand below it', () => {
  const found = sectionsOf([
    '第三部分',
    '云溪县图书馆2031年部门预算情况说明',
    '一、关于云溪县图书馆2031年收支总表的说明',
    '正文。',
    '二、关于云溪县图书馆2031年收入总表的说明',
    '正文。',
    '三、关于云溪县图书馆2031年支出总表的说明',
    '正文。',
    '四、关于云溪县图书馆2031年财政拨款收支总表的说明',
    '正文。',
    '五、关于云溪县图书馆2031年一般公共预算支出表的说明',
    '（一）一般公共预算当年拨款规模变化情况。',
    '正文。',
    '六、关于云溪县图书馆2031年一般公共预算基本支出表的说明',
    '正文。',
    '七、关于云溪县图书馆2031年“三公”经费支出表的说明',
    '正文。',
    '八、关于云溪县图书馆2031年政府性基金预算支出表的说明',
    '正文。',
    '九、关于云溪县图书馆2031年国有资本经营预算支出表的说明',
    '正文。',
    '十、其他重要事项的情况说明',
    '（一）机关运行经费',
    '正文。',
    '（二）政府采购情况',
    '正文。',
    '（三）重点收费情况',
    '正文。',
    '（四）国有资产占有使用情况',
    '正文。',
    '（五）预算绩效情况说明',
    '正文。',
  ]);
  expect(found).toEqual([
    '1 关于云溪县图书馆2031年收支总表的说明',
    '2 关于云溪县图书馆2031年收入总表的说明',
    '3 关于云溪县图书馆2031年支出总表的说明',
    '4 关于云溪县图书馆2031年财政拨款收支总表的说明',
    '5 关于云溪县图书馆2031年一般公共预算支出表的说明',
    '6 关于云溪县图书馆2031年一般公共预算基本支出表的说明',
    '7 关于云溪县图书馆2031年“三公”经费支出表的说明',
    '– 八、关于云溪县图书馆2031年政府性基金预算支出表的说明',
    '– 九、关于云溪县图书馆2031年国有资本经营预算支出表的说明',
    '12 十、其他重要事项的情况说明 ∅',
    '8 （一）机关运行经费',
    '9 （二）政府采购情况',
    '– （三）重点收费情况',
    '11 （四）国有资产占有使用情况',
    '10 （五）预算绩效情况说明',
  ]);
});

test('income and spending may stand below both, their titles and texts on one line', () => {
  const found = sectionsOf([
    '一、部门基本情况',
    '（一）职能职责。',
    '正文。',
    '（二）部门构成。',
    '正文。',
    '二、部门收支总体情况',
    '（一）收入预算：正文。',
    '（二）支出预算：正文。',
    '三、部门预算情况说明',
    '正文。',
    '四、“三公”经费情况说明',
    '正文。',
    '五、其他重要事项的情况说明',
    '1.机关运行经费。正文。',
    '2.政府采购情况。正文。',
  ]);
  expect(found).toEqual([
    'duties 职能职责',
    'structure 部门构成',
    '1 二、部门收支总体情况 ∅',
    '2 （一）收入预算',
    '3 （二）支出预算',
    '– 三、部门预算情况说明',
    '7 四、“三公”经费情况说明',
    '12 五、其他重要事项的情况说明 ∅',
    '8 1.机关运行经费',
    '9 2.政府采购情况',
  ]);
});

test('where 一、 are the parts of the document, sections are （一）', () => {
  const found = sectionsOf([
    '一、云溪县图书馆概况',
    '（一）主要职能',
    '正文。',
    '二、2031年部门预算安排情况说明',
    '（一）关于2031年收支预算情况的总体说明',
    '正文。',
    '（二）关于2031年收入预算情况说明',
    '正文。',
    '（三）关于2031年支出预算情况说明',
    '正文。',
    '（四）关于2031年政府性基金预算支出情况说明',
    '正文。',
    '（五）关于2031年“三公”经费情况说明',
    '1.因公出国（境）费用1万元。',
    '正文。',
    '（六）其他重要事项的情况说明',
    '1.机关运行经费。',
    '正文。',
    '三、名词解释',
    '1.基本支出：指日常支出。',
    '四、2031年部门预算表',
  ]);
  expect(found).toEqual([
    'duties 主要职能',
    '1 关于2031年收支预算情况的总体说明',
    '2 关于2031年收入预算情况说明',
    '3 关于2031年支出预算情况说明',
    '– （四）关于2031年政府性基金预算支出情况说明',
    '7 （五）关于2031年“三公”经费情况说明',
    '12 （六）其他重要事项的情况说明 ∅',
    '8 1.机关运行经费',
  ]);
});

test('income below the appropriation, and basic spending of all funds, are no sections of their own', () => {
  const found = sectionsOf([
    '第二部分 2031年部门预算情况说明',
    '一、收支预算总体情况说明',
    '正文。',
    '二、财政拨款收支预算情况说明',
    '（一）收入预算情况',
    '正文。',
    '三、支出预算情况说明',
    '（一）基本支出：正文。',
    '正文。',
  ]);
  expect(found).toEqual(['1 收支预算总体情况说明', '4 二、财政拨款收支预算情况说明', '3 支出预算情况说明']);
});

test('a glossary that is counted among the sections ends where the next one is counted', () => {
  const lines = [
    '云溪县图书馆2031年部门预算信息公开',
    '一、部门职责及机构设置情况',
    '管书。',
    '二、部门预算安排的总体情况',
    '正文。',
    '三、“三公”经费预算情况',
    '正文。',
    '四、政府采购预算情况',
    '正文。',
    '五、名词解释',
    '1、基本支出：指日常支出。',
    '2、项目支出：指专门支出。',
    '六、其他需要说明的事项',
    '没有。',
  ];
  const { sections, glossary } = read(lines.join('\n\n'));
  expect(glossary.map(({ definition }) => definition)).toEqual(['指日常支出。', '指专门支出。']);
  expect(sections.at(-1)).toMatchObject({ number: 12, title: '六、其他需要说明的事项' });
  expect(sections.map(({ number }) => number)).toEqual([null, 1, 7, 9, 12]);
});

test('the title of all tables, above that of the first, is no table', () => {
  const table = '科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t9.00\t9.00\t';
  const text = `云溪县图书馆2031年部门预算公开\n\n第二部分\n\n2031年部门预算表\n\n部门支出总表\n\n单位：万元\n${table}`;
  const { sections, tables } = read(text);
  expect(tables).toMatchObject([{ title: '部门支出总表', rows: [{}] }]);
  expect(sections).toEqual([]);
});

test('the glossary may stand above the narrative, titles without numbers', () => {
  const lines = [
    '云溪县图书馆2031年单位预算',
    '主要职能',
    '正文。',
    '名词解释',
    '（一）基本支出：指日常支出。',
    '2031年单位预算编制说明',
    '正文。',
    '部门支出总表',
    '单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n合计\t\t9.00\t9.00\t',
    '其他相关情况说明',
    '一、“三公”经费预算情况说明',
    '正文。',
    '二、政府采购预算情况',
    '正文。',
    '三、绩效目标设置情况',
    '正文。',
  ];
  const { sections, glossary } = read(lines.join('\n\n'));
  expect(glossary).toMatchObject([{ term: '基本支出', definition: '指日常支出。' }]);
  expect(sections.map(({ kind, number }) => number ?? kind)).toEqual(['duties', 'other', 7, 9, 10]);
});

test('the glossary may stand within a section, among those below it', () => {
  const lines = [
    '云溪县图书馆2031年部门预算编制说明',
    '一、收支预算情况说明',
    '正文。',
    '二、政府采购预算情况',
    '正文。',
    '三、“三公”经费预算情况',
    '正文。',
    '四、其他公开信息',
    '（一）专业名词解释',
    '1.基本支出：指日常支出。',
    '2.机关运行经费：指日常办公的钱。',
    '（二）机关运行经费安排情况',
    '正文。',
    '（三）国有资产占有使用情况',
    '正文。',
  ];
  const { sections, glossary } = read(lines.join('\n\n'));
  expect(glossary.map(({ term }) => term)).toEqual(['基本支出', '机关运行经费']);
  expect(sections.map(({ number }) => number)).toEqual([1, 9, 7, 12, 8, 11]);
});

test('terms that are numbered as the sections take none of them away', () => {
  const found = sectionsOf([
    '第二部分 2031年部门预算情况说明',
    '一、收支预算情况说明',
    '正文，这一段被分页打断，',
    '下一页接着写。',
    '二、政府采购预算情况',
    '正文。',
    '三、“三公”经费预算情况',
    '正文。',
    '四、其他重要事项的情况说明',
    '（一）机关运行经费支出情况',
    '正文。',
    '第三部分 名词解释',
    '一、机关运行经费：指日常办公的钱。',
  ]);
  expect(found).toEqual([
    '1 收支预算情况说明',
    '9 二、政府采购预算情况',
    '7 三、“三公”经费预算情况',
    '12 四、其他重要事项的情况说明 ∅',
    '8 （一）机关运行经费支出情况',
  ]);
});

test('sections without numbers go on where the template has others between them', () => {
  const found = sectionsOf([
    '第三部分 2031年部门预算情况说明',
    '收支预算总体情况说明',
    '正文。',
    '“三公”经费预算情况说明',
    '正文。',
    '其他重要事项情况说明',
    '（一）机关运行经费',
    '正文。',
    '（二）政府采购情况',
    '正文。',
  ]);
  expect(found).toEqual([
    '1 收支预算总体情况说明',
    '7 “三公”经费预算情况说明',
    '12 其他重要事项情况说明 ∅',
    '8 （一）机关运行经费',
    '9 （二）政府采购情况',
  ]);
});

test('a title that names the body may be broken over two lines', () => {
  const name = '云溪县文化广电旅游体育和新闻出版局';
  const found = sectionsOf([
    '第三部分 2031年部门预算情况说明',
    `一、关于${name}2031年收支\n总表的说明`,
    '正文。',
    `二、关于${name}2031年收入总\n表的说明`,
    '正文。',
    `三、关于${name}2031年一般公共预算“三公”\n经费支出表的说明`,
    '正文。',
  ]);
  expect(found).toEqual([
    `1 关于${name}2031年收支总表的说明`,
    `2 关于${name}2031年收入总表的说明`,
    `7 三、关于${name}2031年一般公共预算“三公”经费支出表的说明`,
  ]);
});
