import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureText } from './measure-text.ts';
import { wrapText } from './wrap-text.ts';

test('breaks Chinese where the line is full', () => {
  expect(wrapText('城乡社区公共设施维护', 13 * 5)).toEqual(['城乡社区公', '共设施维护']);
});

test('does not begin a line with closing punctuation nor end it with opening', () => {
  expect(wrapText('购置（续）费', 13 * 3)).toEqual(['购置', '（续）', '费']);
});

test('keeps a number whole', () => {
  expect(wrapText('其中 1,234.50 元', 60)).toEqual(['其中', '1,234.50', '元']);
});

test('ends what does not fit into the given lines with an ellipsis', () => {
  expect(wrapText('一二三四五六七八九十', 13 * 3, 2)).toEqual(['一二三', '四五…']);
  expect(wrapText('一二三', 13 * 3, 1)).toEqual(['一二三']);
});

test('loses no character, and no line is wider than asked for', () => {
  const text = fc.string({ unit: fc.constantFrom(...'预算支出（）“”、。2031.5,AB 款'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 400 }), (original, width) => {
      const lines = wrapText(original, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(original.replaceAll(' ', ''));
      for (const line of lines) expect(measureText(line)).toBeLessThanOrEqual(width);
    }),
  );
});
