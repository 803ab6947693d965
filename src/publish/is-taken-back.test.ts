import { expect, test } from 'vitest';
import { isTakenBack } from './is-taken-back.ts';
import { factsOf } from './ledger.ts';

const ledger = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, factsOf(Buffer.from(text))]));

const before = ledger({
  'index.html': '两份',
  'units/a/2031/disclosure.md': '记录 甲',
  'units/a/2031/source.txt': '发放对象：张三',
  'units/b/2031/disclosure.md': '记录 乙',
});

test.for<[string, Record<string, string>, boolean]>([
  ['one more disclosure', { 'units/c/2031/disclosure.md': '记录 丙' }, false],
  ['a misreading put right', { 'units/a/2031/disclosure.md': '记录 甲，更正' }, false],
  ['a mask', { 'units/a/2031/source.txt': '发放对象：某人' }, true],
  ['another record where the text is not kept', { 'units/b/2031/disclosure.md': '记录 乙，遮盖' }, true],
])('%s', ([, changed, expected]) => {
  expect(isTakenBack(before, new Map([...before, ...ledger(changed)]))).toBe(expected);
});

test('a withdrawn disclosure', () => {
  const after = new Map(before);
  after.delete('units/b/2031/disclosure.md');
  expect(isTakenBack(before, after)).toBe(true);
});
