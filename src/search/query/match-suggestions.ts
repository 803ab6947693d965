import { suggestionKinds } from '../suggestions.ts';
import { tokenTexts } from '../tokenize.ts';
import type { OpenSuggestion } from './open-suggestions.ts';

/** One line of the list below a search box. */
export interface Suggestion {
  text: string;
  /** What it is, with its code. */
  note: string;
}

const body = suggestionKinds.indexOf('单位');

/**
 * Finds names that hold what was typed, or whose pinyin does: `shebao`, `sheb`, `sb` → 社保; and bodies that are called so
 * for short: 人社局. Beginnings come first, then the most frequent. Codes are found by their beginning and suggested as codes.
 */
export function matchSuggestions(names: OpenSuggestion[], typed: string, limit: number): Suggestion[] {
  const query = tokenTexts(typed).join('');
  if (query === '') return [];
  const latin = /^[a-z]+$/.test(query);
  const found: { rank: number; suggestion: Suggestion }[] = [];
  const seen = new Set<string>();
  for (const { kind, text, code, folded, syllables } of names) {
    const note = suggestionKinds[kind] ?? '';
    const byCode = code !== '' && /^[a-z]?\d+$/.test(query) && code.toLowerCase().startsWith(query);
    const at = byCode ? 0 : latin ? matchPinyin(syllables, query) : folded.indexOf(query);
    const short = at < 0 && kind === body && isShortFor(folded, query);
    if ((at < 0 && !short) || seen.has(byCode ? code : text) || folded === query) continue;
    seen.add(byCode ? code : text);
    const suggestion = byCode
      ? { text: code, note: text }
      : { text, note: [code, note].filter(Boolean).join(' ') };
    found.push({ rank: (at === 0 ? 0 : short ? 8 : 4) + (kind === 0 ? 0 : 1), suggestion });
    if (found.length >= limit * 50) break;
  }
  // The sort is stable: the most frequent stay first among equals.
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ suggestion }) => suggestion);
}

/** Whether a name holds the characters in their order, as 人力资源和社会保障局 does those of 人社局. */
function isShortFor(name: string, short: string): boolean {
  if (short.length < 3 || !/^\p{Script=Han}+$/u.test(short)) return false;
  let at = -1;
  return [...short].every((character) => {
    at = name.indexOf(character, at + 1);
    return at >= 0;
  });
}

/** Where in a name its syllables begin to spell the query, each whole or by its first letters; −1 where nowhere. */
export function matchPinyin(syllables: string[], query: string): number {
  for (let start = 0; start < syllables.length; start++) if (spells(syllables, start, query, 0)) return start;
  return -1;
}

function spells(syllables: string[], index: number, query: string, at: number): boolean {
  if (at === query.length) return true;
  const syllable = syllables[index];
  if (!syllable) return false;
  for (let length = 1; length <= syllable.length && query[at + length - 1] === syllable[length - 1]; length++)
    if (spells(syllables, index + 1, query, at + length)) return true;
  return false;
}
