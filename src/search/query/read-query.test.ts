import { expect, test } from 'vitest';
import { isPrefix, readQuery } from './read-query.ts';

const tokens = (typed: string) => readQuery(typed).map((term) => term.tokens.join(''));
const ranges = (typed: string) => readQuery(typed).flatMap((term) => term.ranges);

test('blanks part terms, quotation marks hold them together', () => {
  expect(tokens('养老 缴费')).toEqual(['养老', '缴费']);
  expect(tokens('"养老 缴费"')).toEqual(['养老缴费']);
  expect(tokens('“三公”经费')).toEqual(['三公经费']);
});

test('a document number is one term however it is typed', () => {
  const expected = readQuery('甲财综〔2031〕43号').map((term) => term.tokens);
  for (const typed of ['甲财综2031 43号', '甲财综【2031】43号', '甲财综〔2031〕 43 号', '甲财综 (2031) 43号'])
    expect(readQuery(typed).map((term) => term.tokens)).toEqual(expected);
  expect(tokens('【2031】43号')).toEqual(['203143号']);
});

test('one amount in all its writings', () => {
  for (const typed of ['4762.92万元', '4,762.92万', '47,629,200元', '4762.92 万元'])
    expect(ranges(typed)).toEqual([[47629200, 47629200]]);
  for (const typed of ['4762.92', '4,762.92', '47629200', '47,629,200'])
    expect(ranges(typed)).toContainEqual([47629200, 47629200]);
});

test('a number without unit may be 元 or 万元, a fraction of a yuan is none', () => {
  expect(ranges('100')).toEqual([
    [100, 100],
    [1000000, 1000000],
  ]);
  expect(ranges('0.5')).toEqual([[5000, 5000]]);
  expect(ranges('0.00005')).toEqual([]);
});

test('ranges and bounds', () => {
  expect(ranges('1000..2000万元')).toEqual([[1e7, 2e7]]);
  expect(ranges('500万~1亿')).toEqual([[5e6, 1e8]]);
  expect(ranges('>=1亿')).toEqual([[1e8, Number.POSITIVE_INFINITY]]);
  expect(ranges('≤ 300元')).toEqual([[Number.NEGATIVE_INFINITY, 300]]);
  expect(ranges('>10')).toEqual([[100001, Number.POSITIVE_INFINITY]]);
  expect(tokens('>=1亿 养老')).toEqual(['', '养老']);
});

test('a lone code also finds its family', () => {
  expect(readQuery('a1807').map(isPrefix)).toEqual([true]);
  expect(readQuery('20805').map(isPrefix)).toEqual([true]);
  expect(readQuery('20').map(isPrefix)).toEqual([false]);
  expect(readQuery('养老').map(isPrefix)).toEqual([false]);
});

test('nothing but brackets asks for nothing', () => {
  expect(readQuery('（） 《》')).toEqual([]);
});
