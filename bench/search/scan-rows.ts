import type { SearchPage } from '../../src/search/search-page.ts';

/**
 * Scans all rows for a string, the plain way: no index, no tokens, only folded text. Says what a search must give.
 *
 * @returns links of the rows, each as often as it is a hit, sorted
 */
export function scanRows(pages: SearchPage[], query: string): string[] {
  const wanted = foldText(query);
  return pages
    .flatMap(({ facts, rows }) =>
      rows
        .filter(({ texts }) => texts.some((text) => holds(foldText(text), wanted)))
        .map(({ anchor }) => facts.path + (anchor && `#${anchor}`)),
    )
    .sort();
}

const folded = new Map<string, string>();

/** Folds as the promise says: width, case, brackets, quotes and blanks do not matter; numbers keep their borders. */
export function foldText(text: string): string {
  let made = folded.get(text);
  if (made === undefined) {
    made = text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .replace(/[〔〕【】[\]()“”‘’《》〈〉「」『』<>"'\s]+/g, '\t')
      // Between digits or letters such a sign still parts them.
      .replace(/\t(?![0-9a-z])|(?<![0-9a-z])\t/g, '');
    folded.set(text, made);
  }
  return made;
}

/** Whether a folded text holds a folded string, and not only a part of a number or word. */
export function holds(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + wanted.length, at + wanted.length + 2);
    const cutsLeft =
      /^[0-9a-z]/.test(wanted) && (/[0-9a-z]$/.test(before) || (/^\d/.test(wanted) && /\d\.$/.test(before)));
    const cutsRight =
      /[0-9a-z]$/.test(wanted) && (/^[0-9a-z]/.test(after) || (/\d$/.test(wanted) && /^\.\d/.test(after)));
    if (!cutsLeft && !cutsRight) return true;
  }
  return false;
}
