import { expect, test } from 'vitest';
import { groupRest } from './group-rest.ts';

const items = [5, -90, 30, 7, 1].map((yuan) => ({ yuan }));

test('keeps the largest amounts in their own order and groups the rest', () => {
  const { shown, rest } = groupRest(items, 3);
  expect(shown.map(({ yuan }) => yuan)).toEqual([-90, 30, 7]);
  expect(rest.map(({ yuan }) => yuan)).toEqual([5, 1]);
});

test('never makes a group of one', () => {
  expect(groupRest(items, 4)).toEqual({ shown: items, rest: [] });
});
