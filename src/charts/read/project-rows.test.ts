import { expect, test } from 'vitest';
import { sampleDisclosure } from '../gallery/sample-disclosure.ts';
import { projectRows } from './project-rows.ts';

test('leaves the line of the unit out', () => {
  const disclosure = sampleDisclosure({
    projects: [
      ['供水', '5.00'],
      ['供水', '3.00'],
    ],
  });
  expect(projectRows(disclosure, 12)).toEqual({
    projects: [
      { name: '供水', yuan: 50_000, line: 103 },
      { name: '供水', yuan: 30_000, line: 104 },
    ],
    total: 80_000,
  });
});

test("leaves the bodies of a department's table out, but no project that happens to equal the next", () => {
  const projects: [string, string][] = [
    ['某县图书馆', '8.00'],
    ['购书', '5.00'],
    ['少儿读书会', '3.00'],
    ['某县文化馆', '3.00'],
    ['演出', '3.00'],
  ];
  const department = { ...sampleDisclosure({ projects }), kind: '部门' as const };
  expect(projectRows(department, 12).projects.map(({ name }) => name)).not.toContain('某县图书馆');
  expect(projectRows(department, 12).projects.map(({ name }) => name)).not.toContain('某县文化馆');
  const unit = sampleDisclosure({
    projects: [
      ['读书会', '3.00'],
      ['演出', '3.00'],
    ],
  });
  expect(projectRows(unit, 12).projects).toHaveLength(2);
});

test("leaves a department's line out that prints its code before its name", () => {
  const sample = sampleDisclosure({
    projects: [
      ['某县图书馆', '8.00'],
      ['购书', '8.00'],
      ['某县文化馆', '3.00'],
      ['演出', '3.00'],
    ],
  });
  const tables = sample.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell === sample.unit.name ? `328001-${cell}` : cell)),
    })),
  }));
  const { projects } = projectRows({ ...sample, kind: '部门', tables }, 12);
  expect(projects.map(({ name }) => name)).toEqual(['购书', '演出']);
});

test('leaves the lines of bodies out that stand in a column of their own', () => {
  const disclosure = sampleDisclosure({ projects: [['购书', '5.00']] });
  const tables = disclosure.tables.map((table) => {
    if (table.number !== 12) return table;
    const [total, ...rows] = table.rows.map((row) => ({ ...row, cells: ['某县图书馆', ...row.cells] }));
    const body = { line: 150, cells: ['某县图书馆', '', ...(rows[0]?.cells.slice(2) ?? [])] };
    return {
      ...table,
      columns: [{ path: '单位名称', role: 'text' as const, side: '' as const }, ...table.columns],
      rows: [...(total ? [total] : []), body, ...rows],
    };
  });
  expect(projectRows({ ...disclosure, tables }, 12).projects.map(({ name }) => name)).toEqual(['购书']);
});
