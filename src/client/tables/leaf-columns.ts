/** A heading cell by what it spans. */
export interface Span {
  columns: number;
  rows: number;
}

/** A heading that stands directly above one column, and the headings that it stands below. */
export interface LeafColumn<Cell> {
  /** The cells from the top down to the leaf. */
  path: Cell[];
  /** From 0, the column of line numbers included. */
  column: number;
}

/** Finds the headings of single columns in the rows of a table's head, by their columns from left to right. */
export function leafColumns<Cell extends Span>(head: Cell[][]): LeafColumn<Cell>[] {
  const grid: Cell[][] = head.map(() => []);
  head.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x]) x += 1;
      for (let row = y; row < Math.min(y + cell.rows, head.length); row += 1)
        for (let column = x; column < x + cell.columns; column += 1) (grid[row] as Cell[])[column] = cell;
      x += cell.columns;
    }
  });
  const last = grid.at(-1) ?? [];
  return last.flatMap((leaf, column) => {
    const path = [...new Set(grid.map((row) => row[column] as Cell))];
    return leaf.columns === 1 ? [{ path, column }] : [];
  });
}
