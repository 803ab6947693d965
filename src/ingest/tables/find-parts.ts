import { remembered } from '../../remembered.ts';
import { comparisonsAmong } from '../../schema/comparisons-among.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import { nationalSet, tableName } from '../../schema/table-titles.ts';
import { matchKey } from '../text/plain.ts';
import { columnPaths } from './column-paths.ts';
import { type HeaderMatch, headerWords, isHeaderRow, isOrdinalRow, matchHeader } from './match-header.ts';
import { isAmountLike } from './place-cells.ts';
import type { GridLine } from './read-grid.ts';
import type { LeafTemplate, TableTemplate, Template } from './template.ts';
import { unflattenHeader } from './unflatten-header.ts';

/** Rows between page breaks, with the header printed above them. */
export interface TablePart {
  header: HeaderMatch | undefined;
  rows: GridLine[];
}

/** The leaves that a table has, and the header they were named by. */
export interface TableHeader {
  leaves: LeafTemplate[];
  match: HeaderMatch;
  /** Paths of the printed columns. */
  paths: string[];
  /** Whether any header was printed. */
  printed: boolean;
  /** Whether it sets columns beside the template's that cannot be told from them. */
  unlike: boolean;
  /** Whether its words have moved so that not even they tell which column is this year's. */
  moved: boolean;
}

