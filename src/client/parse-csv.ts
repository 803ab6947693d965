/** Reads CSV (RFC 4180, with or without a byte order mark) as records by the names of its first line. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  const plain = text.replace(/^\uFEFF/, '');
  while (cell.lastIndex < plain.length) {
    const match = cell.exec(plain);
    if (!match) throw new Error('CSV: a quote is not closed, or stands inside a cell');
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') {
      if (cell.lastIndex === plain.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  const [names = [], ...records] = rows;
  return records.map((record) => Object.fromEntries(names.map((name, i) => [name, record[i] ?? ''])));
}
