import type { SuggestionTable } from '../suggestions.ts';
import { tokenTexts } from '../tokenize.ts';
import { rest, tired } from './rest.ts';

/** A name that can be suggested, read as what is typed is read. */
export interface OpenSuggestion {
  kind: number;
  text: string;
  code: string;
  folded: string;
  syllables: string[];
}

/** Reads the names of a table, some thousand, in turns: the first letter that a reader types does not wait for all of them. */
export async function openSuggestions(table: SuggestionTable): Promise<OpenSuggestion[]> {
  const usual = new Map(
    [...table.characters].map((character, index) => [character, table.syllables[index] ?? '']),
  );
  const open: OpenSuggestion[] = [];
  for (const [kind, text, code, syllables] of table.entries) {
    const spelled = syllables?.split(' ') ?? [...text].map((one) => usual.get(one) ?? one.toLowerCase());
    open.push({
      ...{ kind, text, code, folded: tokenTexts(text).join('') },
      syllables: spelled.filter((syllable) => /^[a-z0-9]+$/.test(syllable)),
    });
    if (tired()) await rest();
  }
  return open;
}
