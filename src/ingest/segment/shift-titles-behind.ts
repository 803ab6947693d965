import type { SourceLine } from '../source-line.ts';
import { isGridLine } from '../tables/read-grid.ts';
import { readTableTitle } from '../tables/read-table-title.ts';
import type { TableTemplate, Template } from '../tables/template.ts';
import { plain } from '../text/plain.ts';
import { firstHeader, headerShare } from './header-share.ts';
import type { Part } from './segment-document.ts';
import { headOf } from './table-head.ts';

/**
 * Gives each title the rows above it, where a document prints its titles behind the tables: most headers below a
 * title are those of the next one.
 */
export function shiftTitlesBehind(parts: Part[], template: Template): Part[] {
  const at = parts.flatMap((part, index) => (part.kind === 'table' && part.template ? [index] : []));
  const tables = at.map(
    (index) => parts[index] as Extract<Part, { kind: 'table' }> & { template: TableTemplate },
  );
  if (!areBehind()) return parts;
  const first = at[0] as number;
  const above = parts[first - 1];
  const start = above ? firstOf(above.lines) : undefined;
  const contents = [
    start === undefined ? [] : (above?.lines.slice(start) ?? []),
    ...tables.map(({ lines }) => lines),
  ];
  return parts.flatMap((part, index): Part[] => {
    if (index === first - 1 && start !== undefined)
      return [{ ...part, lines: part.lines.slice(0, start) } as Part];
    const position = at.indexOf(index);
    if (position < 0) return [part];
    const table = tables[position] as (typeof tables)[number];
    const own = titled(table, contents[position] ?? [], table.line);
    return position === tables.length - 1 ? [own, ...rest(contents[position + 1] ?? [])] : [own];
  });

  function areBehind(): boolean {
    let [fitting, shifted] = [0, 0];
    tables.forEach((table, index) => {
      const header = firstHeader(table.lines, template);
      const next = tables[index + 1]?.template;
      if (header.length === 0 || !next) return;
      if (headerShare(header, table.template, template) >= 0.99) fitting += 1;
      else if (headerShare(header, next, template) >= 0.99) shifted += 1;
    });
    return shifted >= 3 && shifted > fitting;
  }

  /** Where the rows begin that stand above the first title. */
  function firstOf(lines: SourceLine[]): number | undefined {
    const spec = tables[0]?.template as TableTemplate;
    const index = lines.findIndex(
      ({ text }, at) =>
        isGridLine(text) && headerShare(firstHeader(lines.slice(at), template), spec, template) >= 0.99,
    );
    return index < 0 ? undefined : headOf(lines, index);
  }

  /** What stands below the last title that anything follows: rows, and their title as the last line. */
  function rest(lines: SourceLine[]): Part[] {
    const last = lines.findLastIndex(({ text }) => text.trim() !== '');
    const line = lines[last];
    if (!line) return [];
    const printed = readTableTitle(plain(line.text), template);
    if (!printed)
      return [
        {
          kind: 'other',
          title: '',
          line: (lines.find(({ text }) => text.trim() !== '') ?? line).line,
          lines,
        },
      ];
    return [
      titled({ kind: 'table', ...printed, line: line.line, lines: [] }, lines.slice(0, last), line.line),
    ];
  }
}

function titled(part: Extract<Part, { kind: 'table' }>, lines: SourceLine[], title: number): Part {
  const line = lines.find(({ text }) => text.trim() !== '')?.line;
  return line === undefined ? { ...part, lines } : { ...part, line, behind: title, lines };
}
