import { pinyin } from 'pinyin-pro';
import { type NamedCount, type SuggestionTable, suggestionKinds } from '../suggestions.ts';
import { commonWords } from './common-words.ts';

/** Joins the names of all shards into the table of suggestions, with the pinyin of every character. */
export function writeSuggestions(shards: NamedCount[][]): SuggestionTable {
  const joined = new Map<string, NamedCount>();
  for (const { kind, text, code, count } of shards.flat()) {
    const key = `${kind}\t${text}`;
    const before = joined.get(key);
    // One text with several codes (a catalogue's service in many departments) is suggested once, without code.
    joined.set(key, {
      kind,
      text,
      code: before && before.code !== code ? '' : code,
      count: count + (before?.count ?? 0),
    });
  }
  const names = [...joined.values()].sort(
    (a, b) => order(a) - order(b) || b.count - a.count || (a.text < b.text ? -1 : 1),
  );
  const usual = new Map<string, string>();
  const entries = names.map(({ kind, text, code }): SuggestionTable['entries'][number] => {
    const syllables = syllablesOf(text);
    const differs = [...text].some((character, index) => {
      const syllable = syllables[index] ?? '';
      if (!usual.has(character)) usual.set(character, pinyinOf(character)[0] ?? '');
      return usual.get(character) !== syllable;
    });
    return differs
      ? [suggestionKinds.indexOf(kind), text, code, syllables.join(' ')]
      : [suggestionKinds.indexOf(kind), text, code];
  });
  const characters = [...usual].filter(([character]) => /\p{Script=Han}/u.test(character));
  return {
    characters: characters.map(([character]) => character).join(''),
    syllables: characters.map(([, syllable]) => syllable),
    entries,
  };
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
