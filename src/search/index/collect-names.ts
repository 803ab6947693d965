import type { SearchPage } from '../search-page.ts';
import type { NamedCount, SuggestionKind } from '../suggestions.ts';
import { commonWords } from './common-words.ts';

/** Longest text that is worth suggesting. */
const longest = 30;

/** Common words by their first two characters, the longest first. */
const byBeginning = Map.groupBy(
  [...commonWords].sort((a, b) => b.length - a.length),
  (word) => word.slice(0, 2),
);

/** Collects what can be suggested from some pages: names of bodies, items, entries and terms, and common words. */
export function collectNames(pages: SearchPage[]): NamedCount[] {
  const names = new Map<string, NamedCount>();
  const add = (kind: SuggestionKind, text: string, code = '', count = 1) => {
    if (!/\p{Script=Han}/u.test(text) || text.length > longest) return;
    const key = `${kind}\t${text}\t${code}`;
    const name = names.get(key) ?? { kind, text, code, count: 0 };
    name.count += count;
    names.set(key, name);
  };
  const cells = new Map<string, number>();
  for (const { rows, groups } of pages)
    for (const { kind, texts, anchor, group } of rows) {
      const [name = '', code = ''] = texts;
      const isTitle = anchor === groups[group]?.anchor;
      if (kind === '单位') add('单位', name);
      else if (kind === '表格行' && !isTitle) add('科目', name, code);
      else if (kind === '目录条目') add('目录', name, code);
      else if (kind === '名词') add('名词', name);
      for (const text of texts) cells.set(text, (cells.get(text) ?? 0) + 1);
    }
  for (const [text, count] of cells) for (const word of wordsIn(text)) add('常用词', word, '', count);
  return [...names.values()];
}

/** Common words of a text: at each place the longest. */
function wordsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const word = byBeginning.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one, at));
    if (word) found.push(word);
  }
  return found;
}
