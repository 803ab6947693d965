import { expect, test } from 'vitest';
import { parseGlossary } from './parse-glossary.ts';

/** `term|definition` of each term in the lines. */
function terms(...texts: string[]): string[] {
  return parseGlossary(texts.map((text, index) => ({ text, line: index + 1 }))).map(
    ({ term, definition }) => `${term}|${definition}`,
  );
}

test.each([
  ['a colon', '一、基本支出：指日常开支。', '基本支出|指日常开支。'],
  ['bold', '**一、基本支出：**指日常开支。', '基本支出|指日常开支。'],
  ['bold without a colon', '**一、专户资金**是指教育收费。', '专户资金|是指教育收费。'],
  ['no colon', '一、专户资金是指教育收费。其中：含学费。', '专户资金|是指教育收费。其中：含学费。'],
  ['no colon and another verb', '一、财政拨款包含三本预算。', '财政拨款|包含三本预算。'],
  ['no colon and 是', '一、专户资金是学校的收费。', '专户资金|是学校的收费。'],
  ['绩效指标 in the term', '一、绩效指标：指目标的细化。', '绩效指标|指目标的细化。'],
  ['quotes and blanks', '一、“三公” 经费：指三项经费。', '“三公”经费|指三项经费。'],
  ['brackets for the ordinal', '（一）基本支出：指日常开支。', '基本支出|指日常开支。'],
  ['a blank behind it', '一、基本支出 日常开支的总和。', '基本支出|日常开支的总和。'],
  ['a stop for the colon', '1.基本支出。日常开支的总和。', '基本支出|日常开支的总和。'],
  ['digits for the ordinal', '1．基本支出：指日常开支。', '基本支出|指日常开支。'],
])('a term with %s', (_, text, expected) => expect(terms('名词解释', text)).toEqual([expected]));

test('the definition may stand on the next lines, over page furniture', () => {
  expect(
    terms(
      '## 第四部分 名词解释',
      '',
      '### **一、专户资金：**',
      '',
      '仅供内部审核',
      '专指教',
      '- 9 -',
      '育收费。',
      '二、甲：乙。',
    ),
  ).toEqual(['专户资金|专指教育收费。', '甲|乙。']);
});

test('parts of a definition that are numbered otherwise stay with it', () => {
  expect(terms('一、基本支出：包括：', '1.人员经费：工资。', '2.公用经费：水电。', '二、甲：乙。')).toEqual([
    '基本支出|包括：1.人员经费：工资。2.公用经费：水电。',
    '甲|乙。',
  ]);
});

test('terms without ordinals', () => {
  expect(terms('**基本支出**：指日常开支。', '**项目支出**：指专项开支。')).toEqual([
    '基本支出|指日常开支。',
    '项目支出|指专项开支。',
  ]);
});

test('terms without ordinals, bold and colons', () => {
  expect(terms('基本支出是指日常开支。', '项目支出，指专项开支', '和基建。', '反映专项所指的开支。')).toEqual(
    ['基本支出|是指日常开支。', '项目支出|指专项开支和基建。反映专项所指的开支。'],
  );
});

test('a sentence that introduces the terms is none', () => {
  expect(terms('有关名词解释如下：', '1.甲：乙。', '2.丙：丁。')).toEqual(['甲|乙。', '丙|丁。']);
  expect(terms('下列名词的含义如下。', '1.甲：乙。')).toEqual(['甲|乙。']);
});

test('terms may stand in groups that are numbered above them', () => {
  expect(terms('一、收入科目', '1.甲：乙。', '2.丙：丁。', '二、支出科目', '1.戊：己。')).toEqual([
    '甲|乙。',
    '丙|丁。',
    '戊|己。',
  ]);
});

test('blanks and dashes around a term are no part of it', () => {
  expect(terms('1. 基本支出——指日常开支。', '2. 项目支出 指专项开支。')).toEqual([
    '基本支出|指日常开支。',
    '项目支出|指专项开支。',
  ]);
});

test('each term knows its line, the last one without a newline too', () => {
  const lines = '一、甲：乙。\n二、丙：丁。'.split('\n').map((text, index) => ({ text, line: index + 40 }));
  expect(parseGlossary(lines).map((term) => term.line)).toEqual([40, 41]);
});
