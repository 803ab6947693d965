import { expect, test } from 'vitest';
import { collectNames } from '../index/collect-names.ts';
import { joinNames } from '../index/packed-names.ts';
import { readWordings } from '../index/read-wordings.ts';
import { writeSuggestions } from '../index/write-suggestions.ts';
import { samplePage } from '../testing/sample-pages.ts';
import { matchSuggestions } from './match-suggestions.ts';
import { openSuggestions } from './open-suggestions.ts';

const page = samplePage({}, [
  '表',
  [
    { kind: '单位', texts: ['宜城会计学校'] },
    { texts: ['银行手续费', '30204'] },
    { texts: ['行政运行', '2080101'] },
    { kind: '说明', texts: ['社保卡办理，社保宣传'] },
    { kind: '目录条目', texts: ['法律援助服务', 'A0101'] },
  ],
]);
const names = await openSuggestions(writeSuggestions([joinNames([collectNames(readWordings(page.rows))])]));
const texts = (typed: string) => matchSuggestions(names, typed, 8).map(({ text }) => text);

test('pinyin, its beginning and its initials find a name', () => {
  for (const typed of ['shebao', 'sheb', 'sb', 'SheBao']) expect(texts(typed)[0]).toBe('社保');
  expect(texts('falv')).toEqual(['法律援助服务']);
});

test('a body is found by what it is called for short', () => {
  expect(texts('宜会校')).toEqual(['宜城会计学校']);
  expect(texts('会宜校')).toEqual([]);
  // Two characters stand in this order in many names, and what is no body has no such name.
  expect(texts('会校')).toEqual([]);
  expect(texts('法援服务')).toEqual([]);
});

test('a character reads as its word says', () => {
  expect(texts('yinhang')).toEqual(['银行手续费']);
  expect(texts('xingzheng')).toEqual(['行政运行']);
  expect(texts('kuaiji')).toEqual(['宜城会计学校']);
});

test('characters and codes find names too', () => {
  expect(texts('会计')).toEqual(['宜城会计学校']);
  expect(matchSuggestions(names, '20801', 8)).toEqual([{ text: '2080101', note: '行政运行' }]);
  expect(texts('a01')).toEqual(['A0101']);
  expect(texts('')).toEqual([]);
});
