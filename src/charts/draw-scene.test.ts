import { expect, test } from 'vitest';
import { drawScene } from './draw-scene.ts';
import type { Scene } from './scene.ts';

const scene: Scene = {
  width: 100,
  height: 50,
  marks: [
    {
      title: '教育 <支出>：1.00 万元',
      shapes: [
        { kind: 'box', x: 0.12, y: 2, width: 10.06, height: 12, tone: 'series-1' },
        { kind: 'ribbon', x0: 0, y0: 10, x1: 40, y1: 20, thickness: 4, tone: 'rest' },
      ],
      labels: [{ x: 100, y: 12, text: 'A&B', width: 20, anchor: 'end', style: 'figure' }],
    },
  ],
  decoration: {
    shapes: [
      {
        kind: 'line',
        points: [
          [0, 0],
          [0, 50],
        ],
      },
    ],
    labels: [],
  },
};

test('draws marks that a keyboard reaches and that say their datum', () => {
  expect(drawScene(scene, '支出图', 'chart-wide')).toBe(
    '<svg class="chart-svg chart-wide" viewBox="0 0 100 50" role="group" aria-label="支出图">' +
      '<g aria-hidden="true"><path class="l" d="M0 0L0 50"/></g>' +
      '<g class="m" tabindex="0" role="img"><title>教育 &lt;支出&gt;：1.00 万元</title>' +
      '<rect class="s1" x="0.1" y="2" width="10.1" height="12"/>' +
      '<path class="s0 r" d="M0 8C20 8 20 18 40 18V22C20 22 20 12 0 12Z"/>' +
      '<text class="f ae" x="100" y="12">A&amp;B</text></g></svg>',
  );
});

test('carries no style, script or id of its own', () => {
  expect(drawScene(scene, '支出图', '')).not.toMatch(/style=|<script|\sid=|on\w+=/);
});
