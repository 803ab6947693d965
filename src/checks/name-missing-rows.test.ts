import { expect, test } from 'vitest';
import type { Disclosure } from '../schema/disclosure.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { cleanDisclosure } from './testing/clean-disclosure.ts';
import { addToCell, editTable } from './testing/edit-disclosure.ts';

const clean = cleanDisclosure(3, { exact: true });

const failing = (disclosure: Disclosure, check: string) =>
  checkDisclosure(disclosure).filter((finding) => finding.check === check && finding.outcome === '不符');

const without = (table: number, row: (cells: unknown[]) => boolean) =>
  editTable(table, (one) => ({ ...one, rows: one.rows.filter(({ cells }) => !row(cells)) }))(clean);

test('a row that a table lost is named where another prints it with the missing amount', () => {
  const [code, name] =
    clean.tables[2]?.rows.find(({ cells }) => /^\d{7}$/.test(String(cells[0])))?.cells ?? [];
  const findings = failing(
    without(3, (cells) => cells[0] === code),
    't3-footing',
  );
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    expect(finding.likely).toBe('conversion');
    expect(finding.message).toMatch(new RegExp(`；表[二五]有「${name}」 [\\d.]+ 万元，表三没有这一行$`));
  }
});

test('a project that table 十二 lost is named by its form', () => {
  const [project] = clean.projects;
  const findings = failing(
    without(12, (cells) => cells[0] === project?.name),
    't12-projects',
  );
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) expect(finding).toMatchObject({ likely: 'conversion' });
  expect(findings[0]?.message).toContain(`绩效目标表有「${project?.name}」`);
});

test('a total that is wrong by any other amount names no row', () => {
  const row = String(clean.tables[2]?.rows[0]?.cells[1] || clean.tables[2]?.rows[0]?.cells[0]);
  const findings = failing(addToCell([3, row, '/合计'], 123_400)(clean), 't3-footing');
  expect(findings.length).toBeGreaterThan(0);
  for (const { message } of findings) expect(message).not.toContain('没有这一行');
});

test('what else concerns the row that was lost has the same cause', () => {
  const [code, name] =
    clean.tables[2]?.rows.find(({ cells }) => /^\d{7}$/.test(String(cells[0])))?.cells ?? [];
  const findings = checkDisclosure(without(3, (cells) => cells[0] === code));
  const concerned = findings.filter(
    ({ outcome, message }) => outcome === '不符' && message.includes(`表三「${name}」`),
  );
  expect(concerned.map(({ check }) => check)).toContain('t2-t3-codes');
  for (const { likely } of concerned) expect(likely).toBe('conversion');
});

test('an item that table 六 lost is named by the section that lists it', () => {
  const [item] = clean.tables[5]?.rows.find(({ cells }) => cells[0] === '办公费')?.cells ?? [];
  const findings = checkDisclosure(without(6, (cells) => cells[0] === item));
  const concerned = findings.filter(
    ({ check, outcome }) => outcome === '不符' && (check === 't6-footing' || check === 'narrative-6-items'),
  );
  expect(concerned.map(({ check }) => check)).toEqual(
    expect.arrayContaining(['t6-footing', 'narrative-6-items']),
  );
  for (const { likely, message } of concerned) {
    expect(likely).toBe('conversion');
    expect(message).toContain(`「${item}」`);
  }
});

test('an item that table 六 prints without its amount is no row that was lost', () => {
  const blank = editTable(6, (one) => ({
    ...one,
    rows: one.rows.map((row) =>
      row.cells[0] === '办公费'
        ? { ...row, cells: row.cells.map((cell) => (typeof cell === 'string' ? cell : null)) }
        : row,
    ),
  }))(clean);
  const findings = failing(blank, 't6-footing');
  expect(findings.length).toBeGreaterThan(0);
  for (const { likely, message } of findings) {
    expect(likely).toBe('publication');
    expect(message).not.toContain('不在表六');
  }
});