/** Parts a table at its headers and page breaks, leaving out headers and rows of column numbers. */
export function findParts(
  grid: GridLine[],
  spec: TableTemplate,
  template: Template,
): { header: TableHeader; parts: TablePart[]; findings: ConversionFinding[] } {
  const words = [...wordsOf(spec, template), template.comparison];
  const blocks: { header: GridLine[]; rows: GridLine[] }[] = [];
  let inHeader = false;
  let start = true;
  for (const [index, row] of grid.entries()) {
    if (isOrdinalRow(row.cells)) {
      inHeader = false;
      start = false;
      continue;
    }
    const allowed = start || inHeader || row.gap || repeats(row, blocks);
    if (allowed && (isHeaderRow(row.cells, words, inHeader) || isAmongHeader(index))) {
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
  for (const block of blocks) block.header = unflattened(block.header);
  const headers = blocks.filter(({ header }) => header.length > 0).map(({ header }) => header);
  const main = headers.reduce<GridLine[]>(
    (best, header) =>
      score(header, spec.leaves, template) > score(best, spec.leaves, template) ? header : best,
    headers[0] ?? [],
  );
  const { own, compared } = withoutComparisons(main, spec);
  const all = matchHeader(own, spec.leaves, template);
  const present = spec.leaves.filter(({ optional, path }) => !optional || all.texts.has(path.join('/')));
  const named = template.id === nationalSet ? inPrintedOrder(present, own, template) : present;
  const rowsBelow = blocks.flatMap((block) => block.rows);
  const leaves = withPrintedExtras(named, { own, main, compared }, rowsBelow, template);
  const match = matchHeader(own, leaves, template);
  const parts = blocks
    .filter(({ rows, header }) => rows.length > 0 || header.length > 0)
    .map(
      ({ header, rows }): TablePart => ({
        header:
          header.length > 0 ? matchHeader(withoutComparisons(header, spec).own, leaves, template) : undefined,
        rows,
      }),
    );
  const placed = leaves.some(({ extra }) => extra);
  const unlike = compared.length > 0 && !placed;
  const paths = columnPaths(main.map(({ cells }) => cells));
  const moved = placed
    ? repeatsLeaf() || (compared.length > 0 && !addsUp(rowsBelow, leaves, spec))
    : unlike && (main.length > 1 || paths.some((path) => /^第\d+列$/.test(path)));
  return {
    header: { leaves, match, paths, printed: main.length > 0, unlike, moved },
    parts,
    findings: describe(),
  };

  /** Heading rows whose blank cells were lost, as wide as the rows below them. */
  function unflattened(header: GridLine[]): GridLine[] {
    const width = Math.max(0, ...grid.map(({ cells }) => cells.length));
    if (header.length < 2 || header.every(({ cells }) => cells.length === width)) return header;
    const rows = unflattenHeader(
      header.map(({ cells }) => cells),
      width,
      spec.leaves,
      template,
    );
    return rows ? header.map((row, index) => ({ ...row, cells: rows[index] as string[] })) : header;
  }

  /** Whether two columns have one path, and it is that of a column that the template has. */
  function repeatsLeaf(): boolean {
    const own = leaves.flatMap(({ path, extra }) => (extra ? [] : [template.words[path.at(-1) ?? '']]));
    return paths.some((path, column) => {
      const last = matchKey(path.split('/').at(-1) ?? '');
      return paths.indexOf(path) < column && own.some((word) => word?.test(last));
    });
  }

  /** A row of headings that the template does not know, right above a header at the table's start or right below one. */
  function isAmongHeader(index: number): boolean {
    const { cells } = grid[index] as GridLine;
    const next = grid[index + 1]?.cells;
    if (headerWords(cells, words) < 0) return false;
    if (start) return next !== undefined && isHeaderRow(next, words, false);
    // Dashes stand for amounts: an item with nothing but them is a row.
    return inHeader && cells[0] === '' && cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell)).length >= 2;
  }

  function describe(): ConversionFinding[] {
    const name = tableName(spec.number);
    const rows = parts.reduce((sum, part) => sum + part.rows.length, 0);
    if (main.length === 0) {
      if (rows === 0) return [];
      return [finding('header-missing', 'decided', grid[0]?.line, `${name}未见表头，按本表应有的栏目读取`)];
    }
    const line = main[0]?.line;
    const missing = leaves.filter(({ path, extra }) => !extra && !match.texts.has(path.join('/')));
    const extras = leaves.filter(({ extra }) => extra).map(({ path }) => path.join('/'));
    const unknown = extras.length > 0 ? extras : match.unknown;
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
      ...(unknown.length > 0
        ? [
            finding(
              'header-word-unknown',
              'note',
              line,
              `${name}表头另有${unknown.map((word) => `「${word}」`).join('')}`,
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
 * A header without the columns that compare with another year, whose words are those of the others: `2030年预算数` beside
 * `2031年预算数`, `增减`.
 */
function withoutComparisons(
  header: GridLine[],
  { leaves }: TableTemplate,
): { own: GridLine[]; compared: readonly number[] } {
  const twoSided = leaves.some(({ side }) => side !== '');
  const compared = comparedIn(JSON.stringify([twoSided, header.map(({ cells }) => cells)]));
  if (compared.length === 0) return { own: header, compared };
  const own = header.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => (compared.includes(column) ? '' : cell)),
  }));
  return { own, compared };
}

/** Columns of a header, as JSON with whether it has two sides, that compare with another year: few headers exist. */
const comparedIn = remembered((json): readonly number[] => {
  const [twoSided, header] = JSON.parse(json) as [boolean, string[][]];
  const paths = columnPaths(header);
  const sides = paths.map((path) => (twoSided && /收入|支出/.exec(path)?.[0]) || '');
  return [...new Set(sides)].flatMap((side) => {
    const columns = [...paths.keys()].filter((column) => sides[column] === side);
    const are = comparisonsAmong(columns.map((column) => paths[column] as string));
    return columns.filter((_, index) => are[index]);
  });
});

/** Columns as they are printed, where every heading stands above its own: provinces order them in their own ways. */
function inPrintedOrder(leaves: LeafTemplate[], own: GridLine[], template: Template): LeafTemplate[] {
  const { columns } = matchHeader(own, leaves, template);
  if (columns.includes(undefined) || new Set(columns).size < columns.length) return leaves;
  return [...leaves.keys()]
    .toSorted((a, b) => (columns[a] as number) - (columns[b] as number))
    .map((leaf) => leaves[leaf] as LeafTemplate);
}

/** Whether the totals across most rows are the sums of their parts, where a header decides alone which columns these are. */
function addsUp(rows: GridLine[], leaves: LeafTemplate[], { cross }: TableTemplate): boolean {
  const at = (key: string) => leaves.findIndex((leaf) => leaf.key === key);
  const amount = (cells: string[], column: number) =>
    Number((cells[column] ?? '').replace(/[,，\s]/g, '')) || 0;
  const states = rows.flatMap(({ cells }) =>
    cross.map(({ total, parts }) => {
      const columns = parts.map(at).filter((column) => column >= 0);
      const sum = columns.reduce((all, column) => all + amount(cells, column), 0);
      return Math.abs(sum - amount(cells, at(total))) <= 0.005 * (columns.length + 1);
    }),
  );
  return states.filter(Boolean).length * 2 >= states.length;
}

/**
 * Adds the columns that are printed and that the template does not know, where the table is as wide as its known
 * and its other headings together: each keeps its place and its printed words.
 */
function withPrintedExtras(
  leaves: LeafTemplate[],
  { own, main, compared }: { own: GridLine[]; main: GridLine[]; compared: readonly number[] },
  rows: GridLine[],
  template: Template,
): LeafTemplate[] {
  const { columns: found, width, unknown } = matchHeader(own, leaves, template);
  const full = rows.filter(({ cells }) => cells.length === width).length;
  // Rows whose blank ends were trimmed are as wide as what they print.
  const isTrimmed = full > 0 && rows.every(({ cells }) => cells.length <= width && cells.at(-1) !== '');
  const wide = full * 2 > rows.length || isTrimmed;
  // Where all others are taken, what is left are the columns whose headings say nothing, in their order.
  const left = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !found.includes(column) && !compared.includes(column),
  );
  const isFull = compared.length > 0 && leaves.length + compared.length === width;
  const columns = isFull ? found.map((column) => column ?? left.shift()) : found;
  const inOrder = columns.every(
    (column, index) => index === 0 || (column ?? -1) > (columns[index - 1] ?? -1),
  );
  const more = unknown.length > 0 || compared.length > 0;
  if (!more || width <= leaves.length || !wide || !inOrder || columns.includes(undefined)) return leaves;
  const paths = columnPaths(
    main.map(({ cells }) => cells),
    width,
  );
  let side: LeafTemplate['side'] = '';
  return Array.from({ length: width }, (_, column): LeafTemplate => {
    const known = leaves[columns.indexOf(column)];
    if (known) {
      side = known.side;
      return known;
    }
    const path = paths[column] as string;
    const cells = rows.map((row) => row.cells[column] ?? '').filter((cell) => cell !== '');
    const isMoney =
      !/%|率|比例|幅度/.test(path) &&
      cells.length > 0 &&
      cells.every((cell) => isAmountLike(cell) && !/[%％]/.test(cell)) &&
      cells.some((cell) => /[.,]\d/.test(cell));
    return {
      key: `extra-${column}`,
      path: path.split('/'),
      role: isMoney ? 'amount' : 'text',
      side,
      extra: true,
    };
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
