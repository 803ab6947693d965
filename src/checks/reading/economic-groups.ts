import { nearestName } from '../../nearest-name.ts';
import { economicItems } from './economic-items.ts';
import type { Line, TableView } from './table-view.ts';

/** Table 六: the total, and the groups (类) with their items (款). */
export interface EconomicGroups {
  total: Line | undefined;
  groups: { line: Line; items: Line[] }[];
  /** Items above the first group, or lines that may be either: then sums cannot be trusted. */
  strays: Line[];
}

/** Names of the groups of the department classification by economic item (部门预算支出经济分类的类). */
const groupNames = new Set([
  '工资福利支出',
  '商品和服务支出',
  '对个人和家庭的补助',
  '债务利息及费用支出',
  '资本性支出(基本建设)',
  '资本性支出',
  '对企业补助(基本建设)',
  '对企业补助',
  '对社会保障基金补助',
  '其他支出',
]);

/** Whether a name is a group's, be it misread in one character, and no item's. */
function isGroupName(name: string): boolean {
  return groupNames.has(name) || (!economicItems.has(name) && nearestName(name, longNames, 1) !== undefined);
}

const longNames = [...groupNames].filter((name) => name.length >= 5);

/** Reads the groups of table 六: a group has no government item beside it, or a code of three digits. */
export function readEconomicGroups(view: TableView): EconomicGroups {
  const total = view.lines.find((line) => /^(合计|总计)$/.test(line.name) || /^(合计|总计)$/.test(line.code));
  const groups: EconomicGroups['groups'] = [];
  const strays: Line[] = [];
  for (const line of view.lines) {
    if (line === total || line.amounts.size === 0) continue;
    const coded = /^\d{3,5}$/.test(line.code);
    const group = coded ? line.code.length === 3 : isGroupName(line.name) && line.counterpart === '';
    if (group) groups.push({ line, items: [] });
    else if (groups.length === 0) strays.push(line);
    else groups.at(-1)?.items.push(line);
  }
  return { total, groups, strays };
}
