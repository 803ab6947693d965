import { findParts, type TableHeader } from './find-parts.ts';
import type { GridLine } from './read-grid.ts';
import type { TableTemplate, Template } from './template.ts';

/** A table of one of the sets, with the set whose words it is read by. */
export interface Layout {
  spec: TableTemplate;
  template: Template;
}

/**
 * The layout whose headings are printed above a table: the given one, unless another set's names more of what is
 * printed and leaves less of it unnamed. Without a header, nothing speaks against the given one.
 *
 * @param others sets of tables that other provinces print under the same titles
 * @param isOther whether the document's other tables are laid out as one of them: then it is as good as the given one
 */
export function chooseLayout(
  grid: GridLine[],
  given: Layout,
  others: readonly Template[],
  isOther: boolean,
): Layout {
  const layouts = others.flatMap((template) =>
    template.tables
      .filter(({ number }) => number === given.spec.number)
      .map((spec): Layout => ({ spec, template })),
  );
  if (layouts.length === 0) return given;
  let best = given;
  let most = likeness(grid, given).score;
  for (const layout of layouts) {
    const { score, isAdmissible } = likeness(grid, layout);
    const isBetter = isOther && best === given ? score >= most : score > most;
    if (isAdmissible && isBetter) [best, most] = [layout, score];
  }
  return best;
}

/** Columns that a header names, less those that it lacks and words of it that mean no column. */
function likeness(grid: GridLine[], { spec, template }: Layout): { score: number; isAdmissible: boolean } {
  const { header } = findParts(grid, spec, template);
  const named = header.leaves.filter(({ path, extra }) => !extra && isNamed(header, path)).length;
  const missing = header.leaves.filter(
    ({ path, extra, optional }) => !extra && !optional && !isNamed(header, path),
  );
  const extras = header.leaves.filter(({ extra }) => extra).length;
  const widest = Math.max(0, ...grid.map(({ cells }) => cells.length));
  return {
    score: named - missing.length - Math.max(header.match.unknown.length, extras),
    // A layout with fewer columns than there are cells is not the one that was printed.
    isAdmissible: header.printed && missing.length * 3 <= named && widest <= header.leaves.length,
  };
}

function isNamed({ match }: TableHeader, path: string[]): boolean {
  return match.texts.has(path.join('/'));
}
