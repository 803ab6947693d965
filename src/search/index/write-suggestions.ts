import { pinyin } from 'pinyin-pro';
import {
  type NamedCount,
  type SuggestionKind,
  type SuggestionTable,
  suggestionKinds,
} from '../suggestions.ts';
import { commonWords } from './common-words.ts';

/** Syllables of texts, one for each character. */
export type Pinyin = Map<string, string[]>;

/** Most names of a kind that are suggested, the most frequent: every page with a search box loads them all. */
const most: Record<SuggestionKind, number> = {
  常用词: commonWords.length,
  单位: 3000,
  科目: 3000,
  目录: 3000,
  名词: 1000,
};

/**
 * Joins the names of all shards into the table of suggestions, with the pinyin of every character.
 *
 * @param known pinyin that was read before
 * @param used gets the pinyin of what is suggested
 */
export function writeSuggestions(
  shards: NamedCount[][],
  known: Pinyin = new Map(),
  used: Pinyin = new Map(),
): SuggestionTable {
  const read = (text: string): string[] => {
    const syllables = used.get(text) ?? known.get(text) ?? syllablesOf(text);
    used.set(text, syllables);
    return syllables;
  };
  const usual = new Map<string, string>();
  const entries = mostFrequent(joinTexts(shards)).map(
    ({ kind, text, code }): SuggestionTable['entries'][number] => {
      const syllables = read(text);
      const differs = [...text].some((character, index) => {
        const syllable = syllables[index] ?? '';
        if (!usual.has(character)) usual.set(character, read(character)[0] ?? '');
        return usual.get(character) !== syllable;
      });
      return differs
        ? [suggestionKinds.indexOf(kind), text, code, syllables.join(' ')]
        : [suggestionKinds.indexOf(kind), text, code];
    },
  );
  const characters = [...usual].filter(([character]) => /\p{Script=Han}/u.test(character));
  return {
    characters: characters.map(([character]) => character).join(''),
    syllables: characters.map(([, syllable]) => syllable),
    entries,
  };
}

/** Joins names of one kind and text: with several codes (a service in many departments) they go without code. */
function joinTexts(shards: NamedCount[][]): NamedCount[] {
  const joined = new Map<string, NamedCount>();
  for (const shard of shards)
    for (const { kind, text, code, count } of shard) {
      const key = `${kind}\t${text}`;
      const before = joined.get(key);
      if (!before) joined.set(key, { kind, text, code, count });
      else {
        before.count += count;
        if (before.code !== code) before.code = '';
      }
    }
  return [...joined.values()];
}

function mostFrequent(names: NamedCount[]): NamedCount[] {
  const counts = new Map<SuggestionKind, number>();
  return names
    .sort((a, b) => order(a) - order(b) || b.count - a.count || (a.text < b.text ? -1 : 1))
    .filter(({ kind }) => {
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      return count < most[kind];
    });
}

/** Common words first, in their own order; all others by how often they occur. */
function order({ kind, text }: NamedCount): number {
  return kind === '常用词' ? commonWords.indexOf(text) - commonWords.length : 0;
}

/** A syllable for each character, chosen by its word; other signs stand for themselves. */
function syllablesOf(text: string): string[] {
  const syllables = pinyinOf(text);
  const characters = [...text];
  return syllables.length === characters.length
    ? syllables
    : characters.map((one) => pinyinOf(one)[0] ?? one);
}

function pinyinOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true });
}
