import { loadSuggestions } from '../../search/client/load-suggestions.ts';
import { matchPinyin } from '../../search/query/match-suggestions.ts';

/** Tells whether a body's name is spelled so: 示例县教育局 by `jiaoyu`, `slxjy`. */
export type Spelled = (name: string, letters: string) => boolean;

/** Loads how names are spelled, as the suggestions of the search know it. */
export async function spelledNames(): Promise<Spelled> {
  const syllables = new Map((await loadSuggestions()).map((one) => [one.text, one.syllables]));
  return (name, letters) => {
    // What tells a department's publications apart is no part of the name.
    const known = syllables.get(name) ?? syllables.get(name.replace(/（[^（）]*）$/, ''));
    return known !== undefined && matchPinyin(known, letters) >= 0;
  };
}
