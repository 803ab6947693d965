import type { MoneyUnit } from '../../schema/figure.ts';

/** An amount as a sentence states it. */
export interface StatedAmount {
  /** As stated, with its unit, blanks and full-width digits made plain: `31236.13万元`. */
  printed: string;
  unit: MoneyUnit;
  /** Whole yuan. */
  yuan: number;
  /** What rounding to whole yuan took from it, in yuan. */
  rest?: number;
  /** Half of the last stated digit in yuan; 万元 count as stated to two decimals. */
  half: number;
}

/** A percentage as a sentence states it. */
export interface StatedPercent {
  /** `4.72%` */
  printed: string;
  /** Millionths: 4.72 % = 47200. */
  ppm: number;
  /** Half of the last stated digit, in millionths. */
  half: number;
}

/** A change against an earlier year. */
export interface StatedChange {
  /** 1 more, -1 less, 0 the same. */
  direction: 1 | -1 | 0;
  /** How much, without sign. */
  amount: StatedAmount | null;
  /** By how many percent, without sign. */
  percent: StatedPercent | null;
  /** Whether the words and signs of amount and percentage say opposite things. */
  contradictory: boolean;
  /** Year that is compared with, where it is named. */
  baseYear: number | null;
  /** Whether the change stands behind the reason given (主要原因是 …). */
  reason: boolean;
}

/** One thing that the narrative states a figure of. */
export interface Statement {
  /** What the figure is of, as worded before it: `一般公共预算拨款收入`. May be empty. */
  what: string;
  /** Year named with it, else null: then it is of the budget's year. */
  year: number | null;
  /** Whether it is said to be of the year before (上年预算数). */
  prior: boolean;
  amount: StatedAmount | null;
  /** A number of things, with their unit: 18 个, 5 辆. */
  count: { value: number; unit: string } | null;
  share: StatedPercent | null;
  /** What the share is of, where it is said: `部门（单位）项目支出总额`. */
  shareOf: string;
  change: StatedChange | null;
  /** Number of the sentence (up to 。 or ；) in the section, from 0. */
  sentence: number;
  /** Whether it stands behind 其中 in its sentence or the one before. */
  within: boolean;
  /** The statement that 其中 or an open bracket before it stands behind: what it is a part of. Null where none does. */
  partOf: Statement | null;
  /** Whether it stands behind the reason given for a change. */
  reason: boolean;
  /** Line of the source. */
  line: number;
}
