import { findParts, type TableHeader } from './find-parts.ts';
import type { GridLine } from './read-grid.ts';
import type { TableTemplate, Template } from './template.ts';

/** A table of one of the sets, with the set whose words it is read by. */
export interface Layout {
  spec: TableTemplate;
  template: Template;
}

/** The layout that fits a printed header best, and by how much better it fits than those of the other set. */
export interface Choice extends Layout {
  lead: number;
}

/** Tables that both sets may head in the same words. */
const areAlike = new Set([2, 3, 4, 5, 7, 8]);

interface Likeness {
  /** Columns that the header names, less those that it lacks and words of it that mean no column. */
  score: number;
  isAdmissible: boolean;
  /** Nothing is missing, and nothing is printed that the layout does not have. */
  isWhole: boolean;
}

/**
 * The layout whose headings are printed above a table: the given one, unless another set's names more of what is
 * printed and leaves less of it unnamed. Without a header, nothing speaks against the given one.
 *
 * @param other a set of tables that is printed under the same titles
 * @param isOther whether the document's other tables are laid out as that set's: then it is as good as the given one
 */
export function chooseLayout(grid: GridLine[], given: Layout, other: Template, isOther: boolean): Choice {
  const own = likeness(grid, given);
  // No other layout fits better than one of which nothing is missing; some fit as well.
  if (own.isWhole && !isOther) return { ...given, lead: areAlike.has(given.spec.number) ? 0 : 1 };
  const layouts = other.tables
    .filter(({ number }) => number === given.spec.number)
    .map((spec): Layout => ({ spec, template: other }));
  const scored = layouts.flatMap((layout) => {
    const { score, isAdmissible } = likeness(grid, layout);
    return isAdmissible ? [{ layout, score }] : [];
  });
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  if (!best) return { ...given, lead: 0 };
  const lead = best.score - own.score;
  if (lead > 0 || (lead === 0 && isOther)) return { ...best.layout, lead };
  return { ...given, lead: -lead };
}

function likeness(grid: GridLine[], { spec, template }: Layout): Likeness {
  const { header } = findParts(grid, spec, template);
  const own = header.leaves.filter(({ extra }) => !extra);
  const named = own.filter(({ path }) => isNamed(header, path)).length;
  const missing = own.filter(({ path, optional }) => !optional && !isNamed(header, path)).length;
  const foreign = Math.max(header.match.unknown.length, header.leaves.length - own.length);
  const widest = Math.max(0, ...grid.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1));
  return {
    score: named - missing - foreign,
    // A layout with fewer columns than there are cells is not the one that was printed.
    isAdmissible: header.printed && missing * 3 <= named && widest <= header.leaves.length,
    isWhole: missing + foreign === 0,
  };
}

function isNamed({ match }: TableHeader, path: string[]): boolean {
  return match.texts.has(path.join('/'));
}
