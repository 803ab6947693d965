import type { Format, Scene } from './scene.ts';

/** One column of a chart's data. `money` cells are whole yuan, `share` cells parts of 1, `count` cells integers. */
export interface ChartColumn {
  name: string;
  kind: 'text' | 'money' | 'share' | 'count';
}

/** One row of a chart's data. */
export interface ChartRow {
  /** As many as columns. `null`: nothing printed; a text in a number's column: the reason why there is none. */
  cells: (string | number | null)[];
  /** Line of the source that the row was read from, null for sums of ours and rows of many sources. */
  line: number | null;
  /** The row belongs to what the picture draws as 其他. */
  grouped: boolean;
}

export interface ChartTable {
  columns: ChartColumn[];
  rows: ChartRow[];
}

/** What a chart's layout gives: numbers and words, no markup. */
export interface ChartLayout {
  /** Unit of the amounts in the picture: `万元`, `亿元`, `项`. */
  unit: string;
  /** What the picture shows, in one or two Chinese sentences. */
  sentence: string;
  table: ChartTable;
  /** The picture for phone and page, or null where one bar would remain: then the sentence says it all. */
  scenes: Record<Format, Scene> | null;
  /** Numbers of the statutory tables that it is drawn from. */
  tables: number[];
  /** Numbers of the narrative sections that it is drawn from; none unless given. */
  sections?: number[];
}

/** A chart ready to be placed: see `src/components/charts/Chart.astro`. */
export interface Chart extends ChartLayout {
  /** ASCII, unique on a page: `income`. */
  id: string;
  title: string;
}
