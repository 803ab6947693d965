import { expect, test } from 'vitest';
import type { Disclosure } from '../schema/disclosure.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { cleanDisclosure, cleanEdition } from './testing/clean-disclosure.ts';

const clean = cleanDisclosure(3, { exact: true, funds: true, carried: true, administrative: true });

/** One character of each name of a table or of a form, in its middle, misread and lost. */
function* misreadings(): Generator<[misread: string, disclosure: Disclosure]> {
  for (const by of ['口', ''])
    for (const table of clean.tables)
      for (const [at, row] of table.rows.entries())
        for (const [column, cell] of row.cells.entries()) {
          if (typeof cell !== 'string' || !/\p{Script=Han}{3}/u.test(cell)) continue;
          const cells = row.cells.with(column, misread(cell, by));
          const rows = table.rows.with(at, { ...row, cells });
          const tables = clean.tables.map((one) => (one === table ? { ...table, rows } : one));
          yield [`表${table.number}「${misread(cell, by)}」`, { ...clean, tables }];
        }
  for (const by of ['口', ''])
    for (const [at, project] of clean.projects.entries()) {
      const name = misread(project.name, by);
      yield [`目标表「${name}」`, { ...clean, projects: clean.projects.with(at, { ...project, name }) }];
    }
}

function misread(name: string, by: string): string {
  const middle = Math.floor(name.length / 2);
  return name.slice(0, middle) + by + name.slice(middle + 1);
}

test('no body is blamed for a name that the conversion misread', () => {
  const blamed = [...misreadings()].flatMap(([what, disclosure]) =>
    checkDisclosure(disclosure, { catalogues: [cleanEdition] })
      .filter(({ outcome, likely }) => outcome === '不符' && likely === 'publication')
      .map(({ check, message }) => `${what} ${check}：${message}`),
  );
  expect(blamed).toEqual([]);
});

test('a form whose name was not read is held against no name', () => {
  const [first, ...others] = clean.projects;
  const projects = first ? [{ ...first, name: '' }, ...others] : [];
  const findings = checkDisclosure({ ...clean, projects }).filter(
    ({ check, place }) => check === 'form-names' && place.project === 1,
  );
  expect(findings).toMatchObject([{ outcome: '未检查' }]);
});
