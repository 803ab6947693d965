import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartsOf } from './charts-of.ts';
import { gallery } from './gallery/gallery.ts';
import { sampleDisclosure } from './gallery/sample-disclosure.ts';
import { arbitrarySample } from './testing/arbitrary-sample.ts';
import { sceneFaults } from './testing/scene-faults.ts';

test.each(
  gallery().flatMap(({ id, charts }) => charts.map((chart) => ({ name: `${id}/${chart.id}`, chart }))),
)('draws $name with every label inside and apart', ({ chart }) => {
  for (const scene of Object.values(chart.scenes ?? {})) expect(sceneFaults(scene)).toEqual([]);
  expect(chart.sentence).toMatch(/^[^«»]+。$/);
  for (const row of chart.table.rows) expect(row.cells).toHaveLength(chart.table.columns.length);
});

test('whatever a disclosure holds, labels stay inside and apart, and every mark says its datum', () => {
  fc.assert(
    fc.property(arbitrarySample, (sample) => {
      for (const chart of chartsOf(sampleDisclosure(sample))) {
        for (const [format, scene] of Object.entries(chart.scenes ?? {})) {
          expect({ chart: chart.id, format, faults: sceneFaults(scene) }).toEqual({
            chart: chart.id,
            format,
            faults: [],
          });
        }
        expect(chart.sentence).not.toMatch(/undefined|NaN|null/);
      }
    }),
    { numRuns: 120, seed: 20310101 },
  );
});

test('shows all kinds of charts for an ordinary disclosure, and none for an empty one', () => {
  const charts = Object.fromEntries(
    gallery().map((entry) => [entry.id, entry.charts.map((chart) => chart.id)]),
  );
  expect(charts.ordinary).toEqual([
    'income',
    'flow',
    'functions',
    'appropriation',
    'basic-structure',
    'basic-items',
    'projects',
    'san-gong',
  ]);
  expect(charts.empty).toEqual([]);
});

test('says one bar in a sentence', () => {
  const one = gallery().find((entry) => entry.id === 'one-sided');
  const pictures = one?.charts.filter((chart) => chart.scenes !== null).map((chart) => chart.id);
  expect(one?.charts.map((chart) => chart.id)).toContain('income');
  expect(pictures).toEqual([]);
});
