import { csvFormatRow } from 'd3-dsv';
import type { Field, Value } from './resource.ts';

/** What Excel takes for the sign that a file is UTF-8. */
const byteOrderMark = '\ufeff';

/** A cell that a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** A number may begin with a sign and runs nothing. */
const signedNumber = /^[-+－＋]?[\d０-９][\d０-９,，.．]*%?$/;

/** First line of a file, byte order mark included. */
export function csvHeader(fields: Field[]): string {
  return `${byteOrderMark}${fields.map(({ name }) => name).join(',')}\r\n`;
}

/**
 * Rows as CSV after RFC 4180: lines end in CRLF, cells with a comma, quote or line break are quoted.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front; signed numbers stay as they are.
 */
export function csvRows(rows: Value[][]): string {
  return rows.map((row) => `${csvFormatRow(row.map(harmless))}\r\n`).join('');
}

function harmless(value: Value): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  return formula.test(value) && !signedNumber.test(value) ? `'${value}` : value;
}
