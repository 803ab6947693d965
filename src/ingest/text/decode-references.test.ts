import { expect, test } from 'vitest';
import { decodeReferences } from './decode-references.ts';

test.each([
  ['贯彻&lt;图书馆法&gt;', '贯彻<图书馆法>'],
  ['&ge;12次', '≥12次'],
  ['&#8805;12次，&#x2264;80万元', '≥12次，≤80万元'],
  ['图书&amp;报刊', '图书&报刊'],
  ['&ldquo;三公&rdquo;经费', '“三公”经费'],
])('writes %s as %s', (printed, text) => {
  expect(decodeReferences(printed)).toBe(text);
});

test.each(['图书&报刊', 'R&D', 'AT&T；', '?a=1&copy=2', '&copying;', '&某某;', '&#;'])(
  'leaves %s, which is text',
  (text) => {
    expect(decodeReferences(text)).toBe(text);
  },
);

test('decodes once', () => {
  expect(decodeReferences('&amp;lt;')).toBe('&lt;');
});

test('makes no cell, line or invisible character of a reference', () => {
  expect(decodeReferences('1&nbsp;2&Tab;3&#10;4&#0;5&shy;6&#8203;7&#x202e;8')).toBe('1 2 3 4�5678');
});
