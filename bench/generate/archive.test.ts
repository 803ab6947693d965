import { expect, test } from 'vitest';
import { makeDisclosure } from './archive.ts';
import { sum } from './budget.ts';
import { functionRows, makeTables } from './tables.ts';

test('the same seed and index make the same text, others another', () => {
  expect(makeDisclosure(7).text).toBe(makeDisclosure(7).text);
  expect(makeDisclosure(7).text).not.toBe(makeDisclosure(8).text);
  expect(makeDisclosure(7, 2).text).not.toBe(makeDisclosure(7, 1).text);
});

test('what is printed adds up', () => {
  for (let index = 0; index < 50; index++) {
    const { budget } = makeDisclosure(index);
    const [total] = functionRows(budget);
    const projects = sum(budget.projects.map((project) => project.annual));
    expect(total?.project).toBe(projects);
    const economic = sum([...budget.staff, ...budget.office].map((item) => item.amount));
    expect(economic + budget.reception + budget.vehicles).toBe(total?.basic);
    const tables = makeTables(budget);
    expect(tables).toHaveLength(13);
    for (const table of tables)
      for (const row of table.rows) expect(row).toHaveLength(table.rows[0]?.length as number);
  }
});

test('bodies do not repeat within a year', () => {
  const names = Array.from({ length: 900 }, (_, index) => makeDisclosure(index).budget.unit);
  expect(new Set(names).size).toBeGreaterThan(850);
});
