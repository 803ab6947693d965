import { commonWords } from './common-words.ts';

/** Common words by their first two characters, the longest first. */
const byBeginning = Map.groupBy(
  [...commonWords].sort((a, b) => b.length - a.length),
  (word) => word.slice(0, 2),
);

const beginnings = new Set(commonWords.map((word) => word.charCodeAt(0)));

/** Finds the common words of a text: at each place the longest. */
export function commonWordsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    if (!beginnings.has(text.charCodeAt(at))) continue;
    const word = byBeginning.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one, at));
    if (word) found.push(word);
  }
  return found;
}
