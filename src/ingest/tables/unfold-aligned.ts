import type { ConversionFinding } from '../../schema/finding.ts';
import type { SourceLine } from '../source-line.ts';
import { displayWidth } from '../text/display-width.ts';
import { amountsOfBareRow } from './bare-rows.ts';
import { isHeaderRow, isOrdinalRow } from './match-header.ts';
import { isGridLine } from './read-grid.ts';
import { shanxi13 } from './shanxi-13.ts';

/** A word or words on a line with the columns of text that they take. */
interface Token {
  text: string;
  from: number;
  /** First column behind it. */
  to: number;
}

/** Lines that look like rows of one table; single words and blank lines between them are part of it. */
interface Block {
  first: number;
  last: number;
}

type Measure = (text: string) => number;

const blanks = /[ \u00a0]{2,}/;
const words = Object.values(shanxi13.words);
/** So many runs of blanks do not have a divisor in common by chance. */
const enoughRuns = 24;

/**
 * Turns rows whose cells are parted by two or more blanks into lines of tab-separated cells. Where each cell mark has
 * become the same number of blanks, their number tells the cells; where columns are aligned, as `pdftotext -layout`
 * prints them, the columns that stay free in all rows part them. What neither tells stays as it is.
 */
export function unfoldAligned(lines: SourceLine[]): { lines: SourceLine[]; findings: ConversionFinding[] } {
  const out = [...lines];
  const findings: ConversionFinding[] = [];
  const blocks = findBlocks(lines);
  const ofMoney = blocks.filter(isMoneyTable);
  if (ofMoney.length === 0) return { lines, findings };
  const unit = unitOf(ofMoney.flatMap(textsOf));
  const noTabs = !lines.some(({ text }) => isGridLine(text));
  const repeated = repeatedLines(lines);
  for (const block of blocks) {
    const texts = textsOf(block);
    const isMoney = ofMoney.includes(block);
    const isOfUnit = unit > 0 && (isMoney || noTabs) && runsIn(texts).every((run) => run % unit === 0);
    const own = isOfUnit ? unit : isMoney ? unitOf(texts) : 0;
    const rows = own > 0 ? texts.map((text) => splitAt(text, own)) : isMoney && byPosition(texts, repeated);
    if (!rows) continue;
    rows.forEach((text, offset) => {
      out[block.first + offset] = { ...(lines[block.first + offset] as SourceLine), text };
    });
    if (isMoney) findings.push(decision(block, own > 0 ? '空格数' : '对齐位置'));
  }
  return { lines: out, findings };

  function textsOf({ first, last }: Block): string[] {
    return lines.slice(first, last + 1).map(({ text }) => text);
  }

  /** Whether rows with amounts stand together, or one below its headings, as before a page break. */
  function isMoneyTable(block: Block): boolean {
    const rows = textsOf(block).filter(isRow);
    const withAmounts = rows.filter((text) => amountsOfBareRow(text).length > 0).length;
    return withAmounts >= 2 || (withAmounts === 1 && rows.some(isHeading));
  }

  function decision({ first, last }: Block, basis: string): ConversionFinding {
    const [from, to] = [first, last].map((index) => (lines[index] as SourceLine).line);
    return {
      rule: 'cells-by-blanks',
      status: 'decided',
      place: { line: from },
      message: `第${from}至${to}行的单元格以空格分隔，已按${basis}分栏`,
    };
  }
}

const head = /^(?:编制)?(?:单位|部门)(?:名称)?\s*[:：]|单位\s*[:：]\s*(?:人民币)?[千百万亿]*元[)）]?$|^备?注/;

/** Whether the line holds several words with two or more blanks between them; 单位：万元 beside a title is a head. */
function isRow(text: string): boolean {
  const line = text.trim();
  return !isGridLine(text) && blanks.test(line) && !head.test(line);
}

function isHeading(text: string): boolean {
  return isHeaderRow(text.trim().split(blanks), words, false);
}

function findBlocks(lines: SourceLine[]): Block[] {
  const blocks: Block[] = [];
  lines.forEach(({ text }, index) => {
    const last = blocks.at(-1);
    if (last && isCell(text) && last.last === index - 1) last.last = index;
    if (!isRow(text)) return;
    if (last && isWithin(lines.slice(last.last + 1, index))) last.last = index;
    else blocks.push({ first: index, last: index });
  });
  return blocks;
}

/** Whether rows go on over these lines: at most one blank one, and words without a sentence or a title. */
function isWithin(between: SourceLine[]): boolean {
  const filled = between.filter(({ text }) => text.trim() !== '');
  return (
    between.length - filled.length <= 1 && filled.length <= 8 && filled.every(({ text }) => isWord(text))
  );
}

