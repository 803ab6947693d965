import { expect, test } from 'vitest';
import { type Bar, layoutBars } from './bars.ts';
import type { Box, Tone } from './scene.ts';
import { sceneFaults } from './testing/scene-faults.ts';

const tones: Tone[] = ['series-1', 'series-2', 'series-3'];

function bar(name: string, ...yuan: number[]): Bar {
  const segments = yuan.map((value, index) => ({ yuan: value, tone: tones[index] ?? 'rest' }));
  return { name, figures: [String(yuan[0])], note: '', title: name, segments };
}

function boxes(bars: Bar[]): Box[][] {
  const scene = layoutBars([{ heading: null, bars }], 'wide');
  expect(sceneFaults(scene)).toEqual([]);
  return scene.marks.map((mark) => mark.shapes.filter((shape) => shape.kind === 'box'));
}

test('draws lengths in proportion from a common line', () => {
  const [[long] = [], [short] = []] = boxes([bar('多', 400), bar('少', 100)]);
  expect(long?.x).toBe(short?.x);
  expect((long?.width ?? 0) / (short?.width ?? 1)).toBeCloseTo(4, 1);
});

test('puts the pieces of a bar end to end', () => {
  const [pieces = []] = boxes([bar('校舍', 30, 50, 20)]);
  const [first, second, third] = pieces;
  expect(second?.x).toBeCloseTo((first?.x ?? 0) + (first?.width ?? 0), 1);
  expect(third?.x).toBeCloseTo((second?.x ?? 0) + (second?.width ?? 0), 1);
});

test('draws amounts below zero to the left of the line', () => {
  const [[minus] = [], [plus] = []] = boxes([bar('退回', -100), bar('拨入', 300)]);
  expect((minus?.x ?? 0) + (minus?.width ?? 0)).toBeCloseTo(plus?.x ?? 0, 1);
});

test('keeps a tiny amount visible and draws nothing for zero', () => {
  const [, [tiny] = [], none] = boxes([bar('大', 1_000_000_000), bar('小', 1), bar('零', 0)]);
  expect(tiny?.width).toBe(1.5);
  expect(none).toEqual([]);
});

test('sets names above the bars on a phone and beside them on a page', () => {
  const groups = [{ heading: null, bars: [bar('住房公积金', 10), bar('办公费', 5)] }];
  const places = (['narrow', 'wide'] as const).flatMap((format) =>
    layoutBars(groups, format).marks.flatMap(({ shapes, labels: [name] }) =>
      shapes.flatMap((shape) =>
        shape.kind === 'box' && name ? [[format, shape.y > name.y, shape.x > name.width]] : [],
      ),
    ),
  );
  expect(places).toEqual([
    ['narrow', true, false],
    ['narrow', true, false],
    ['wide', false, true],
    ['wide', false, true],
  ]);
});
