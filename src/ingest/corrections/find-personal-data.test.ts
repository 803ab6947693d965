import { describe, expect, test } from 'vitest';
import { findPersonalData } from './find-personal-data.ts';

/** What is found in one line: its kind and the text that it covers. */
function found(text: string): string[] {
  return findPersonalData([{ text, line: 1 }]).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
}

describe('finds by check digit', () => {
  test.each([
    ['证件 11010519491231002X 已核', 'id-card 11010519491231002X'],
    ['证件 11010519491231002x', 'id-card 11010519491231002x'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'id-card １１０１０５１９４９１２３１００２Ｘ'],
    ['联系人手机13800138000。', 'mobile 13800138000'],
    ['电话：138 0013 8000', 'mobile 138 0013 8000'],
    ['电话：138-0013-8000', 'mobile 138-0013-8000'],
    ['甲\t１３８００１３８０００\t乙', 'mobile １３８００１３８０００'],
    ['支付时间（手机13800138000）', 'mobile 13800138000'],
    ['证件 110105194912 31002X', 'id-card 110105194912 31002X'],
    ['联系电话 138001 38000', 'mobile 138001 38000'],
    ['收款卡号6222020200112233446', 'bank-card 6222020200112233446'],
    ['汇至 6222 0202 0011 2233 446', 'bank-card 6222 0202 0011 2233 446'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]));
});

describe('leaves alone', () => {
  test.each([
    ['a wrong check character', '证件 110105194912310021'],
    ['a date of birth that does not exist', '证件 110105194913310027'],
    ['a card that fails its check digit', '卡号6222020200112233447'],
    ['an amount with decimals', '13800138000.00'],
    ['an amount with separators', '13,800,138,000'],
    ['an amount in 元', '合计13912345678元'],
    ['whole yuan in a cell of a line about money', '资金总额\t13912345678\t'],
    ['a round sum', '13900000000'],
    ['a timestamp', '填报日期：20310115103045'],
    ['a timestamp that lost its first digit', '0310115103045'],
    ['a glued timestamp', '2031011510304520310115103046'],
    ['digits inside a longer number', '913800138000'],
    ['a project code', '项目编码：1408002400000123456'],
    ['a code with a letter', '14080024P000012345678'],
    ['a code of another province with a year', '5101042024000012345'],
    ['a document number', '某财综〔2031〕43号'],
    ['a short service number', '12345 热线服务'],
    ['a landline', '0358-4022345'],
  ])('%s', (_, text) => expect(found(text)).toEqual([]));
});

test('finds a number that a page break cuts in two', () => {
  const lines = ['联系电话：1380', '- 5 -', '0138000，证件110105', '19491231002X。', '合计 12', '34'];
  const spans = findPersonalData(lines.map((text, index) => ({ text, line: index + 1 })));
  expect(
    spans.map(({ kind, line, from, to, masked }) => [kind, line, lines[line - 1]?.slice(from, to), masked]),
  ).toEqual([
    ['id-card', 3, '110105', '1*****'],
    ['id-card', 4, '19491231002X', '************'],
  ]);
  const [near] = findPersonalData([
    { text: '联系电话：1380', line: 1 },
    { text: '0138000', line: 3 },
  ]);
  expect(near).toMatchObject({ kind: 'mobile', line: 1, masked: '1***' });
});

test('two figures in two rows of a table are no number', () => {
  const lines = ['甲\t62220202001', '12233446\t乙'].map((text, index) => ({ text, line: index + 1 }));
  expect(findPersonalData(lines)).toEqual([]);
  expect(
    findPersonalData(lines.map(({ text, line }) => ({ text: text.replace('\t', ''), line }))),
  ).toHaveLength(2);
});

test('keeps the first digit and no other', () => {
  const [one] = findPersonalData([{ text: '手机 13800138000', line: 7 }]);
  expect(one).toEqual({ line: 7, from: 3, to: 14, kind: 'mobile', masked: '1**********' });
});
