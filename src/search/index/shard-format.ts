/**
 * The index of rows is made of shards and of packs, each a folder below `search/` named for its content.
 *
 * Rows repeat: the same item of the same classification stands in thousands of tables. So what is searched are
 * *wordings*, a kind with texts (and with amounts beside them or without), each once in a shard; where each stands is told apart. A shard is a folder of small
 * files, each deflated (raw):
 *
 * - `b/<n>`: pairs of neighboring tokens → the wordings that hold them, with positions
 * - `u/<n>`: single tokens → the wordings that hold them, with grades
 * - `p/<n>`: for each wording of a range: the pages it stands on, and how often
 * - `l/<n>`: for the wordings of a part of that range: the rows it is on those pages
 * - `m/<n>`: likewise the main amounts of these rows
 * - `a/<n>`: amounts in order → rows
 * - `bounds`: for each wording, a byte: the bound of its greatest main amount, see `amount-bound.ts`
 * - `runs`: kind and group of the rows of every page
 * - `packs`: name of every page's folder of packs below `search/`, {@link packName} bytes of hex each
 *
 * What must be known before any of these files can be asked for, {@link ShardMeta}, is told for all shards at once: see
 * {@link ArchiveHead}.
 *
 * Rows are numbered through the shard in the order of its pages. Rows as they are shown are in packs, which belong to a
 * page and not to a shard, so that a shard that is made again leaves them alone.
 */
export interface ShardMeta {
  pages: PageColumns;
  /** Of each kind, how many wordings, and how many with amounts: they are numbered kind by kind, these first. */
  kinds: number[];
  valued: number[];
  /** First wording of each file `p/<n>`, of each `l/<n>`, and of each `m/<n>`. */
  standings: number[];
  rows: number[];
  mains: number[];
  /** First key of each file `b/<n>`, and of each `u/<n>`. */
  pairs: string[];
  tokens: string[];
  /** First amount (yuan) of each file `a/<n>`. */
  amounts: number[];
}

/** What a search must know first, of all shards: the file `search/heads.bin`, JSON, deflated. */
export interface ArchiveHead {
  shards: { path: string; meta: ShardMeta }[];
  /** Folders of Pagefind's shards. */
  pagefind: string[];
}

/** Facts of the pages of a shard, told column by column. */
export interface PageColumns {
  /** Rows of each page. */
  rows: number[];
  facts: Record<PageFact, Column>;
}

/** What is told of a page; its address and title are in its packs. `heading` is its title without the body's name. */
export const pageFacts = [
  'unit',
  'heading',
  'year',
  'province',
  'city',
  'county',
  'departmentCode',
  'department',
  'edition',
  'catalogueDepartment',
  'findings',
  'repealedBy',
] as const;
export type PageFact = (typeof pageFacts)[number];

/** Values of all pages: each value once, and the index of each page's; without indices all pages have the first. */
export interface Column {
  values: (string | number | boolean)[];
  of?: number[];
}

/** Key of two neighboring tokens. */
export function pairKey(first: string, second: string): string {
  return `${first}\t${second}`;
}

/** Key under which a code can be found by its beginning: `20805` finds `2080502`. */
export function codeKey(token: string): string {
  return `#${token}`;
}

/** Marks of a position, in its lowest bits: whether the pair begins and ends a cell. */
export const cellBegins = 1;
export const cellEnds = 2;
export const marks = 4;

/** How well a wording holds a single token: in a cell, at its beginning, as a whole cell, as the whole first cell. */
export const holdings = ['part', 'begins', 'cell', 'name'] as const;

/** Wordings and positions go into one number so that they can be sorted and compared at once. */
export const positions = 2 ** 20;

/** Bytes of the name of a folder of packs. */
export const packName = 6;

/** Rows in one pack. */
export const packRows = 160;

/** A row as it is shown. */
export interface ShownRow {
  /** Index in the pack's `groups`. */
  g: number;
  /** Anchor. */
  a: string;
  /** Texts. */
  t: string[];
  /** Amounts: column, printed, yuan, one after the other. */
  m?: (string | number)[];
}

/** The file `search/<folder>/<n>`: rows of a page from `n` × {@link packRows} on. */
export interface RowPack {
  /** Address of the page below the base, and its title. */
  path: string;
  title: string;
  /** Title, anchor, money unit. */
  groups: [string, string, string][];
  rows: ShownRow[];
}
