import { expect, test } from 'vitest';
import { findContents } from './find-contents.ts';

/** The lines that belong to the table of contents of a text. */
function contentsOf(text: string): string[] {
  const lines = text.split('\n').map((text, index) => ({ text, line: index + 1 }));
  const found = findContents(lines);
  return lines.filter(({ line }) => found.has(line)).map(({ text }) => text);
}

const body = `第一部分 概况
一、本单位职责
保管图书。
第二部分 2031年单位预算报表
2031年预算收支总表
收入	支出
2031年财政拨款安排“三公”经费支出预算表
合计	1.00
第三部分 2031年度单位预算情况说明
一、单位预算收支数据变动情况及原因
今年与上年持平。
第四部分 名词解释
结转：留到下年。`;

test('titles without leaders are the contents until one of them comes again', () => {
  const contents = `目 录
第一部分 概况
一、本单位职责
第二部分 2031年单位预算报表
表一2031年预算收支总表
表十2031年财政拨款安排“三公”经费支出预算表
第三部分 2031年度单位预算情况说明
一、单位预算收支数据变动情况及原因
第四部分 名词解释`;
  expect(contentsOf(`某县图书馆\n${contents}\n${body}`)).toEqual(contents.split('\n'));
});

test('an entry that the text words otherwise, or that was broken in two, does not end the contents', () => {
  const contents = `目录
第一部分 概况
一、单位主要职责
第二部分 2031年单位预算报表
表一2031年预算收支总表
表十2031年财政拨款安排“三公”经费支
出预算表
第三部分 2031年度单位预算情况说明
一、单位预算收支数据变动情况及原因
第五部分 附件`;
  expect(contentsOf(`${contents}\n${body}`)).toEqual(contents.split('\n'));
});

test('a page number may follow after a blank, or at once', () => {
  const contents = `目录
第一部分 概况 1
一、本单位职责 1
第二部分 2031年单位预算报表3
表一2031年预算收支总表 3
表十 2031年财政拨款安排“三公”经费支出预算表 12
第三部分 2031年度单位预算情况说明 15`;
  expect(contentsOf(`${contents}\n${body}`)).toEqual(contents.split('\n'));
});

test('what stands between the contents and the text is not one of them', () => {
  const contents = '目录\n第一部分 概况....1\n第二部分 2031年单位预算报表....2';
  expect(contentsOf(`${contents}\n某县图书馆\n2031年度单位预算公开\n${body}`)).toEqual(contents.split('\n'));
});

test('a text that only speaks of 目录 has no contents', () => {
  expect(contentsOf(`某县图书馆\n目录\n保管图书，办理借阅。\n${body}`)).toEqual(['目录']);
});

test('tables may be counted in the contents otherwise than in the text', () => {
  const contents = `目录
第一部分 概况
第二部分 2031年单位预算报表
一、2031年预算收支总表
表1-1.2031年财政拨款安排“三公”经费支出预算表
第三部分 2031年度单位预算情况说明`;
  expect(contentsOf(`${contents}\n${body}`)).toEqual(contents.split('\n'));
});

test('a part that is counted on a line of its own begins the text', () => {
  const contents = '目录\n第一部分 云溪县图书馆概况....1\n一、主要职责....1\n第二部分 预算表....2';
  const text = '第一部分\n云溪县图书馆概况\n一、主要职责\n保管图书。';
  expect(contentsOf(`${contents}\n${text}`)).toEqual(contents.split('\n'));
});

test('the text may print its titles without the ordinals of the contents', () => {
  const contents = '云溪县图书馆2031年预算公开目录\n一、单位主要职能\n二、名词解释\n三、单位预算表';
  expect(contentsOf(`${contents}\n单位主要职能\n保管图书。\n名词解释\n结转：留到下年。\n单位预算表`)).toEqual(
    contents.split('\n'),
  );
});
