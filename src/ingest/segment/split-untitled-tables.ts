import type { SourceLine } from '../source-line.ts';
import { isHeaderRow, isOrdinalRow, matchHeader } from '../tables/match-header.ts';
import { isGridLine, readCells } from '../tables/read-grid.ts';
import type { TableTemplate, Template } from '../tables/template.ts';
import type { Part } from './segment-document.ts';

/**
 * Finds tables whose title is gone: a header below other rows that does not belong to the table it stands in, but
 * to one that has no title anywhere. Several tables have one header; the first that is missing is taken.
 */
export function splitUntitledTables(parts: Part[], template: Template): Part[] {
  const titled = new Set(
    parts.flatMap((part) => (part.kind === 'table' && part.template ? [part.template.number] : [])),
  );
  const words = Object.values(template.words);
  let before = 0;
  return parts.flatMap((part) => {
    if (part.kind === 'table' && part.template) before = part.template.number;
    const isPlace =
      part.kind === 'table' ? part.template !== undefined : part.kind === 'other' && titled.size >= 3;
    return isPlace ? split(part) : [part];
  });

  function split(part: Part): Part[] {
    const cuts = cutsIn(part);
    if (cuts.length === 0) return [part];
    const ends = [...cuts.map(({ index }) => index), part.lines.length];
    return [
      { ...part, lines: part.lines.slice(0, ends[0]) },
      ...cuts.map(({ index, spec }, position): Part => {
        const lines = part.lines.slice(index, ends[position + 1]);
        return { kind: 'table', title: '', line: (lines[0] as SourceLine).line, template: spec, lines };
      }),
    ];
  }

  /** Where in a part the header of another table begins. */
  function cutsIn(part: Part): { index: number; spec: TableTemplate }[] {
    const cuts: { index: number; spec: TableTemplate }[] = [];
    let own = part.kind === 'table' ? part.template : undefined;
    let rows = part.kind === 'table' ? 0 : 1;
    let header: { index: number; cells: string[] }[] = [];
    let headed = false;
    part.lines.forEach(({ text }, index) => {
      const cells = isGridLine(text) ? (readCells(text) ?? []) : [];
      if (cells.length < 2) {
        if (/^(?:单位名称|金额单位|单位)[:：]/.test(text.trim())) headed = true;
        return;
      }
      if (isHeaderRow(cells, words, header.length > 0) && !isOrdinalRow(cells)) {
        header.push({ index, cells });
        return;
      }
      const spec =
        header.length > 0 && rows > 0
          ? belongsTo(
              header.map((row) => row.cells),
              own,
              headed,
            )
          : undefined;
      if (spec) {
        cuts.push({ index: headOf(part.lines, (header[0] as { index: number }).index), spec });
        titled.add(spec.number);
        before = spec.number;
        own = spec;
      }
      header = [];
      headed = false;
      rows += 1;
    });
    return cuts;
  }

  /** Another table's template that the header fits well and the present one's does not. */
  function belongsTo(
    header: string[][],
    own: TableTemplate | undefined,
    headed: boolean,
  ): TableTemplate | undefined {
    const grid = header.map((cells) => ({ line: 0, cells, gap: false }));
    const share = (spec: TableTemplate) => {
      const leaves = spec.leaves.filter(({ optional }) => !optional);
      const { texts, unknown } = matchHeader(grid, leaves, template);
      const named = leaves.filter(({ path }) => texts.has(path.join('/'))).length;
      return unknown.length > 0 ? 0 : named / leaves.length;
    };
    // Below 单位：万元, which heads a new table, any word that is missing speaks against the old one.
    if (own && share(own) >= (headed ? 0.99 : 0.6)) return undefined;
    return template.tables
      .filter((spec) => !titled.has(spec.number) && spec.number > before && share(spec) >= 0.99)
      .toSorted((a, b) => a.number - b.number)[0];
  }
}

/** Where a table's head begins: 单位名称 and 单位：万元 above its header are its own. */
function headOf(lines: SourceLine[], header: number): number {
  let first = header;
  for (let index = header - 1; index >= 0; index--) {
    const text = lines[index]?.text.trim() ?? '';
    if (text === '') continue;
    if (!/^(?:单位名称|金额单位|单位)[:：]/.test(text)) break;
    first = index;
  }
  return first;
}
