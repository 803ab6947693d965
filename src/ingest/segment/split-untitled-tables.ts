import type { SourceLine } from '../source-line.ts';
import { isHeaderRow, isOrdinalRow } from '../tables/match-header.ts';
import { isGridLine, loneText, readCells } from '../tables/read-grid.ts';
import { isPageLabel, readTableTitle } from '../tables/read-table-title.ts';
import { saysNoData } from '../tables/says-no-data.ts';
import type { TableTemplate, Template } from '../tables/template.ts';
import { beginsTable, noteRow, type RowsAbove } from './begins-table.ts';
import { headerShare } from './header-share.ts';
import type { Part } from './segment-document.ts';
import { shiftTitlesBehind } from './shift-titles-behind.ts';
import { headOf, isHeadLine } from './table-head.ts';

type TablePart = Extract<Part, { kind: 'table' }>;

/** A title that has no rows of its own and stands right behind those of another table. */
interface TitleBehind {
  title: string;
  line: number;
  template: TableTemplate;
  /** The part that it makes up; else it is the last line of the rows. */
  part: Part | undefined;
}

/**
 * Finds tables whose title is not above them: a header below other rows that does not belong to the table it stands
 * in. It belongs to the title that stands right behind its rows, or to a table that has no title anywhere. Several
 * tables have one header; the first that is missing is taken. Where the header is missing too, the next table begins at
 * a row that can only be its first.
 */
export function splitUntitledTables(segmented: Part[], template: Template): Part[] {
  const parts = shiftTitlesBehind(segmented, template);
  // A title without rows does not say whose rows stand elsewhere.
  const titled = new Set(
    parts.flatMap((part) =>
      part.kind === 'table' && part.template && !isBare(part) ? [part.template.number] : [],
    ),
  );
  const words = Object.values(template.words);
  const taken = new Set<Part>();
  let before = 0;
  return parts.flatMap((part, index) => {
    if (taken.has(part)) return [];
    if (part.kind === 'table' && part.template) before = part.template.number;
    const isPlace =
      part.kind === 'table'
        ? part.template !== undefined
        : part.kind === 'other' && (titled.size >= 3 || /报表/.test(part.title));
    return isPlace ? split(part, titleBehind(part, parts[index + 1])) : [part];
  });

  function split(part: Part, behind: TitleBehind | undefined): Part[] {
    const found = cutsIn(part, behind);
    // Only the rows right above a title are its own.
    const isLast = found.findIndex(({ spec }) => spec === behind?.template) === found.length - 1;
    const cuts = behind && !isLast ? cutsIn(part, undefined) : found;
    if (cuts.length === 0) return [part];
    const owner = cuts.at(-1)?.spec === behind?.template ? behind : undefined;
    if (owner?.part) taken.add(owner.part);
    for (const { spec } of cuts) {
      titled.add(spec.number);
      before = spec.number;
    }
    const lines = owner && !owner.part ? part.lines.filter(({ line }) => line !== owner.line) : part.lines;
    const ends = [...cuts.map(({ index }) => index), lines.length];
    return [
      { ...part, lines: lines.slice(0, ends[0]) },
      ...cuts.map(({ index, spec }, position): Part => {
        const own = lines.slice(index, ends[position + 1]);
        const { line } = own[0] as SourceLine;
        if (!owner || position < cuts.length - 1)
          return { kind: 'table', title: '', line, template: spec, lines: own };
        const rest = owner.part?.lines ?? [];
        return {
          kind: 'table',
          title: owner.title,
          line,
          behind: owner.line,
          template: spec,
          lines: [...own, ...rest],
        };
      }),
    ];
  }

  /** Where in a part the header of another table begins. */
  function cutsIn(part: Part, behind: TitleBehind | undefined): { index: number; spec: TableTemplate }[] {
    const cuts: { index: number; spec: TableTemplate }[] = [];
    let own = part.kind === 'table' ? part.template : undefined;
    let rows = part.kind === 'table' ? 0 : 1;
    let header: { index: number; cells: string[] }[] = [];
    let headed = false;
    let next = untitledAfter(own);
    let above: RowsAbove = { first: '', total: false };
    part.lines.forEach(({ text }, index) => {
      const cells = isGridLine(text) ? (readCells(text) ?? []) : [];
      if (cells.length < 2) {
        if (isHeadLine(text)) headed = true;
        // A table without data ends with the note that says so.
        if (saysNoData(text)) rows += 1;
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
              behind?.template,
              cuts.map((cut) => cut.spec),
            )
          : own && next && beginsTable(cells, next, own, above)
            ? next
            : undefined;
      if (spec) {
        cuts.push({ index: headOf(part.lines, header[0]?.index ?? index), spec });
        own = spec;
        next = untitledAfter(own);
        above = { first: '', total: false };
      }
      if (next && !isOrdinalRow(cells)) above = noteRow(above, cells);
      header = [];
      headed = false;
      rows += 1;
    });
    return cuts;
  }

  /** The table that comes next, where it has no title anywhere. */
  function untitledAfter(own: TableTemplate | undefined): TableTemplate | undefined {
    return own && template.tables.find(({ number }) => number === own.number + 1 && !titled.has(number));
  }

  /** Another table's template that the header fits well and the present one's does not. */
  function belongsTo(
    header: string[][],
    own: TableTemplate | undefined,
    headed: boolean,
    behind: TableTemplate | undefined,
    cut: TableTemplate[],
  ): TableTemplate | undefined {
    const share = (spec: TableTemplate) => headerShare(header, spec, template);
    // Below 单位：万元, which heads a new table, any word that is missing speaks against the old one.
    if (own && share(own) >= (headed ? 0.99 : 0.6)) return undefined;
    if (behind && share(behind) >= 0.99) return behind;
    const last = Math.max(before, ...cut.map((spec) => spec.number));
    return template.tables
      .filter((spec) => !titled.has(spec.number) && spec.number > last && share(spec) >= 0.99)
      .toSorted((a, b) => a.number - b.number)[0];
  }

  /** The title right behind a part's rows: its last line, or the next part where that has nothing else. */
  function titleBehind(part: Part, next: Part | undefined): TitleBehind | undefined {
    const last = part.lines.findLast(({ text }) => text.trim() !== '');
    const lone = last && loneText(last.text);
    const printed = lone === undefined ? undefined : readTableTitle(lone, template);
    if (last && printed?.template)
      return { title: printed.title, line: last.line, template: printed.template, part: undefined };
    if (next?.kind !== 'table' || !next.template || !isBare(next)) return undefined;
    return { title: next.title, line: next.line, template: next.template, part: next };
  }
}

/** Whether nothing stands below a title. */
function isBare({ lines }: TablePart): boolean {
  return lines.every(({ text }) => text.trim() === '' || isHeadLine(text) || isPageLabel(text));
}
