import type { Span } from './leaf-columns.ts';

/** A row of a table with the remarks below it. */
export interface RowGroup {
  row: HTMLTableRowElement;
  /** The row and its remarks. */
  elements: HTMLTableRowElement[];
  /** Text of each cell as printed, the line number first. */
  cells: string[];
  /** It sums up no other rows. */
  leaf: boolean;
}

/** A heading cell of a table. */
export interface Heading extends Span {
  cell: HTMLTableCellElement;
}

/** Rows of a table in the order of the document, each with its remarks. */
export function rowGroups(body: HTMLTableSectionElement): RowGroup[] {
  const groups: RowGroup[] = [];
  for (const row of body.rows) {
    if (row.classList.contains('remark-row')) groups.at(-1)?.elements.push(row);
    else groups.push({ row, elements: [row], cells: [...row.cells].map(printedText), leaf: true });
  }
  groups.forEach((group, index) => {
    const next = groups[index + 1];
    const isParent = next && levelOf(next.row) > levelOf(group.row) && levelOf(group.row) > 0;
    group.leaf = !isParent && !group.row.classList.contains('total');
  });
  return groups;
}

/** `l2` is the second level; rows without levels are all at 0. */
function levelOf(row: Element): number {
  return Number(/\bl(\d)\b/.exec(row.className)?.[1] ?? 0);
}

/** Headings of a table by its rows. */
export function headings(table: HTMLTableElement): Heading[][] {
  return [...(table.tHead?.rows ?? [])].map((row) =>
    [...row.cells].map((cell) => ({ cell, columns: cell.colSpan, rows: cell.rowSpan })),
  );
}

/** What is printed in a cell, without what the site says of it. */
export function printedText(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const own of copy.querySelectorAll('small, .row-address')) own.remove();
  return copy.textContent?.trim() ?? '';
}
