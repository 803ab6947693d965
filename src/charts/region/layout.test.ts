import { expect, test } from 'vitest';
import { summaryCases } from '../gallery/archive-cases.ts';
import { layoutRegion } from './layout.ts';

const units = (id: string) => summaryCases.find((entry) => entry.id === id)?.units ?? [];

test('gives every unit a panel with the same functions in the same order', () => {
  const marks = layoutRegion(units('archive'))?.scenes?.wide.marks ?? [];
  expect(marks).toHaveLength(6);
  const names = marks.map((mark) =>
    mark.labels.map((label) => label.text).filter((text) => /^(教育|住房保障|农林水)$/.test(text)),
  );
  expect(new Set(names.map((list) => list.join())).size).toBe(1);
});

test('shows the largest, sums the rest up in the table, and loses no money', () => {
  const all = units('archive-large');
  const chart = layoutRegion(all);
  expect(chart?.scenes?.narrow.marks).toHaveLength(12);
  expect(chart?.table.rows).toHaveLength(61);
  const total = chart?.table.rows.reduce((sum, row) => sum + Number(row.cells[2]), 0);
  expect(total).toBe(all.reduce((sum, unit) => sum + (unit.spending ?? 0), 0));
  expect(chart?.sentence).toContain('其余 58 个见数据表');
});

test('is a sentence for one unit', () => {
  expect(layoutRegion(units('archive-one'))).toMatchObject({ scenes: null });
  expect(layoutRegion([])).toBeNull();
});
