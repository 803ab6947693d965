import type { ColumnRole, Side } from '../../schema/table.ts';

/** Role of a column as the schema has it. */
export type Role = (typeof ColumnRole)['options'][number];
export type SideName = (typeof Side)['options'][number];

/** A leaf column that a template expects. */
export interface LeafTemplate {
  /** Name within the template, for sums and anchors: `total`, `general`. */
  key: string;
  /** Words from the outermost heading to the leaf, each a key of the template's `words`. */
  path: string[];
  role: Role;
  side: SideName;
  /** Only there when its word is printed: unit columns of a department, remarks. */
  optional?: true;
  /** Printed, and none of the template's: its path is what is printed above it. */
  extra?: true;
}

/** How the rows of a table add up. */
export type RowOrder =
  | 'two-sided' // items, 本年合计, 结转, 总计, on both sides
  | 'codes' // functional codes 3 → 5 → 7 under a total
  | 'economic' // groups with a blank counterpart, items below
  | 'three-public' // “三公”: three items and the parts of the third
  | 'three-public-across' // the same in one row, a column an item
  | 'units' // a total and one line a unit
  | 'projects'; // the unit's total, sometimes twice, and its projects

/** A total that another table prints too. */
export interface Anchor {
  leaf: string;
  /** Row of this table by its label's `matchKey`; the total row where left out. */
  row?: RegExp;
  /** Where the same amount stands: table, leaf and a pattern for the label's `matchKey`, or its total row. */
  table: number;
  of: string;
  label: RegExp | 'total';
  /** Take the last row of that label instead of the first. */
  last?: true;
}

export interface TableTemplate {
  number: number;
  /** Tested against `matchKey` of a title, in the template's order. */
  title: RegExp;
  leaves: LeafTemplate[];
  /** Sums across a row: leaf keys. */
  cross: { total: string; parts: string[] }[];
  order: RowOrder;
  anchors: Anchor[];
  /** Printed by some that follow the set, and missed of none. */
  optional?: true;
}

/** A set of tables that a province prescribes. Other provinces' sets can stand beside each other. */
export interface Template {
  id: string;
  /** Printed forms of a heading word, tested against `matchKey`. */
  words: Record<string, RegExp>;
  /** Headings of what a budget is compared with, tested likewise: they may stand in any table. */
  comparison: RegExp;
  /** Titles as they are printed as a rule, by `matchKey` and without the year: what a misread one is held against. */
  usualTitles: string[];
  tables: TableTemplate[];
}
