/**
 * What the charts over units and years need of one disclosure: a part of the summary that lists are made of.
 * Amounts in whole yuan, undefined where not known.
 */
export interface BudgetSummary {
  /** `<unit slug>/<year>` */
  id: string;
  unit: { name: string };
  year: number;
  /** 支出总计 */
  spending: number | undefined;
  basic: number | undefined;
  project: number | undefined;
  /** “三公”经费 */
  official: number | undefined;
  /** Spending by 类, where printed. */
  functions: { name: string; yuan: number }[];
}
