import type { SourceLine } from '../source-line.ts';
import { findContents } from './find-contents.ts';
import { findWatermarks } from './find-watermarks.ts';
import { readHeading } from './heading.ts';
import { matchKey } from './plain.ts';

/** Why a line of the source is no part of the document's content. */
export type DropReason = '水印' | '目录' | '页码' | '分隔线';

export interface Dropped extends SourceLine {
  reason: DropReason;
}

/** Marks that conversions put between pages: `{4}------------`, `--- Page 4 ---`, `=== 第 4 页 ===`. */
const pageMark =
  /^\{\d{1,4}\}\s*-{4,}$|^[-=#*\s]{0,12}\[?(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\]?[-=*\s]*$|^[-=#*\s]{2,12}第\s*\d{1,4}\s*页[-=*\s]*$/i;

const pageNumber =
  /^[-–—－―]\s*\d{1,3}\s*[-–—－―]$|^第?\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?$|^\d{1,3}\s*\/\s*\d{1,3}$/;

/**
 * Takes page furniture away: watermarks and running headers, the table of contents, page numbers, rules.
 * Blank lines stay, as empty text, because they part paragraphs. What was dropped is returned too.
 *
 * @param keep texts as compared by `matchKey` whose first line stays although it repeats, such as the cover's
 */
export function cleanLines(source: SourceLine[]): {
  lines: SourceLine[];
  dropped: Dropped[];
  watermarks: Set<string>;
} {
  const bare = source.map(({ text, line }) => ({
    line,
    text: text.replace(/[\f\u200b\ufeff]/g, '').replace(/^[ \u3000\u00a0]+$/, ''),
  }));
  const watermarks = findWatermarks(bare);
  const contents = findContents(bare.filter(({ text }) => !watermarks.has(matchKey(text))));
  const dropped: Dropped[] = [];
  const kept = new Set<string>();
  const firstGrid = bare.findIndex(({ text, line }) => text.includes('\t') && !contents.has(line));
  const firstPart = bare.findIndex(
    ({ text, line }) => readHeading(text).style === 'part' && !contents.has(line),
  );
  const coverEnd = Math.min(...[firstGrid, firstPart].filter((index) => index >= 0), bare.length);
  const lines = bare.map(({ text, line }, index) => {
    const reason = whyDropped(text, line, index);
    if (!reason) return { text: withoutMarks(text), line };
    dropped.push({ text: source[index]?.text ?? text, line, reason });
    return { text: '', line };
  });
  return { lines, dropped, watermarks };

  function whyDropped(text: string, line: number, index: number): DropReason | undefined {
    if (text.trim() === '') return undefined;
    const cells = text.split('\t').filter((cell) => cell.trim() !== '');
    const key = matchKey(cells.length === 1 ? (cells[0] as string) : text);
    if (watermarks.has(key)) {
      // A running header can be the title on the cover: its first line is content.
      if (isIdentity(key) && !kept.has(key) && index < coverEnd) kept.add(key);
      else return '水印';
    }
    if (contents.has(line)) return '目录';
    if (!text.includes('\t') && (pageNumber.test(text.trim()) || pageMark.test(text.trim()))) return '页码';
    if (/^\d{1,3}$/.test(text.trim()) && isBlank(index - 1) && isBlank(index + 1)) return '页码';
    if (/^\s*(?:[-*_]\s*){3,}$/.test(text)) return '分隔线';
    return undefined;
  }

  function isBlank(index: number): boolean {
    return (bare[index]?.text ?? '').trim() === '';
  }

  /** Takes off a watermark that the reading has glued to the start or end of a cell. */
  function withoutMarks(text: string): string {
    const glued = [...watermarks].filter(
      (mark) => mark.length >= 5 && !isIdentity(mark) && text.includes(mark),
    );
    if (glued.length === 0) return text;
    const trim = (cell: string) =>
      glued.reduce(
        (rest, mark) => rest.replace(new RegExp(`^\\s*${escapeRegExp(mark)}|${escapeRegExp(mark)}\\s*$`), ''),
        cell,
      );
    return text.split('\t').map(trim).join('\t');
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether the text names a body, a year or the publication, as covers do. */
function isIdentity(key: string): boolean {
  return /(局|委|委员会|厅|中心|院|校|学|馆|站|所|队|会|办|室|政府|处|园|社|部|司|台)$|预算公开|决算公开|\d{4}年/.test(
    key,
  );
}
