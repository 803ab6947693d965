import type { PhrasingContent, Table as TableNode } from 'mdast';

/** A GFM table from its header and its rows of inline content; `right` tells which columns are aligned right. */
export function grid(header: string[], right: boolean[], rows: PhrasingContent[][][]): TableNode {
  const head = header.map((value): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]));
  return {
    type: 'table',
    align: right.map((isRight) => (isRight ? 'right' : null)),
    children: [head, ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', children })),
    })),
  };
}
