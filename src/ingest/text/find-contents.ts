import type { SourceLine } from '../source-line.ts';
import { readHeading } from './heading.ts';
import { matchKey, plain } from './plain.ts';
import { remembered } from './remembered.ts';

const leaders = /(?:\.{3,}|…{1,}|·{3,}|。{3,}|-{4,}|_{3,})\s*(\d{1,3}|[ⅠⅡⅢⅣⅤIVX]{1,4})?\s*$/;
const pageNumber = /\t+\s*\d{1,3}\s*$/;

/**
 * Finds the lines of the table of contents: from 目录 on, titles with leaders or page numbers, or bare titles
 * until one of them comes a second time, which is then the text itself. Entries with leaders count without 目录.
 *
 * @returns line numbers
 */
export function findContents(lines: SourceLine[]): Set<number> {
  const found = new Set<number>();
  const start = lines.findIndex(({ text }) => matchKey(text) === '目录');
  const isEntry = (text: string) => {
    const bare = plain(text);
    const title = bare.replace(leaders, '').replace(pageNumber, '');
    return title !== bare && (readHeading(title).style !== '' || /表/.test(title));
  };
  for (const { text, line } of lines.slice(0, 400))
    if (leaders.test(plain(text)) && isEntry(text)) found.add(line);
  if (start < 0) return found;
  found.add((lines[start] as SourceLine).line);
  const titles = new Set<string>();
  for (const { text, line } of lines.slice(start + 1, start + 200)) {
    if (text.trim() === '' || found.has(line)) {
      if (found.has(line)) titles.add(entryKey(text));
      continue;
    }
    if (isEntry(text) || (pageNumber.test(text) && (text.match(/\t/g)?.length ?? 0) === 1)) {
      found.add(line);
      titles.add(entryKey(text));
      continue;
    }
    const key = entryKey(text);
    const bare = plain(text);
    const isTitle = bare.length <= 50 && !text.includes('\t') && !/[。；;，,：:]$/.test(bare);
    if (!isTitle || titles.has(key) || !returnsLater(key, lines, line)) {
      if (isTitle && titles.size > 0 && !titles.has(key) && isFurniture(bare)) continue;
      break;
    }
    found.add(line);
    titles.add(key);
  }
  return found;
}

const entryKey = remembered((text) =>
  matchKey(plain(text).replace(leaders, '').replace(pageNumber, '')).replace(
    /^附?表[一二三四五六七八九十\d]+/,
    '',
  ),
);

function isFurniture(bare: string): boolean {
  return /^[-—]?\s*\d{1,3}\s*[-—]?$/.test(bare);
}

function returnsLater(key: string, lines: SourceLine[], after: number): boolean {
  return lines.some(({ text, line }) => line > after && entryKey(text) === key);
}
