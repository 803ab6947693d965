/** What is suggested, in the order in which equals are offered. */
export const suggestionKinds = ['常用词', '单位', '科目', '目录', '名词'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** One suggestion of a shard, before all shards are joined. */
export interface NamedCount {
  kind: SuggestionKind;
  text: string;
  /** Code that it goes by, or `''`. */
  code: string;
  /** Rows that it names. */
  count: number;
}

/** The file of suggestions: loaded when a search box is first used. */
export interface SuggestionTable {
  /** Characters and their usual syllables, in the same order. */
  characters: string;
  syllables: string[];
  /** Kind, text, code, and the syllables where they are not the usual ones; the most frequent first. */
  entries: [kind: number, text: string, code: string, syllables?: string][];
}
