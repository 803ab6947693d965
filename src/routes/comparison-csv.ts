import { csvRows } from '../data/write-csv.ts';
import type { Comparison } from './compare-page.ts';

/** A comparison as CSV, a row of it a line: amounts as they are shown, without separators of thousands. */
export function comparisonCsv({ heads, sections }: Comparison): string {
  const difference = heads.length === 2;
  const names = heads.map(({ unit, year }) => `${unit} ${year}`);
  const header = ['部分', '级次', '项目', '单位', ...names, ...(difference ? ['前者比后者'] : [])];
  const rows = sections.flatMap(({ title, unit, rows }) =>
    rows.map((row) => [
      ...[title, row.level || null, row.name, unit],
      ...row.cells.map(({ text }) => plain(text)),
      ...(difference ? [plain(row.difference)] : []),
    ]),
  );
  return `\ufeff${csvRows([header, ...rows])}`;
}

function plain(text: string): string | null {
  // What cannot be read stays as it is printed.
  return text === '' || text.includes('（无法') ? text || null : text.replace(/(\d),(?=\d{3})/g, '$1');
}
