import { remembered } from '../../remembered.ts';
import type { SourceLine } from '../source-line.ts';
import { readHeading } from './heading.ts';
import { matchKey, plain } from './plain.ts';

const leaders = /(?:\.{3,}|…{1,}|·{3,}|。{3,}|-{4,}|_{3,})\s*(\d{1,3}|[ⅠⅡⅢⅣⅤIVX]{1,4})?\s*$/;
const contentsTitle = /^(?:.{0,40}(?:预算|决算)(?:信息)?(?:公开)?)?目录$/;
const ordinal = /^(?:[一二三四五六七八九十]+|\d{1,2})[、.．]/;
const pageNumber = /\t+\s*\d{1,3}\s*$/;

/**
 * Finds the lines of the table of contents: from 目录 on, titles with leaders or page numbers, or bare titles
 * until one of them comes a second time, which is then the text itself. Entries with leaders count without 目录.
 * A few that do not come again are entries where others follow.
 *
 * @returns line numbers
 */
export function findContents(lines: SourceLine[]): Set<number> {
  const found = new Set<number>();
  const start = lines.findIndex(({ text }) => contentsTitle.test(matchKey(text)));
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
  /** Lines that may be entries, where an entry follows them: worded otherwise in the text, or broken in two. */
  let open: SourceLine[] = [];
  const add = (title: string, line: number) => {
    for (const entry of open) found.add(entry.line);
    open = [];
    found.add(line);
    titles.add(entryKey(title));
    // The text may print its titles without the ordinals of the contents.
    titles.add(entryKey(title.trim().replace(ordinal, '')));
  };
  for (const { text, line } of lines.slice(start + 1, start + 200)) {
    if (text.trim() === '') continue;
    if (found.has(line) || isEntry(text) || isWithPage(text)) {
      add(text, line);
      continue;
    }
    const bare = plain(text);
    const isTitle = bare.length <= 50 && !text.includes('\t') && !/[。；;，,：:]$/.test(bare);
    if (!isTitle) break;
    const key = entryKey(text);
    if (titles.has(key) || titles.has(entryKey(`${text}${below(line)}`))) {
      // The text begins, be it with 第一部分 and its title below; before it may stand last entries that it words otherwise.
      for (const entry of open) if (isNumbered(entry.text)) found.add(entry.line);
      break;
    }
    const unnumbered = bare.replace(ordinal, '');
    const entry = [text, bare.replace(/\s*\d{1,3}$/, ''), unnumbered].find((title) =>
      returnsLater(entryKey(title), lines, line),
    );
    if (entry !== undefined) add(entry, line);
    else if (!isFurniture(bare)) open.push({ text, line });
    if (open.length > mostOpen) break;
  }
  return found;

  /** The next line with text, where a line only counts a part. */
  function below(line: number): string {
    return isBarePart(lines.find((one) => one.line === line)?.text ?? '')
      ? (lines.find((one) => one.line > line && one.text.trim() !== '')?.text ?? '')
      : '';
  }
}

const isBarePart = (text: string) => /^第[一二三四五六七八九十]部分[:：]?$/.test(matchKey(text));

/** Entries that follow one another without coming again in the text. */
const mostOpen = 4;

const isWithPage = (text: string) => pageNumber.test(text) && (text.match(/\t/g)?.length ?? 0) === 1;

const isNumbered = (text: string) => readHeading(text).style !== '' || /^附?表/.test(plain(text));

const entryKey = remembered((text) =>
  matchKey(plain(text).replace(leaders, '').replace(pageNumber, '')).replace(
    // A year may follow the number at once.
    /^附?表(?:[一二三四五六七八九十]+|\d{1,2}(?:-\d{1,2})?(?!\d))[.、:]?/,
    '',
  ),
);

function isFurniture(bare: string): boolean {
  return /^[-—]?\s*\d{1,3}\s*[-—]?$/.test(bare);
}

function returnsLater(key: string, lines: SourceLine[], after: number): boolean {
  return lines.some(({ text, line }) => line > after && entryKey(text) === key);
}
