import type { Indicator } from '../../schema/project.ts';
import type { Level } from './read-level.ts';

/** List that an entry belongs to. */
export type Scope = Indicator['scope'];

/** The other of the two lists. */
export function otherOf(scope: Scope): Scope {
  return scope === '年度' ? '实施期' : '年度';
}

/** One line of one list before its level is decided. */
export interface Entry {
  scope: Scope;
  line: number;
  /** Place of its row, as rows may share a line. */
  row: number;
  /** Level whose word stands beside it. */
  label: Level | null;
  /** The word is printed whole, and its row says nothing against it. */
  isSure?: boolean;
  name: string | null;
  value: string | null;
  /** Columns of name and value, −1 where there is none. */
  nameColumn: number;
  valueColumn: number;
  /** The row was not divided cleanly. */
  isIrregular: boolean;
  /** The row can be divided in another way as well as in this one. */
  isUndecided?: boolean;
  /** Stands below a level word of the form's own, which no level answers. */
  isOfOtherLevel?: boolean;
  /** Stands on a row of nothing but ends that wraps have cut off. */
  isTail?: boolean;
}

/** Both lists of a project. */
export type Entries = Record<Scope, Entry[]>;

/** Reasons why something printed beside level, name and value is left out of the lists. */
export const furtherColumn = '备注、权重、性质一类的栏目';
export const levelWeight = '指标类别的权重';

/** Something printed in a form that is left out, with the reason. */
export interface LeftOut {
  line: number;
  text: string;
  reason: string;
}

/** An entry of a level word alone. */
export function labelEntry(
  scope: Scope,
  { line, row }: Pick<Entry, 'line' | 'row'>,
  label: Level | null,
): Entry {
  const empty = { name: null, value: null, nameColumn: -1, valueColumn: -1 };
  return { scope, line, row, label, ...empty, isIrregular: true };
}
