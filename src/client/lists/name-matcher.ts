/** Tells whether a row is meant by its texts, the name of a body first. */
export type NameMatcher = (texts: string[]) => boolean;

/** Words that are spelled: pinyin, whole or by first letters. */
const latin = /^[a-z]+$/;

/**
 * Reads what is typed into a list's filter: every word must stand in one of a row's texts, or spell its name in pinyin. How
 * names are spelled is loaded when the first Latin letter is typed.
 */
export async function nameMatcher(typed: string): Promise<NameMatcher> {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const spells = words.some((word) => latin.test(word))
    ? (await import('./spelled-names.ts')).spelledNames()
    : undefined;
  const isSpelled = await spells;
  return (texts) => {
    const all = texts.map(plain);
    return words.every(
      (word) =>
        all.some((text) => text.includes(word)) ||
        (latin.test(word) && isSpelled?.(texts[0] ?? '', word) === true),
    );
  };
}

/** Full-width and upper-case letters make no difference. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
