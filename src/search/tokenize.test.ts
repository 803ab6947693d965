import { expect, test } from 'vitest';
import { makeTraditional } from './make-traditional.ts';
import { tokenize, tokenTexts } from './tokenize.ts';
import { simplified, traditional } from './traditional.ts';

const join = (text: string) => tokenTexts(text).join(' ');

test('a Chinese character is a token, a number or a code is one', () => {
  expect(join('拨打12368诉讼热线')).toBe('拨 打 12368 诉 讼 热 线');
  expect(join('A180701')).toBe('a180701');
  expect(join('合计4,762.92万元')).toBe('合 计 4762.92 万 元');
});

test('brackets, quotes, blanks, width and case make no difference', () => {
  expect(join('甲财综〔2031〕43号')).toBe(join('甲财综【2031】43 号'));
  expect(join('甲财综〔2031〕43号')).toBe(join('甲财综[２０３１]４３号'));
  expect(join('“三公”经费')).toBe(join('三公经费'));
  expect(join('ＡＢc')).toBe('abc');
});

test('the brackets of a document number still part its numbers', () => {
  expect(join('〔2031〕43号')).toBe('2031 43 号');
});

test('traditional characters read as simplified ones', () => {
  expect(join('養老保險')).toBe(join('养老保险'));
});

test('an ordinal keeps its point, a date its parts', () => {
  expect(join('3.完善')).toBe('3 . 完 善');
  expect(join('2031.1.15')).toBe('2031 . 1 . 15');
  expect(join('1,2,3')).toBe('1 , 2 , 3');
  expect(join('共1,234,567元')).toBe('共 1234567 元');
  expect(join('12,3456')).toBe('12 , 3456');
});

test('punctuation counts, in either width', () => {
  expect(join('养老，工伤')).toBe('养 老 , 工 伤');
  expect(join('≥98％')).toBe('≥ 98 %');
});

test('tokens know where they stood', () => {
  const text = '（二）共４,762.92万';
  const token = tokenize(text).find((one) => one.text === '4762.92');
  expect(text.slice(token?.start, token?.end)).toBe('４,762.92');
});

test('a circled number does not run into the next digit', () => {
  expect(join('①2')).toBe('1 2');
});

test('the table of traditional characters is the one that OpenCC gives', () => {
  expect([traditional, simplified]).toEqual(makeTraditional());
});
