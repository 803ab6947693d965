import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRead } from './figure.ts';
import { readFigure, roundedOff } from './read-figure.ts';

test.each([
  ['31,236.13', 312_361_300],
  ['１０６０．００', 10_600_000],
  ['1 085.00', 10_850_000],
  ['1，050.00', 10_500_000],
  ['-3.20', -32_000],
  ['−3.20', -32_000],
  ['－3.20', -32_000],
  ['(3.20)', -32_000],
  ['（3.20）', -32_000],
  ['( 1,003.20 )', -10_032_000],
  ['(120)', -1_200_000],
])('%s 万元', (printed, yuan) => {
  expect(readFigure(printed, '万元')).toEqual({ printed, yuan });
});

test.each(['', ' ', '—', '-'])('nothing is printed: 「%s」', (printed) => {
  expect(readFigure(printed, '万元')).toBeNull();
});

test.each([
  ['3l2.10', 'a letter among the digits'],
  ['80.00¹', 'a note’s mark is no digit'],
  ['①80.00', 'an item’s number is no digit'],
  ['(3)', 'may be the number of a column'],
  ['(-3.20)', 'says minus twice'],
  ['(3.20', 'lost a bracket'],
])('%s has no value: %s', (printed) => {
  expect(readFigure(printed, '万元')).toEqual({ printed, undecided: '无法识别为金额' });
});

test.each([
  ['80.37', '元', 80],
  ['80.50', '元', 81],
  ['-80.50', '元', -81],
  ['(80.49)', '元', -80],
  ['-0.30', '元', 0],
  ['1,999.995', '元', 2000],
  ['1.23454', '万元', 12_345],
  ['1.23455', '万元', 12_346],
  ['80.00', '元', 80],
] as const)('%s %s is rounded to %d yuan', (printed, unit, yuan) => {
  expect(readFigure(printed, unit)).toEqual({ printed, yuan });
});

test('rounding takes at most half a yuan, away from zero at the half, and the same above and below zero', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (fen) => {
      const printed = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
      const [figure, negative] = [printed, `-${printed}`].map((text) => readFigure(text, '元'));
      if (!isRead(figure) || !isRead(negative)) throw new Error(`${printed} has no value`);
      expect(figure.printed).toBe(printed);
      expect(figure.yuan * 100 - fen).toBeLessThanOrEqual(50);
      expect(figure.yuan * 100 - fen).toBeGreaterThan(-50);
      expect(negative.yuan + figure.yuan).toBe(0);
      expect(roundedOff(figure, '元')).toBeCloseTo((fen - figure.yuan * 100) / 100, 9);
      expect(roundedOff(negative, '元') + roundedOff(figure, '元')).toBe(0);
    }),
  );
});

test('nothing is rounded off where the print says whole yuan, or another value', () => {
  expect(roundedOff({ printed: '31,236.13', yuan: 312_361_300 }, '万元')).toBe(0);
  expect(roundedOff({ printed: '80.00', yuan: 80 }, '元')).toBe(0);
  expect(roundedOff({ printed: '80.37', yuan: 90 }, '元')).toBe(0);
});
