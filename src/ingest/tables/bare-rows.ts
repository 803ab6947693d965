import type { ConversionFinding } from '../../schema/finding.ts';
import { tableName } from '../../schema/table-titles.ts';
import { matchKey } from '../text/plain.ts';

const amount = /^[-−(（]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)[)）]?$/;

/** Amounts of a line without cells that is a row nevertheless: words and amounts with blanks between, no sentence. */
export function amountsOfBareRow(text: string): string[] {
  const key = matchKey(text);
  if (/[。;!?]|^(?:备?注|说明|附注)/.test(key)) return [];
  return text.split(/\s+/).filter((word) => amount.test(word.normalize('NFKC')));
}

/** Says which lines of a table hold amounts and were not read, because nothing tells their cells. */
export function reportBareRows(table: number, notes: { text: string; line: number }[]): ConversionFinding[] {
  const lines = notes.flatMap(({ text, line }) => (amountsOfBareRow(text).length > 0 ? [line] : []));
  const [first] = lines;
  if (first === undefined) return [];
  return [
    {
      rule: 'rows-unread',
      status: 'undecided',
      place: { line: first },
      message: `${tableName(table)}第${rangesOf(lines)}行印有金额，但看不出单元格，未读取，按附注保留`,
    },
  ];
}

/** `14–18、20`. @param lines in ascending order */
function rangesOf(lines: number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join('、');
}
