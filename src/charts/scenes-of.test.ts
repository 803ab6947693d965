import { expect, test } from 'vitest';
import type { Format } from './scene.ts';
import { scenesOf } from './scenes-of.ts';

test('a picture is laid out when it is asked for, and once', () => {
  const asked: Format[] = [];
  const scenes = scenesOf((format) => {
    asked.push(format);
    return {
      width: format === 'wide' ? 700 : 340,
      height: 10,
      marks: [],
      labels: [],
      decoration: { shapes: [], labels: [] },
    };
  });
  expect(asked).toEqual([]);
  expect([scenes.wide.width, scenes.wide.width]).toEqual([700, 700]);
  expect(asked).toEqual(['wide']);
});
