import { csvRows } from '../data/write-csv.ts';
import type { PlacedAmount, YearRow } from './year-rows.ts';

const amounts = ['spending', 'before', 'basic', 'project', 'official'] as const;

/** The list of a fiscal year as a file: for readers to take away, and for the browser to order and filter. */
export function yearCsv(rows: YearRow[]): string {
  const header = [
    ...['disclosure', 'unit', 'region', 'department'],
    ...amounts.flatMap((name) => [`${name}_yuan`, `${name}_row`]),
    ...['checked', 'fails', 'published'],
  ];
  const lines = rows.map((row) => [
    ...[row.id, row.name, row.region, row.department],
    ...amounts.flatMap((name) => [row[name]?.yuan ?? null, row[name]?.anchor ?? null]),
    ...[row.checked, row.fails, row.published],
  ]);
  return `\ufeff${csvRows([header, ...lines])}`;
}

/** Reads a record of that file. */
export function readYearRow(record: Record<string, string>): YearRow {
  const text = (name: string) => record[name] ?? '';
  const placed = (name: string): Record<string, PlacedAmount> =>
    text(`${name}_yuan`) === ''
      ? {}
      : { [name]: { yuan: Number(text(`${name}_yuan`)), anchor: text(`${name}_row`) } };
  return {
    id: text('disclosure'),
    name: text('unit'),
    region: text('region'),
    department: text('department'),
    ...Object.assign({}, ...amounts.map(placed)),
    checked: Number(text('checked')),
    fails: Number(text('fails')),
    published: text('published'),
  };
}
