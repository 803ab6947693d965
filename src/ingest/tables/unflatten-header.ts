import { matchKey } from '../text/plain.ts';
import type { LeafTemplate, Template } from './template.ts';

/** A heading with the cells below it; without any, it is a column's own. */
interface Group {
  text: string;
  below: string[];
}

const yearly = /^(?:20\d\d年?|上年|去年|本年|当年)/;
const change = /增减|增长|变动|变化/;

/**
 * Gives headings that a conversion moved together their columns back: `基本支出` over `小计`, `人员经费`, `公用经费` takes three.
 * The cells of the lower row are taken in their order, by what the template has below a heading; those below a year end
 * where a word comes again. Undefined where they do not come out even with the table's width.
 *
 * @param rows heading rows, blank cells lost
 * @param width cells of the table's rows
 */
export function unflattenHeader(
  rows: string[][],
  width: number,
  leaves: LeafTemplate[],
  template: Template,
): string[][] | undefined {
  const filled = rows.map((cells) => cells.filter((cell) => cell !== ''));
  const [upper = [], lower = [], lowest] = filled;
  if (filled.length < 2 || filled.length > 3 || upper.length >= width) return undefined;
  if (lowest) {
    // Years over items over their parts: each year has the same.
    const parts = upper.length;
    if (!upper.every((cell) => yearly.test(matchKey(cell))) || width % parts !== 0) return undefined;
    const slice = (cells: string[], part: number) =>
      cells.slice((cells.length / parts) * part, (cells.length / parts) * (part + 1));
    if (lower.length % parts !== 0 || lowest.length % parts !== 0) return undefined;
    const halves = upper.map((_, part) =>
      unflattenHeader([slice(lower, part), slice(lowest, part)], width / parts, leaves, template),
    );
    if (halves.some((half) => half === undefined)) return undefined;
    const top = upper.flatMap((cell) => [cell, ...Array<string>(width / parts - 1).fill('')]);
    return [top, ...[0, 1].map((row) => halves.flatMap((half) => half?.[row] ?? []))];
  }
  const newest = Math.max(0, ...upper.map(yearOf));
  const groups = arrange(upper, lower, width, (text, below) =>
    countsBelow(text, below, newest, leaves, template),
  );
  return (
    groups && [
      groups.flatMap(({ text, below }) => [text, ...Array<string>(Math.max(0, below.length - 1)).fill('')]),
      groups.flatMap(({ below }) => (below.length > 0 ? below : [''])),
    ]
  );
}

/**
 * Every heading with what stands below it, so that all columns are taken; undefined where there is no such way.
 *
 * @param counts how many of the lower cells may stand below a heading, likeliest first
 */
function arrange(
  upper: string[],
  lower: string[],
  width: number,
  counts: (text: string, lower: string[]) => number[],
): Group[] | undefined {
  const [text, ...rest] = upper;
  if (text === undefined) return lower.length === 0 && width === 0 ? [] : undefined;
  for (const count of counts(text, lower)) {
    const columns = Math.max(1, count);
    if (columns > width) continue;
    const others = arrange(rest, lower.slice(count), width - columns, counts);
    if (others) return [{ text, below: lower.slice(0, count) }, ...others];
  }
  return undefined;
}

function countsBelow(
  text: string,
  lower: string[],
  newest: number,
  leaves: LeafTemplate[],
  template: Template,
): number[] {
  const key = matchKey(text);
  const keys = lower.map(matchKey);
  const under = leaves.filter(({ path }) => path.length > 1 && template.words[path[0] ?? '']?.test(key));
  if (under.length > 0) {
    const words = under.map(({ path }) => template.words[path.at(-1) ?? '']);
    return [runLength(keys, (cell) => words.some((word) => word?.test(cell)))];
  }
  if (change.test(key)) return [runLength(keys, (cell) => change.test(cell)), 0];
  if (!yearly.test(key)) return [0];
  const words = leaves.flatMap(({ path }) => template.words[path.at(-1) ?? ''] ?? []);
  const all = runLength(keys, (cell) => words.some((word) => word.test(cell)));
  // What a budget is compared with is often its total alone.
  return /^[上去]年/.test(key) || yearOf(text) < newest ? [0, all] : [all, 0];
}

function yearOf(text: string): number {
  return Number(/20\d\d/.exec(matchKey(text))?.[0] ?? 0);
}

/** Length of the run of cells of a kind, none of which comes twice. */
function runLength(cells: string[], isOfKind: (cell: string) => boolean): number {
  const end = cells.findIndex((cell, index) => !isOfKind(cell) || cells.indexOf(cell) < index);
  return end < 0 ? cells.length : end;
}
