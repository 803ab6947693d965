import type { ConversionFinding } from '../../schema/finding.ts';
import type { Column } from '../../schema/table.ts';
import { nationalSet } from '../../schema/table-titles.ts';
import { joinWraps } from '../text/plain.ts';
import { distinctPaths } from './column-paths.ts';
import type { TableHeader } from './find-parts.ts';
import type { LeafTemplate, Template } from './template.ts';

/** Names the leaf columns by their path: as printed where it is printed, as the template has it elsewhere. */
export function nameColumns(
  { leaves, match, printed, paths: printedPaths }: TableHeader,
  used: Set<number>,
  { year, template }: { year: number; template: Template },
): { columns: Column[]; kept: number[]; findings: ConversionFinding[] } {
  const isNamed = (leaf: LeafTemplate) => match.texts.has(leaf.path.join('/'));
  const kept = leaves.flatMap((leaf, index) =>
    !printed || isNamed(leaf) || used.has(index) || match.width >= leaves.length ? [index] : [],
  );
  // Where every heading stands above its column, they are called as they are printed.
  const isStraight = match.columns.every((column, index) => leaves[index]?.extra || column === index);
  const named = kept.map((index): Column => {
    const { path, role, side } = leaves[index] as LeafTemplate;
    const own = printedPaths[index];
    if (template.id === nationalSet && isStraight && own !== undefined) return { path: own, role, side };
    // Provinces differ in which groups of columns have a heading: none is given to those that print none.
    const isPrinted = template.id === nationalSet && match.texts.has(path.join('/'));
    const words = path.flatMap((word, depth) => {
      const text = match.texts.get(path.slice(0, depth + 1).join('/'));
      if (text !== undefined) return [label(text)];
      return isPrinted ? [] : [word.replace(/^年/, `${year}年`)];
    });
    return { path: words.join('/'), role, side };
  });
  const paths = distinctPaths(named.map(({ path }) => path));
  const columns = named.map((column, index) => ({ ...column, path: paths[index] as string }));
  return { columns, kept, findings: [] };
}

/** A heading as one word: every blank in it is a wrap. */
function label(text: string): string {
  return joinWraps(text).replace(/\s+/g, '').replaceAll('/', '／');
}
