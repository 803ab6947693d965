import { expect, test } from 'vitest';
import { readFigure } from './read-figure.ts';

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
