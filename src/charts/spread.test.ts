import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('leaves items where they wish to be when they do not touch', () => {
  expect(
    spread(
      [
        { wish: 10, height: 10 },
        { wish: 50, height: 10 },
      ],
      100,
    ),
  ).toEqual([5, 45]);
});

test('pushes items apart, and back up from the end', () => {
  expect(
    spread(
      [
        { wish: 10, height: 20 },
        { wish: 12, height: 20 },
      ],
      100,
    ),
  ).toEqual([0, 20]);
  expect(
    spread(
      [
        { wish: 95, height: 20 },
        { wish: 99, height: 20 },
      ],
      100,
    ),
  ).toEqual([60, 80]);
});

test('keeps order and distance for any wishes', () => {
  const item = fc.record({
    wish: fc.integer({ min: -50, max: 400 }),
    height: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 20 }), (items) => {
      const tops = spread(items, 300);
      const need = items.reduce((sum, { height }) => sum + height, 0);
      tops.forEach((top, index) => {
        const bottom = top + (items[index]?.height ?? 0);
        expect(top).toBeGreaterThanOrEqual(-1e-9);
        expect(bottom).toBeLessThanOrEqual((tops[index + 1] ?? Math.max(300, need)) + 1e-9);
      });
    }),
  );
});
