import { Refusal } from './refusal.ts';
import { refuseSecond } from './refuse-second.ts';
import { isHeaderRow } from './tables/match-header.ts';
import { isGridLine, readCells } from './tables/read-grid.ts';
import { readTableTitle } from './tables/read-table-title.ts';
import { shanxi13 } from './tables/shanxi-13.ts';
import { findMarkup, type Markup } from './text/find-markup.ts';
import { plainLines } from './text/plain-lines.ts';
import { splitLines } from './text/split-lines.ts';

/** What acts, or brings in what does, wherever it stands. Other markup says nothing and is dropped by `dropMarkup`. */
const active =
  /<\/?(?:script|iframe|frame|frameset|object|embed|applet|svg|form|input|button|textarea|select|link|base|video|audio|source|template|noscript|marquee|dialog)(?=[\s/>])[^<>]*>|<[a-z][^<>]*\son[a-z]+\s*=|javascript\s*:|<script\b/i;

/**
 * Refuses what must not reach the archive: markup that acts, a text that breaks off inside a table, and one that holds
 * two disclosures.
 *
 * @throws Refusal naming the line
 */
export function guardText(text: string): void {
  refuseActive(text);
  const { lines } = plainLines(splitLines(text));
  const last = lines.findLast((line) => line.text.trim() !== '');
  const titles = lines.flatMap(({ text: line, line: number }) => {
    const printed = line.includes('\t') ? undefined : readTableTitle(line, shanxi13);
    return printed?.template ? [{ name: printed.title, number: printed.template.number, line: number }] : [];
  });
  refuseSecond(lines, titles);
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
      .filter(({ line }) => line > from)
      .every(({ text: line }) => line.trim() === '' || isGridLine(line) || line.trim().length < 30);
  }

  /** Whether the last row has fewer cells than the header above it. */
  function isShort(from: number): boolean {
    const words = Object.values(shanxi13.words);
    const rows = lines
      .filter(({ line }) => line > from)
      .flatMap(({ text: line }) => (isGridLine(line) ? [readCells(line) ?? []] : []));
    const header = rows.find((cells) => isHeaderRow(cells, words, false));
    return header !== undefined && (rows.at(-1)?.length ?? 0) < header.length;
  }
}

function refuseActive(text: string): void {
  const markup = findMarkup(text);
  const acting = markup
    .filter(({ kind }) => kind === 'active')
    .map(({ from, to }) => ({ from, found: text.slice(from, to) }));
  const open = [active, unclosed].flatMap((pattern) => {
    const match = pattern.exec(pattern === unclosed ? blankOut(text, markup) : text);
    return match ? [{ from: match.index, found: match[0] }] : [];
  });
  const [first] = [...acting, ...open].toSorted((a, b) => a.from - b.from);
  if (!first) return;
  const shown = first.found.replace(/\s+/g, ' ').slice(0, 40);
  throw new Refusal(`发现网页代码「${shown}」，应为纯文字`, splitLines(text.slice(0, first.from + 1)).length);
}

/** A comment or style sheet without its end would take the rest of the text with it. */
const unclosed = /<!--|<style\b/i;

/** The text with blanks in place of the markup that was found. */
function blankOut(text: string, markup: Markup[]): string {
  const parts = markup.map(
    ({ from, to }, index) => text.slice(markup[index - 1]?.to ?? 0, from) + ' '.repeat(to - from),
  );
  return parts.join('') + text.slice(markup.at(-1)?.to ?? 0);
}
