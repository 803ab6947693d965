import type { Reading } from '../index/read-wordings.ts';
import type { PageFacts } from '../search-page.ts';
import { cellBorder } from './pagefind-words.ts';

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
export function pagefindPage({ path, title, year }: PageFacts, { wordings }: Reading): PagefindPage {
  const cells = new Set<string>();
  for (const wording of wordings) for (const { pagefind } of wording.cells) if (pagefind) cells.add(pagefind);
  return { path, title, year, content: [...cells].join(` ${cellBorder} `) };
}
