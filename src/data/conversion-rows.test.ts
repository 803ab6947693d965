import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { entriesOf } from '../schema/table.ts';
import { parsedTexts } from './testing/parsed-texts.ts';
import { writePart } from './write-part.ts';

type Row = Record<string, string>;

const texts = parsedTexts().map(([name, disclosure]) => {
  const { files } = writePart({ disclosure, findings: [] }, '1');
  const rows = (file: string): Row[] =>
    parse(files.get(file) ?? '', { bom: true, columns: true, record_delimiter: '\r\n' });
  return { name, disclosure, rows };
});

/** Rows that a record of `conversion.csv` concerns, joined as docs/data.md says. */
function joined(record: Row, rows: Row[], by: 'table' | 'project'): Row[] {
  return rows.filter(
    (row) =>
      row[by] === record[by] &&
      Number(row.line) >= Number(record.first_line) &&
      Number(row.line) <= Number(record.last_line),
  );
}

const weights = ['', 'note', 'decided', 'undecided'];

function weightiest(records: Row[]): string {
  return records
    .map(({ status = '' }) => status)
    .reduce((best, status) => (weights.indexOf(status) > weights.indexOf(best) ? status : best), '');
}

test('every decision of the conversion is a row, with what was printed and what was decided', () => {
  for (const { name, disclosure, rows } of texts) {
    const records = rows('conversion.csv');
    expect(
      records.map(({ rule, status, message, actual, expected }) => ({
        rule,
        status,
        message,
        actual,
        expected,
      })),
      name,
    ).toEqual(
      disclosure.findings.map(({ rule, status, message, actual = '', expected = '' }) => ({
        ...{ rule, status, message },
        ...{ actual, expected },
      })),
    );
  }
});

test('a record on a table finds its rows of figures.csv, and they say so', () => {
  let found = 0;
  for (const { name, disclosure, rows } of texts) {
    const figures = rows('figures.csv');
    const records = rows('conversion.csv').filter(({ table }) => table);
    for (const record of records) {
      const printed = disclosure.tables.filter(({ number }) => String(number) === record.table);
      if (!printed.some((table) => entriesOf(table).some(({ amounts }) => amounts.size > 0))) continue;
      const own = joined(record, figures, 'table');
      expect(own, `${name} ${record.message}`).not.toEqual([]);
      expect(
        own.some(({ conversion }) => conversion),
        `${name} ${record.message}`,
      ).toBe(true);
      found += 1;
    }
    const ofWholeRow = records.filter(({ column }) => !column);
    for (const row of figures) {
      const about = records.filter((record) => joined(record, [row], 'table').length > 0);
      if (about.every((record) => ofWholeRow.includes(record)))
        expect(row.conversion, `${name} ${row.line} ${row.column}`).toBe(weightiest(about));
    }
  }
  expect(found).toBeGreaterThan(20);
});

test('a decision on several rows concerns all of them, one on the table as a whole all of its rows', () => {
  const records = texts.flatMap(({ rows, name }) =>
    rows('conversion.csv').map((row) => ({ ...row, name }) as Row),
  );
  const several = records.filter(({ message = '' }) => /第\d+至\d+行/.test(message));
  expect(several).not.toEqual([]);
  for (const { first_line, last_line, message } of several)
    expect(message).toContain(`第${first_line}至${last_line}行`);
  const { rows } = texts.find(({ name }) => name === 'header-missing') as (typeof texts)[number];
  const headless = rows('conversion.csv').filter(({ rule }) => rule === 'header-missing');
  expect(headless).not.toEqual([]);
  for (const record of headless) {
    const table = rows('figures.csv').filter((row) => row.table === record.table);
    expect(joined(record, table, 'table')).toEqual(table);
  }
});

test('a level that contradicts the printed one is found from its indicator', () => {
  let found = 0;
  for (const { name, rows } of texts) {
    const indicators = rows('indicators.csv');
    for (const record of rows('conversion.csv').filter(({ rule }) => rule === 'level-decided')) {
      const own = joined(record, indicators, 'project').filter(({ level2 }) => level2 === record.expected);
      expect(own, `${name} ${record.message}`).not.toEqual([]);
      expect(own.every(({ conversion }) => conversion !== '')).toBe(true);
      found += 1;
    }
  }
  expect(found).toBeGreaterThan(50);
});
