import type { Chart, ChartColumn } from './chart.ts';

/**
 * The data of a chart as CSV (RFC 4180, UTF-8 with BOM so that spreadsheets read it). Money is in whole yuan,
 * shares are parts of 1 with six decimals, a blank cell means that nothing is printed.
 */
export function chartCsv(chart: Chart): string {
  const headings = chart.table.columns.map(({ name, kind }) => (kind === 'money' ? `${name}（元）` : name));
  const rows = chart.table.rows.map((row) => [
    ...row.cells.map((cell, index) => plain(cell, chart.table.columns[index]?.kind)),
    row.line === null ? '' : String(row.line),
  ]);
  return `\uFEFF${[[...headings, '原文行'], ...rows].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')}`;
}

function plain(cell: string | number | null, kind: ChartColumn['kind'] | undefined): string {
  if (cell === null) return '';
  return typeof cell === 'number' && kind === 'share' ? String(Math.round(cell * 1e6) / 1e6) : String(cell);
}

/** Quotes where needed; a text that a spreadsheet would run as a formula gets an apostrophe before it. */
function quote(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
