import { nameKey } from '../catalogue/name-key.ts';
import { remembered } from '../remembered.ts';
import type { Term } from '../schema/disclosure.ts';
import { slugOf } from '../schema/slug-of.ts';
import { address } from './address.ts';

/** The glossary of one disclosure. */
export interface GlossarySource {
  id: string;
  unit: string;
  year: number;
  terms: Term[];
}

/** One way in which a term is defined. */
export interface DefinitionView {
  text: string;
  /** Disclosures that define it so. */
  count: number;
  places: { text: string; href: string }[];
  /** How many more there are. */
  more: number;
}

export interface TermView {
  term: string;
  anchor: string;
  count: number;
  search: string;
  /** The one of most disclosures first. */
  definitions: DefinitionView[];
}

/** Places shown at a definition. */
const shown = 6;

/**
 * Merges the glossaries of all disclosures: a term once, its definitions apart where they differ in more than
 * width and punctuation. Terms come in the order of how many disclosures explain them.
 */
export function glossaryPage(sources: readonly GlossarySource[]): TermView[] {
  const all = sources.flatMap((source) => source.terms.map((term) => ({ source, term })));
  const anchors = new Map<string, number>();
  return [...Map.groupBy(all, ({ term }) => termKey(term.term)).values()]
    .map((uses) => ({
      term: uses[0]?.term.term ?? '',
      count: new Set(uses.map(({ source }) => source.id)).size,
      definitions: [...Map.groupBy(uses, ({ term }) => definitionKey(term.definition)).values()]
        .map((same) => ({
          text: same[0]?.term.definition ?? '',
          count: same.length,
          places: same.slice(0, shown).map(({ source, term }) => ({
            text: `${source.unit} ${source.year}`,
            href: address.disclosure(source.id, `L${term.line}`),
          })),
          more: Math.max(0, same.length - shown),
        }))
        .toSorted((a, b) => b.count - a.count),
    }))
    .toSorted((a, b) => b.count - a.count)
    .map((view) => {
      const base = slugOf(view.term) || 'ming-ci';
      const count = (anchors.get(base) ?? 0) + 1;
      anchors.set(base, count);
      return { ...view, anchor: count === 1 ? base : `${base}-${count}`, search: address.search(view.term) };
    });
}

const termKey = remembered((term) => nameKey(term).replace(/[“”"'‘’《》<>]/g, ''));

/** Definition without punctuation, and without the verb that some documents put before it. */
const definitionKey = remembered((text) =>
  nameKey(text)
    .replace(/[\p{P}\p{S}]/gu, '')
    .replace(/^(?:是指|指的是|系指|指)/, ''),
);
