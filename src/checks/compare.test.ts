import { expect, test } from 'vitest';
import type { MoneyUnit } from '../schema/figure.ts';
import { readFigure } from '../schema/read-figure.ts';
import { compareEqual, compareSum, compareWithin } from './compare.ts';
import { type Term, termOf } from './reading/term.ts';

const yuan = (printed: string): Term => term(printed, '元');
const wan = (printed: string): Term => term(printed, '万元');

function term(printed: string, unit: MoneyUnit): Term {
  return termOf(printed, readFigure(printed, unit), unit, {});
}

/** How a total compares with its items. */
function judge(total: Term, items: Term[]) {
  const finding = compareSum(total, items, { check: 'some', expected: '各项之和' });
  return finding && [finding.outcome, finding.differenceYuan];
}

test('a sum of amounts with 角分 holds where it holds as printed, whatever rounding to yuan makes of it', () => {
  expect(judge(yuan('100.50'), [yuan('50.30'), yuan('50.20')])).toEqual(['相符', 0]);
  expect(judge(yuan('151.20'), [yuan('50.40'), yuan('50.40'), yuan('50.40')])).toEqual(['相符', 0]);
});

test('n amounts with 角分 may be off from their total by half a yuan each', () => {
  expect(judge(yuan('101.70'), [yuan('50.40'), yuan('50.40')])).toEqual(['尾差', 1]);
  expect(judge(yuan('102.30'), [yuan('50.40'), yuan('50.40')])).toEqual(['不符', 2]);
  expect(judge(yuan('102'), [yuan('50'), yuan('51')])).toEqual(['不符', 1]);
});

test('amounts with 角分 need only round to a total in 万元', () => {
  expect(judge(wan('0.01'), [yuan('50.30'), yuan('50.20')])).toEqual(['相符', 0]);
  expect(judge(wan('80.00'), [yuan('300049.70'), yuan('500000.25')])).toEqual(['相符', -50]);
  expect(judge(wan('80.00'), [yuan('300151.70'), yuan('500000.25')])).toEqual(['不符', -152]);
});

test('an amount with 角分 equals one in 万元 that it rounds to, on either side', () => {
  const outcome = (a: Term, b: Term) => compareEqual(a, b, { check: 'some' })?.outcome;
  expect(outcome(yuan('800000.55'), wan('80.00'))).toBe('相符');
  expect(outcome(wan('80.00'), yuan('800000.55'))).toBe('相符');
  expect(outcome(yuan('800049.99'), wan('80.00'))).toBe('相符');
  expect(outcome(yuan('800151.00'), wan('80.00'))).toBe('不符');
});

test('a part with 角分 may not exceed its whole', () => {
  const outcome = (part: Term, whole: Term) => compareWithin(part, whole, { check: 'some' })?.outcome;
  expect(outcome(yuan('80.40'), yuan('80.40'))).toBe('相符');
  expect(outcome(yuan('82.40'), yuan('80.40'))).toBe('不符');
});
