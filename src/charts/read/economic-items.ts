import { yuanOf } from '../../schema/figure.ts';
import type { Entry } from '../../schema/table.ts';
import { residualOf } from '../part.ts';
import { amountOf, totalOf } from './amount-of.ts';
import { bareLabel } from './bare-label.ts';

/** One line of table 六. */
export interface EconomicItem {
  name: string;
  line: number;
  /** Printed 合计 in whole yuan. */
  yuan: number;
  /** 人员经费 and 公用经费, 0 where blank. */
  personnel: number;
  operating: number;
}

/** A group of the departmental classification, e.g. 工资福利支出, with its items. */
export interface EconomicGroup extends EconomicItem {
  items: EconomicItem[];
  /** What the group's amount has beyond that of its items; 0 without items and within rounding. */
  residual: number;
}

export interface BasicSpending {
  total: EconomicItem | null;
  groups: EconomicGroup[];
}

/**
 * Reads table 六. A group has a code of three digits and its items one of five; where no codes are printed, a line with a
 * government item (counterpart) is an item, a line without one is the group of the items that follow. Items that no group
 * precedes stand under one without a name.
 */
export function readBasicSpending(entries: readonly Entry[]): BasicSpending {
  const spending: BasicSpending = { total: null, groups: [] };
  const isCoded = entries.some(({ code }) => /^\d{5}$/.test(code));
  const isGroup = ({ code, counterpart }: Entry) =>
    isCoded && code !== '' ? code.length === 3 : counterpart === '';
  for (const entry of entries) {
    const yuan = yuanOf(totalOf(entry));
    const name = bareLabel(entry.label);
    if (yuan === undefined) continue;
    const item: EconomicItem = {
      name,
      line: entry.line,
      yuan,
      personnel: yuanOf(amountOf(entry, /^人员/)) ?? 0,
      operating: yuanOf(amountOf(entry, /^(日常)?公用/)) ?? 0,
    };
    if (/^(部门)?[合总]计$/.test(name)) spending.total ??= item;
    else if (isGroup(entry)) spending.groups.push({ ...item, items: [], residual: 0 });
    else itemsOf(spending, item).push(item);
  }
  for (const group of spending.groups) settleGroup(group);
  return spending;
}

function itemsOf(spending: BasicSpending, item: EconomicItem): EconomicItem[] {
  const last = spending.groups.at(-1);
  if (last) return last.items;
  const group = { ...item, name: '', yuan: 0, personnel: 0, operating: 0, items: [], residual: 0 };
  spending.groups.push(group);
  return group.items;
}

function settleGroup(group: EconomicGroup): void {
  if (group.name !== '') {
    group.residual = group.items.length === 0 ? 0 : residualOf(group.yuan, group.items);
    return;
  }
  for (const item of group.items) {
    group.yuan += item.yuan;
    group.personnel += item.personnel;
    group.operating += item.operating;
  }
}
