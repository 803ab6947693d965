import { Refusal } from './refusal.ts';
import { isHeaderRow } from './tables/match-header.ts';
import { isGridLine, readCells } from './tables/read-grid.ts';
import { readTableTitle } from './tables/read-table-title.ts';
import { shanxi13 } from './tables/shanxi-13.ts';
import { splitLines } from './text/split-lines.ts';

const active =
  /<\/?(?:script|style|iframe|frame|frameset|object|embed|applet|img|image|svg|math|a|form|input|button|textarea|select|link|meta|base|html|head|body|video|audio|source|template|noscript|marquee|details|dialog)(?=[\s/>])[^<>]*>|<[a-z][^<>]*\son[a-z]+\s*=|<!--|<!doctype|<\?xml|javascript\s*:|<script\b/i;

/**
 * Refuses what must not reach the archive: markup or script, and a text that breaks off inside a table.
 *
 * @throws Refusal naming the line
 */
export function guardText(text: string): void {
  const lines = splitLines(text);
  for (const { text: line, line: number } of lines) {
    const match = active.exec(line);
    if (match) throw new Refusal(`发现网页代码「${match[0].slice(0, 40)}」，应为纯文字`, number);
  }
  const last = lines.findLast((line) => line.text.trim() !== '');
  const titles = lines.flatMap(({ text: line, line: number }) => {
    const printed = line.includes('\t') ? undefined : readTableTitle(line, shanxi13);
    return printed?.template ? [{ name: printed.title, number: printed.template.number, line: number }] : [];
  });
  const title = titles.at(-1);
  if (!last || !title || !onlyRowsAfter(title.line)) return;
  // Tables 一 to some number in the template's order, and nothing after the last: the rest is gone.
  const numbers = [...new Set(titles.map(({ number }) => number))];
  const inOrder = numbers.every((number, index) => number === index + 1);
  const unfinished = isGridLine(last.text) && isShort(title.line);
  if (unfinished || (inOrder && numbers.length < shanxi13.tables.length)) {
    throw new Refusal(`文本在「${title.name}」中间断开，应有表的其余各行和其后各部分`, last.line);
  }

  /** Whether only rows of that table follow its title. */
  function onlyRowsAfter(from: number): boolean {
    return lines
      .slice(from)
      .every(({ text: line }) => line.trim() === '' || isGridLine(line) || line.trim().length < 30);
  }

  /** Whether the last row has fewer cells than the header above it. */
  function isShort(from: number): boolean {
    const words = Object.values(shanxi13.words);
    const rows = lines
      .slice(from)
      .flatMap(({ text: line }) => (isGridLine(line) ? [readCells(line) ?? []] : []));
    const header = rows.find((cells) => isHeaderRow(cells, words, false));
    return header !== undefined && (rows.at(-1)?.length ?? 0) < header.length;
  }
}
