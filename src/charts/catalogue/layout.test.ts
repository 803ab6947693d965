import { expect, test } from 'vitest';
import { catalogueCases } from '../gallery/archive-cases.ts';
import { layoutCatalogue } from './layout.ts';

test('counts the services of each department by second-level code', () => {
  const catalogue = catalogueCases[0]?.catalogue;
  if (!catalogue) throw new Error('A catalogue was expected.');
  const chart = layoutCatalogue(catalogue);
  const services = catalogue.departments[0]?.entries.filter((entry) => entry.level === 4).length;
  const bare = catalogue.departments[0]?.entries.filter(
    (entry) =>
      entry.level === 3 && !catalogue.departments[0]?.entries.some((other) => other.parent === entry.code),
  ).length;
  expect(chart?.table.rows[0]?.cells.at(-1)).toBe((services ?? 0) + (bare ?? 0));
  for (const row of chart?.table.rows ?? []) {
    const counts = row.cells.slice(1, -1).map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(row.cells.at(-1));
  }
});

test('begins another line for another first level on a phone', () => {
  const scene = layoutCatalogue(catalogueCases[1]?.catalogue ?? never())?.scenes?.narrow;
  const headings = scene?.decoration.labels.filter((label) => label.text === '01') ?? [];
  expect(headings.map((label) => label.x)).toEqual([headings[0]?.x, headings[0]?.x]);
  expect(headings).toHaveLength(2);
});

test('is nothing for an edition without entries', () => {
  expect(layoutCatalogue({ ...(catalogueCases[0]?.catalogue ?? never()), departments: [] })).toBeNull();
});

function never(): never {
  throw new Error('A catalogue was expected.');
}
