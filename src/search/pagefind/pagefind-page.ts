import type { Segment } from '../index/segment.ts';
import { cellBorder, wordOf } from './pagefind-words.ts';

/** A page as Pagefind reads it. */
export interface PagefindPage {
  /** Address below the base. */
  path: string;
  title: string;
  year: number;
  /** What its cells say, each cell once: that is all it takes to find the page. */
  content: string;
}

/** Writes a page as Pagefind reads it. */
export function pagefindPage({ facts, tokens, words }: Segment): PagefindPage {
  const names = tokens.map(wordOf);
  const cells = new Set<string>();
  let cell: string[] = [];
  for (const word of words) {
    if (word >= 0) cell.push(names[word] as string);
    else {
      cells.add(cell.join(' '));
      cell = [];
    }
  }
  const { path, title, year } = facts;
  return { path, title, year, content: [...cells].join(` ${cellBorder} `) };
}
