import type { Field, Value } from './resource.ts';

/** What Excel takes for the sign that a file is UTF-8. */
const byteOrderMark = '\ufeff';

/** A cell that a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** A number may begin with a sign and runs nothing. */
const signedNumber = /^[-+－＋]?[\d０-９][\d０-９,，.．]*%?$/;

/** What ends a cell that is not quoted. */
const toQuote = /[",\r\n]/;

/** A cell that may not stand as it is; few are, and need the two questions. */
const special = /^[=+\-@\t＝＋－＠]|[",\r\n]/;

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
  let text = '';
  for (const row of rows) {
    let separator = '';
    for (const value of row) {
      text += separator;
      text += cellOf(value);
      separator = ',';
    }
    text += '\r\n';
  }
  return text;
}

function cellOf(value: Value): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  if (!special.test(value)) return value;
  const harmless = formula.test(value) && !signedNumber.test(value) ? `'${value}` : value;
  return toQuote.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
