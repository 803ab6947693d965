import { expect, test } from 'vitest';
import { cleanDisclosure } from '../testing/clean-disclosure.ts';
import { dropSection, reword } from '../testing/edit-disclosure.ts';
import { changeOfTotal } from './change-of-total.ts';
import { threePublicComparison } from './three-public-comparison.ts';

const clean = cleanDisclosure(4, { carried: true });

test('total income is compared with the year before', () => {
  const edited = reword(
    1,
    /收入总计.*，主要原因/,
    '收入总计300.00万元，比上年减少100.00万元，下降25%，主要原因',
  )(clean);
  const { income, spending } = changeOfTotal(edited);
  expect(income).toMatchObject({
    direction: -1,
    changeYuan: -1_000_000,
    previousYuan: 4_000_000,
    baseYear: 2030,
    section: 1,
  });
  expect(income?.percent?.printed).toBe('25%');
  expect(spending).toBeNull();
});

test('nothing is compared where nothing is stated', () => {
  expect(changeOfTotal(dropSection(1)(clean))).toEqual({ income: null, spending: null });
});

test('三公 and each of its parts are compared', () => {
  const changes = threePublicComparison(clean).map(({ part, changeYuan }) => `${part} ${changeYuan}`);
  expect(changes).toEqual(['total -10000', 'abroad 0', 'reception 2000', 'running -12000', 'purchase 0']);
});
