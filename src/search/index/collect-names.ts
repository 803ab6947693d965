import type { SearchPage } from '../search-page.ts';
import type { NamedCount, SuggestionKind } from '../suggestions.ts';
import { commonWords } from './common-words.ts';

/** Longest text that is worth suggesting. */
const longest = 30;

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
  const words = new RegExp(`(?=(${[...commonWords].sort((a, b) => b.length - a.length).join('|')}))`, 'g');
  for (const { rows, groups } of pages)
    for (const { kind, texts, anchor, group } of rows) {
      const [name = '', code = ''] = texts;
      const isTitle = anchor === groups[group]?.anchor;
      if (kind === '单位') add('单位', name);
      else if (kind === '表格行' && !isTitle) add('科目', name, code);
      else if (kind === '目录条目') add('目录', name, code);
      else if (kind === '名词') add('名词', name);
      for (const text of texts) for (const [, word = ''] of text.matchAll(words)) add('常用词', word);
    }
  return [...names.values()];
}
