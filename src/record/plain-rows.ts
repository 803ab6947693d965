import type { Root, TableCell, TableRow } from 'mdast';

/** Rows of tables that were taken out of a Markdown text, and the text with a mark in the place of each run of them. */
export interface TakenRows {
  rest: string;
  runs: TableRow[][];
}

const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const signs = '%()/+-.,，。；：、（）“”‘’《》〈〉〔〕【】「」％≥≤①②③④⑤⑥⑦⑧⑨⑩';
/** By UTF-16 unit, 1 for what is no part of markup, whatever stands around it in a table's row. */
const isPlain = new Uint8Array(0x10000).fill(1, 0x3400, 0xa000);
for (const character of letters + signs) isPlain[character.charCodeAt(0)] = 1;
const [bar, blank] = [0x7c, 0x20];

const delimiterRow = /^\|(?: :?-+:? \|)+$/;

/** What begins a mark: a character for private use, which no text may hold. */
const mark = '\ue000';

/**
 * Takes the plain rows out of a text's tables: nearly all of a disclosure is such rows, and a parser makes five steps
 * a cell of them. Which lines are rows of a table is left to the parser, which finds a mark there, or does not.
 */
export function takePlainRows(markdown: string): TakenRows {
  if (markdown.includes(mark)) return { rest: markdown, runs: [] };
  const rest: string[] = [];
  const runs: TableRow[][] = [];
  let columns = 0;
  let run: TableRow[] | undefined;
  let previous = '';
  for (const line of markdown.split('\n')) {
    const inTable = line.startsWith('|');
    if (!inTable) columns = 0;
    const row = columns > 0 ? readRow(line, columns) : undefined;
    if (row && run) run.push(row);
    else if (row) {
      rest.push(`| ${mark}${runs.length} |`);
      run = [row];
      runs.push(run);
    } else {
      run = undefined;
      rest.push(line);
      // Only the line below a table's header says how many columns it has.
      if (inTable && columns === 0 && previous.startsWith('|') && delimiterRow.test(line))
        columns = line.split('|').length - 2;
    }
    previous = line;
  }
  return { rest: rest.join('\n'), runs };
}

/** Puts rows in the place of their marks; false where not all marks came back as rows of tables. */
export function putPlainRows({ children }: Root, runs: TableRow[][]): boolean {
  let found = 0;
  for (const block of children) {
    if (block.type !== 'table') continue;
    block.children = block.children.flatMap((row, index) => {
      // A mark in the header is no row of a table that was taken.
      if (index === 0 || !isMark(row, found)) return [row];
      return runs[found++] as TableRow[];
    });
  }
  return found === runs.length;
}

function isMark({ children: [cell] }: TableRow, number: number): boolean {
  const text = cell?.children[0];
  return text?.type === 'text' && text.value === `${mark}${number}`;
}

/** A row of so many cells, read by the character: half the time of a pattern for the line. */
function readRow(line: string, columns: number): TableRow | undefined {
  const children: TableCell[] = [];
  let from = 1;
  let end = 1;
  for (let at = 1; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit === bar) {
      children.push(cellOf(line.slice(from, end)));
      from = at + 1;
      end = from;
    } else if (unit === blank) {
      if (from === at) from = at + 1;
    } else if (isPlain[unit] === 1) end = at + 1;
    else return undefined;
  }
  // `www.` begins a link.
  const isRow = line.endsWith('|') && children.length === columns && !line.includes('www');
  return isRow ? { type: 'tableRow', children } : undefined;
}

function cellOf(value: string): TableCell {
  return { type: 'tableCell', children: value === '' ? [] : [{ type: 'text', value }] };
}
