/** What a hit is. The order is the one that kinds are offered and, all else being equal, ranked in. */
export const kinds = ['单位', '表格', '表格行', '项目', '绩效指标', '目录条目', '名词', '说明'] as const;
export type Kind = (typeof kinds)[number];

/** Kinds whose rows say the same wherever they stand: bodies copy each other's glossaries. Equal ones are one hit. */
export const sharedKinds: readonly Kind[] = ['名词'];

/** An amount that stands in a row. */
export interface RowAmount {
  /** Column without its side: `当年预算安排`; `''` for an amount inside running text. */
  column: string;
  printed: string;
  /** Whole yuan. */
  yuan: number;
}

/** One row, paragraph or entry: what is found, counted and opened. */
export interface SearchRow {
  kind: Kind;
  /** Index of its group in the page. */
  group: number;
  /** Where it stands on the page: `L147`, `L147-2`, `p3`, `A150201`; `''` for the page itself. */
  anchor: string;
  /** Cells: the name first, the code second (`''` where it has none), then the others. */
  texts: string[];
  amounts: RowAmount[];
  /** The amounts repeat those of other rows, as a table's title does its 合计: shown and ranked by, not found again. */
  repeats?: boolean;
}

/** A table, section, project or list: the unit of search that several terms must share. */
export interface SearchGroup {
  title: string;
  anchor: string;
  /** Unit of its printed amounts: `万元`, `元`; `''` where it has none. */
  money: string;
}

/** What the facets tell about a page of the site. All but `path` and `title` may be `''`. */
export interface PageFacts {
  /** Address below the base: `units/shi-li-ju/2031/`. */
  path: string;
  /** `某市示例局 2031年度单位预算`, or the edition and department of a catalogue page. */
  title: string;
  unit: string;
  /** Fiscal year, or the year of the catalogue's edition; 0 where unknown. */
  year: number;
  province: string;
  city: string;
  county: string;
  departmentCode: string;
  department: string;
  /** Edition of the procurement catalogue that it is, or that it attaches. */
  edition: string;
  /** Department of the procurement catalogue. */
  catalogueDepartment: string;
  /** Whether a check found a figure that does not agree. */
  findings: boolean;
  /** Edition that repealed this one. */
  repealedBy: string;
}

/** One page of the site with all that is searched in it. */
export interface SearchPage {
  facts: PageFacts;
  groups: SearchGroup[];
  /** Ordered by group. */
  rows: SearchRow[];
}
