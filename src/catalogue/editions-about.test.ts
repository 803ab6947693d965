import { expect, test } from 'vitest';
import { editionsAbout } from './editions-about.ts';

const old = { edition: '某财综〔2019〕3号', repeals: [] };
const newer = { edition: '某财综〔2022〕8号', repeals: ['某财综〔2019〕3号'] };
const other = { edition: '某财综〔2021〕5号', repeals: [] };

test('what is said of an edition depends on itself and on what repeals it', () => {
  expect(editionsAbout([old, newer, other], old.edition)).toEqual([old, newer]);
  expect(editionsAbout([old, newer, other], other.edition)).toEqual([other]);
});

test('a disclosure without a catalogue depends on none', () => {
  expect(editionsAbout([old, newer, other], '')).toEqual([]);
});
