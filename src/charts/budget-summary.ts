import type { Disclosure } from '../schema/disclosure.ts';
import { yuanOf } from '../schema/figure.ts';
import { totalOf } from './read/amount-of.ts';
import { bareLabel } from './read/bare-label.ts';
import { readFunctionTree } from './read/function-tree.ts';
import { entriesOfTable } from './read/table-of.ts';
import { readSanGong } from './san-gong/read-san-gong.ts';

/** What the charts over units and years need of one disclosure. Amounts in whole yuan, null where not readable. */
export interface BudgetSummary {
  /** `<unit slug>/<year>` */
  id: string;
  unit: string;
  year: number;
  phase: Disclosure['phase'];
  /** `山西省晋城市`, as far as it is known. */
  region: string;
  /** 本年支出合计 */
  total: number | null;
  basic: number | null;
  project: number | null;
  sanGong: number | null;
  /** Spending by 类 where printed, in the table's order. */
  functions: { code: string; name: string; yuan: number }[];
}

/** Sums a disclosure up from its tables 三, 一 and 十. */
export function summarizeBudget(disclosure: Disclosure): BudgetSummary {
  const tree = readFunctionTree(entriesOfTable(disclosure, 3));
  const { province, city, county } = disclosure.region;
  return {
    id: disclosure.id,
    unit: disclosure.unit.name,
    year: disclosure.year,
    phase: disclosure.phase,
    region: [province, city, county].join(''),
    total: tree.total ?? spendingTotal(disclosure),
    basic: tree.basic ?? null,
    project: tree.project ?? null,
    sanGong: readSanGong(disclosure).find((line) => line.item === '合计')?.yuan ?? null,
    functions: tree.roots.flatMap(({ code, name, yuan }) =>
      yuan === undefined ? [] : [{ code, name, yuan }],
    ),
  };
}

/** 本年支出合计 of table 一. */
function spendingTotal(disclosure: Disclosure): number | null {
  const entry = entriesOfTable(disclosure, 1).find(
    ({ side, label }) => side === '支出' && /^本年支出合计$/.test(bareLabel(label)),
  );
  return (entry && yuanOf(totalOf(entry))) ?? null;
}
