import type { ConversionFinding } from '../../schema/finding.ts';
import { tableName } from '../../schema/table-titles.ts';
import { joinWraps, matchKey } from '../text/plain.ts';
import { type HeaderMatch, isHeaderRow, isOrdinalRow, matchHeader } from './match-header.ts';
import { isAmountLike } from './place-cells.ts';
import type { GridLine } from './read-grid.ts';
import type { LeafTemplate, TableTemplate, Template } from './template.ts';

/** Rows between page breaks, with the header printed above them. */
export interface TablePart {
  header: HeaderMatch | undefined;
  rows: GridLine[];
}

/** The leaves that a table has, and the header they were named by. */
export interface TableHeader {
  leaves: LeafTemplate[];
  match: HeaderMatch;
  /** Whether any header was printed. */
  printed: boolean;
}

/** Parts a table at its headers and page breaks, leaving out headers and rows of column numbers. */
export function findParts(
  grid: GridLine[],
  spec: TableTemplate,
  template: Template,
): { header: TableHeader; parts: TablePart[]; findings: ConversionFinding[] } {
  const words = wordsOf(spec, template);
  const blocks: { header: GridLine[]; rows: GridLine[] }[] = [];
  let inHeader = false;
  let start = true;
  for (const row of grid) {
    if (isOrdinalRow(row.cells)) {
      inHeader = false;
      start = false;
      continue;
    }
    const allowed = start || inHeader || row.gap || repeats(row, blocks);
    if (allowed && isHeaderRow(row.cells, words, inHeader)) {
      if (!inHeader) blocks.push({ header: [], rows: [] });
      blocks.at(-1)?.header.push(row);
      inHeader = true;
      start = false;
      continue;
    }
    if (row.gap || blocks.length === 0) {
      if (!inHeader || blocks.length === 0) blocks.push({ header: [], rows: [] });
    }
    inHeader = false;
    start = false;
    blocks.at(-1)?.rows.push(row);
  }
  const headers = blocks.filter(({ header }) => header.length > 0);
  const main = headers.reduce<GridLine[]>(
    (best, { header }) =>
      score(header, spec.leaves, template) > score(best, spec.leaves, template) ? header : best,
    headers[0]?.header ?? [],
  );
  const all = matchHeader(main, spec.leaves, template);
  const named = spec.leaves.filter(({ optional, path }) => !optional || all.texts.has(path.join('/')));
  const rowsBelow = blocks.flatMap((block) => block.rows);
  const leaves = withPrintedExtras(named, main, rowsBelow, template);
  const match = matchHeader(main, leaves, template);
  const parts = blocks
    .filter(({ rows, header }) => rows.length > 0 || header.length > 0)
    .map(
      ({ header, rows }): TablePart => ({
        header: header.length > 0 ? matchHeader(header, leaves, template) : undefined,
        rows,
      }),
    );
  return { header: { leaves, match, printed: main.length > 0 }, parts, findings: describe() };

  function describe(): ConversionFinding[] {
    const name = tableName(spec.number);
    const rows = parts.reduce((sum, part) => sum + part.rows.length, 0);
    if (main.length === 0) {
      if (rows === 0) return [];
      return [finding('header-missing', 'decided', grid[0]?.line, `${name}未见表头，按本表应有的栏目读取`)];
    }
    const line = main[0]?.line;
    const missing = leaves.filter(({ path }) => !match.texts.has(path.join('/')));
    return [
      ...(missing.length > 0
        ? [
            finding(
              'header-word-missing',
              'decided',
              line,
              `${name}表头缺少${missing.map(({ path }) => `「${path.at(-1)}」`).join('')}，按本表应有的栏目补足`,
            ),
          ]
        : []),
      ...(match.unknown.length > 0
        ? [
            finding(
              'header-word-unknown',
              'note',
              line,
              `${name}表头另有${match.unknown.map((word) => `「${word}」`).join('')}`,
            ),
          ]
        : []),
    ];
  }
}

function finding(
  rule: string,
  status: ConversionFinding['status'],
  line: number | undefined,
  message: string,
): ConversionFinding {
  return { rule, status, place: line === undefined ? {} : { line }, message };
}

/**
 * Adds the columns that are printed and that the template does not know, where the table is as wide as its known
 * and its other headings together: each keeps its place and its printed words.
 */
function withPrintedExtras(
  leaves: LeafTemplate[],
  header: GridLine[],
  rows: GridLine[],
  template: Template,
): LeafTemplate[] {
  const { columns, width, unknown } = matchHeader(header, leaves, template);
  const wide = rows.filter(({ cells }) => cells.length === width).length * 2 > rows.length;
  const inOrder = columns.every(
    (column, index) => index === 0 || (column ?? -1) > (columns[index - 1] ?? -1),
  );
  if (unknown.length === 0 || width <= leaves.length || !wide || !inOrder || columns.includes(undefined))
    return leaves;
  return Array.from({ length: width }, (_, column): LeafTemplate => {
    const known = leaves[columns.indexOf(column)];
    if (known) return known;
    const words = header.flatMap(({ cells }) =>
      cells[column] ? [joinWraps(cells[column]).replace(/\s+/g, '')] : [],
    );
    const cells = rows.map((row) => row.cells[column] ?? '').filter((cell) => cell !== '');
    const role =
      cells.length > 0 && cells.every(isAmountLike) && cells.some((cell) => /[.,]\d/.test(cell))
        ? 'amount'
        : 'text';
    return { key: `extra-${column}`, path: [words.join('') || `第${column + 1}列`], role, side: '' };
  });
}

function score(header: GridLine[], leaves: LeafTemplate[], template: Template): number {
  return header.length === 0 ? 0 : matchHeader(header, leaves, template).texts.size;
}

/** Words of the table, and heading words that may stand in it although this template does not name them. */
function wordsOf(spec: TableTemplate, template: Template): RegExp[] {
  const own = new Set(spec.leaves.flatMap(({ path }) => path));
  return [...own].flatMap((word) => template.words[word] ?? []);
}

function repeats(row: GridLine, blocks: { header: GridLine[] }[]): boolean {
  const key = matchKey(row.cells.join(''));
  return blocks.some(({ header }) => header.some(({ cells }) => matchKey(cells.join('')) === key));
}