/** Whether the line holds one word, with blanks before or behind it for the cells that are empty. */
function isCell(text: string): boolean {
  return isWord(text) && blanks.test(text);
}

function isWord(text: string): boolean {
  const word = text.trim();
  return word !== '' && !isGridLine(text) && word.length <= 30 && !/[。:：]|表$|表[（(]|^第.+部分/.test(word);
}

/** The number of blanks that stands for one cell mark; 0 where there is none. */
function unitOf(texts: string[]): number {
  const runs = runsIn(texts);
  const divisor = runs.reduce(greatestDivisor, 0);
  // Most cells are followed by a filled one, after a single mark.
  const single = runs.filter((run) => run === divisor).length;
  return runs.length >= enoughRuns && divisor >= 2 && single * 3 >= runs.length ? divisor : 0;
}

function runsIn(texts: string[]): number[] {
  return texts.flatMap((text) => (text.match(/[ \u00a0]{2,}/g) ?? []).map((run) => run.length));
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function splitAt(text: string, unit: number): string {
  return blanks.test(text) ? text.replaceAll(new RegExp(`[ \\u00a0]{${unit}}`, 'g'), '\t') : text;
}

/** Words that stand on three lines or more by themselves, as watermarks do. */
function repeatedLines(lines: SourceLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines.filter((line) => isWord(line.text) && !isRow(line.text)))
    counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
  return new Set([...counts].flatMap(([text, count]) => (count >= 3 ? [text] : [])));
}

/**
 * Rows as cells by the columns that their words stand in; undefined where two words of a row share one.
 *
 * @param others lines that are no rows
 */
function byPosition(texts: string[], others: Set<string>): string[] | undefined {
  // Some conversions count a Chinese character as one column, some as two.
  const measures: Measure[] = [displayWidth, (text) => [...text].length];
  const [best] = measures
    .flatMap((measure) => {
      const rows = texts.map((text) => tokensOf(text, measure));
      const columns = columnsOf(rows);
      const cells = rows.map((row) => cellsOf(row, columns));
      return cells.includes(undefined) ? [] : [{ columns, cells: cells as string[][] }];
    })
    .toSorted((a, b) => a.columns.length - b.columns.length);
  if (!best || best.columns.length < 2) return undefined;
  return texts.map((text, index) => (others.has(text.trim()) ? text : (best.cells[index] ?? []).join('\t')));
}

function tokensOf(text: string, measure: Measure): Token[] {
  return [...text.matchAll(/\S+(?:[ \u00a0]\S+)*/g)].map((match) => {
    const from = measure(text.slice(0, match.index));
    return { text: match[0], from, to: from + measure(match[0]) };
  });
}

/** The stretches of columns that rows take, and those that only a heading takes. */
function columnsOf(rows: Token[][]): Token[] {
  const headers = rows.filter((row, index) => isHeader(textsIn(row), textsIn(rows[index - 1] ?? [])));
  const columns: Token[] = [];
  for (const token of rows.filter((row) => row.length > 1 && !headers.includes(row)).flat()) add(token);
  for (const row of headers.toReversed())
    for (const token of row) if (!columns.some((column) => overlap(column, token))) add(token);
  return columns.toSorted((a, b) => a.from - b.from);

  function add({ from, to }: Token): void {
    const met = columns.filter((column) => overlap(column, { from, to }));
    const all = [...met, { from, to }];
    for (const column of met) columns.splice(columns.indexOf(column), 1);
    columns.push({
      text: '',
      from: Math.min(...all.map((each) => each.from)),
      to: Math.max(...all.map((each) => each.to)),
    });
  }
}

function textsIn(row: Token[]): string[] {
  return row.map(({ text }) => text);
}

function isHeader(cells: string[], above: string[] = []): boolean {
  return !isOrdinalRow(cells) && isHeaderRow(cells, words, isHeaderRow(above, words, false));
}

/** A heading over several columns stands in the first of them. */
function cellsOf(row: Token[], columns: Token[]): string[] | undefined {
  const cells = columns.map(() => '');
  for (const token of row) {
    const at = columns.findIndex((column, index) => overlap(column, token) && cells[index] === '');
    if (at < 0 || cells.slice(at + 1).some(Boolean)) return undefined;
    cells[at] = token.text;
  }
  return cells;
}

function overlap(a: Omit<Token, 'text'>, b: Omit<Token, 'text'>): boolean {
  return a.from < b.to && b.from < a.to;
}
