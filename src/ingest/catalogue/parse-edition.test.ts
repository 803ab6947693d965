import { describe, expect, test } from 'vitest';
import type { SourceLine } from '../source-line.ts';
import { documentNumbers, ownNumber } from './document-number.ts';
import { parseEdition } from './parse-edition.ts';
import { parseLetters } from './parse-letters.ts';
import { splitAttachment } from './split-attachment.ts';

const numbered = (...texts: string[]): SourceLine[] =>
  texts.map((text, index) => ({ text, line: index + 1 }));

const county = [
  '# 河西县财政局文件',
  '河财综【2031】9号',
  '## 河西县财政局关于转发《东海市财政局关于转发〈云岭省财政厅关于印发部门购买服务指导性目录〉的通知》的通知',
  '各单位：',
  '现将该通知（东财综[2031]18号）转发给你们，请照办。',
  '河西县财政局办公室',
  '2031年7月9日印发',
];
const city = [
  '东海市财政局文件',
  '东财综〔2031〕18号',
  '东海市财政局关于转发《云岭省财政厅关于印发〈部门购买服务指导性目录〉的通知》的通知',
  '现将通知（云财综(2031)6号）原文转发给你们。',
  '东海市财政局办公室 2031年6月20日印发',
];
const province = [
  '# 云岭省财政厅文件',
  '云财综 〔2031〕 6 号',
  '云岭省财政厅关于印发《部门购买服务指导性目录》',
  '（第二批）的通知',
  '根据某办法（云政办发〔2029〕3号）和有关通知（云财综〔2029〕11号），制定本目录。',
  '本目录自印发之日起施行，此前的两个目录（云财综〔2029〕63',
  '- 2 -',
  '号）和（云财综〔2030〕8号）同时废止。',
];
const table = [
  '云岭省部门购买服务指导性目录（第二批）',
  '代码\t一级目录\t二级目录\t三级目录\t四级目录',
  '档案\t\t\t\t',
  'A\t公共服务\t\t\t',
  'A08\t\t文化服务\t\t',
  'A0802\t\t\t群众文化服务\t',
];
const foot = ['信息公开选项：主动公开', '云岭省财政厅办公室', '2031年6月3日印发'];

/** Edition of a document that holds these lines. */
function edition(...lines: string[]): ReturnType<typeof parseEdition> {
  const { letters, foot: below } = splitAttachment(numbered(...lines));
  return parseEdition(letters, below);
}

test('the edition is the innermost document of the chain', () => {
  expect(
    edition(
      '（二）其他',
      '本单位没有。',
      ...county,
      ...city,
      ...province,
      ...table,
      ...foot,
      '第四部分 名词解释',
    ),
  ).toEqual({
    edition: '云财综〔2031〕6号',
    title: '部门购买服务指导性目录（第二批）',
    issuer: '云岭省财政厅',
    issued: '2031-06-03',
    inForce: '2031-06-03',
    repeals: ['云财综〔2029〕63号', '云财综〔2030〕8号'],
    findings: [],
  });
});

test('the foot below the catalogue belongs to the letter of its office', () => {
  const below = ['东海市财政局办公室', '2031年6月20日印发'];
  const own = ['云岭省财政厅办公室', '2031年6月3日印发'];
  expect(edition(...city.slice(0, 4), ...province, ...own, ...table, ...below)).toMatchObject({
    issued: '2031-06-03',
  });
});

test('a date that is stated counts, not the date of issue', () => {
  const stated = province.map((line) => line.replace('自印发之日起施行', '自 2032 年 1 月 1 日起施行'));
  expect(edition(...stated, ...table, ...foot)).toMatchObject({
    issued: '2031-06-03',
    inForce: '2032-01-01',
  });
});

test('where only a forwarding letter is attached, the number that it forwards is the edition', () => {
  expect(edition(...city, ...table)).toMatchObject({
    edition: '云财综〔2031〕6号',
    issuer: '云岭省财政厅',
    issued: '',
  });
});

test('a forwarding letter that cites another number is a finding', () => {
  const wrong = city.map((line) => line.replace('云财综(2031)6号', '云财综(2031)8号'));
  expect(edition(...wrong, ...province, ...table).findings).toMatchObject([
    {
      rule: 'catalogue-edition',
      status: 'undecided',
      actual: '云财综〔2031〕8号',
      expected: '云财综〔2031〕6号',
    },
  ]);
});

test('a catalogue without letters has no edition', () => {
  expect(edition('十二、其他说明', ...table)).toMatchObject({ edition: '', repeals: [], findings: [] });
});

test('the parts of the attachment', () => {
  const parts = splitAttachment(
    numbered(
      '（二）其他',
      '没有。',
      ...province,
      '仅供内部审核',
      ...table,
      '',
      ...foot,
      '',
      '名词解释',
      '一、甲：乙',
    ),
  );
  expect([parts.letters[0]?.line, parts.letters.at(-1)?.line]).toEqual([3, 11]);
  expect([parts.catalogue[0]?.line, parts.catalogue.at(-1)?.line]).toEqual([12, 17]);
  expect(parts.foot.map((line) => line.text).filter((text) => text !== '')).toEqual(foot);
});

test('a document without an attachment has none', () => {
  expect(splitAttachment(numbered('一、收入', '根据某财综〔2031〕1号文件', '第四部分 名词解释'))).toEqual({
    letters: [],
    catalogue: [],
    foot: [],
  });
});

describe('letters as sections', () => {
  const sections = parseLetters(numbered(...city, ...province));

  test('each with its title, wraps joined', () => {
    expect(sections.map((section) => [section.kind, section.line, section.title])).toEqual([
      ['letter', 1, '东海市财政局关于转发《云岭省财政厅关于印发〈部门购买服务指导性目录〉的通知》的通知'],
      ['letter', 6, '云岭省财政厅关于印发《部门购买服务指导性目录》（第二批）的通知'],
    ]);
  });

  test('a paragraph that a page break cut is one', () => {
    const texts = sections[1]?.blocks.map((block) => ('text' in block ? block.text : ''));
    expect(texts?.at(-1)).toBe(
      '本目录自印发之日起施行，此前的两个目录（云财综〔2029〕63号）和（云财综〔2030〕8号）同时废止。',
    );
  });
});

describe('document numbers', () => {
  test.each([
    '云财综〔2031〕6号',
    '云财综【2031】6号',
    '云财综[2031]6号',
    '云财综（2031）6号',
    '云财综﹝2031﹞ 06 号',
    '云财综２０３１ 6号',
  ])('%s', (text) => {
    expect(ownNumber(text)).toBe('云财综〔2031〕6号');
  });
  test('inside a sentence without the words that lead to it', () => {
    expect(documentNumbers('根据云财综〔2031〕6号文件').map((found) => found.number)).toEqual([
      '云财综〔2031〕6号',
    ]);
    expect(ownNumber('根据云财综〔2031〕6号文件')).toBeUndefined();
  });
});

test('原 before the number of a repealed edition is no part of it', () => {
  const repealing = province.map((text) => text.replace('（云财综〔2030〕8号）', '原云财综〔2030〕8号'));
  expect(edition(...repealing, ...table, ...foot).repeals).toEqual(
    edition(...province, ...table, ...foot).repeals,
  );
});
