import { Refusal } from './refusal.ts';
import type { SourceLine } from './source-line.ts';
import { readTableLines } from './tables/read-table-lines.ts';
import { readHeading } from './text/heading.ts';
import { matchKey } from './text/plain.ts';

/** A title of a statutory table. */
export interface TitleLine {
  name: string;
  number: number;
  line: number;
}

/** So many tables of two bodies or years are no slip. */
const fewestTables = 6;

/**
 * Refuses a text that holds two disclosures: its tables come twice, of another body or year the second time, and a first
 * part begins between them. Read as one, the figures of both would be those of the first.
 *
 * @throws Refusal naming the line that the second begins at
 */
export function refuseSecond(lines: SourceLine[], titles: TitleLine[]): void {
  const owned = titles.map((title) => ({ ...title, owner: ownerOf(lines, title) }));
  const [first] = owned;
  const other = owned.find(({ owner }) => owner !== first?.owner);
  if (!first || !other) return;
  const own = owned.filter(({ line }) => line < other.line);
  const numbers = new Set(own.map(({ number }) => number));
  const again = owned.filter(({ number, owner }) => owner === other.owner && numbers.has(number));
  const last = own.at(-1)?.line ?? 0;
  const begin = lines.find(({ text, line }) => line > last && line < other.line && isFirstPart(text));
  if (begin && new Set(again.map(({ number }) => number)).size >= fewestTables)
    throw new Refusal(`从这里起是另一份公开「${other.owner}」，一个文件应只有一份`, begin.line);
}

function isFirstPart(text: string): boolean {
  const { style, ordinal } = readHeading(text);
  return style === 'part' && ordinal === 1 && !/\.{3}|…/.test(text);
}

/** Body and year of a table: what stands behind 单位名称 below its title, and the year in it. */
function ownerOf(lines: SourceLine[], { name, line: at }: TitleLine): string {
  const [body] = readTableLines(lines.filter(({ line }) => line > at && line <= at + 8)).bodies;
  const [year = ''] = /^20\d{2}年/.exec(matchKey(name)) ?? [];
  return `${body?.name ?? ''}${year}`;
}
