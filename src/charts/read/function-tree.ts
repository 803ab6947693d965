import { yuanOf } from '../../schema/figure.ts';
import type { Entry } from '../../schema/table.ts';
import { residualOf } from '../part.ts';
import { amountOf, totalOf } from './amount-of.ts';
import { bareLabel } from './bare-label.ts';
import { isBodyCode } from './is-body-code.ts';

/** One line of a table by functional classification, with the lines below it. */
export interface FunctionNode {
  /** 3 (类), 5 (款) or 7 (项) digits. */
  code: string;
  name: string;
  line: number;
  /** Printed 合计 in whole yuan, undefined where blank or not readable. */
  yuan: number | undefined;
  /** Printed 基本支出 and 项目支出, undefined where blank or absent. */
  basic: number | undefined;
  project: number | undefined;
  children: FunctionNode[];
  /** What the printed amount has beyond that of its children; 0 for leaves and within rounding. */
  residual: number;
}

export interface FunctionTree {
  /** Printed 合计 of the table, undefined where absent. */
  total: number | undefined;
  basic: number | undefined;
  project: number | undefined;
  /** Line of the 合计, null where absent. */
  line: number | null;
  /** 类 in the table's order. A line whose parent is missing stands at the top. */
  roots: FunctionNode[];
}

/**
 * Reads the lines of table 三, 五 or 八 as a tree by the length of their codes. A department's table lists the
 * functions of each of its units: lines that name a body are passed over, lines of one code are added up.
 */
export function readFunctionTree(entries: readonly Entry[]): FunctionTree {
  const tree: FunctionTree = {
    total: undefined,
    basic: undefined,
    project: undefined,
    line: null,
    roots: [],
  };
  const open: FunctionNode[] = [];
  for (const entry of entries) {
    const amounts = {
      yuan: yuanOf(totalOf(entry)),
      basic: yuanOf(amountOf(entry, /^基本支出/)),
      project: yuanOf(amountOf(entry, /^项目支出/)),
    };
    const code = entry.code.replace(/\D/g, '');
    if (code === '') {
      if (tree.line === null && /^(部门)?合计$|^总计$/.test(bareLabel(entry.label || entry.code))) {
        Object.assign(tree, {
          total: amounts.yuan,
          basic: amounts.basic,
          project: amounts.project,
          line: entry.line,
        });
      }
      continue;
    }
    if (isBodyCode(code, entry.label)) continue;
    while (open.length > 0 && !isAbove(open.at(-1), code)) open.pop();
    const siblings = open.at(-1)?.children ?? tree.roots;
    let node = siblings.find((other) => other.code === code);
    if (node) addAmounts(node, amounts);
    else {
      node = { code, name: bareLabel(entry.label), line: entry.line, ...amounts, children: [], residual: 0 };
      siblings.push(node);
    }
    open.push(node);
  }
  tree.roots.forEach(settleResidual);
  return tree;
}

function isAbove(upper: FunctionNode | undefined, code: string): boolean {
  return upper !== undefined && upper.code.length < code.length && code.startsWith(upper.code);
}

function addAmounts(node: FunctionNode, more: Pick<FunctionNode, 'yuan' | 'basic' | 'project'>): void {
  for (const key of ['yuan', 'basic', 'project'] as const) {
    const amount = more[key];
    if (amount !== undefined) node[key] = (node[key] ?? 0) + amount;
  }
}

function settleResidual(node: FunctionNode): void {
  node.children.forEach(settleResidual);
  if (node.children.length === 0) return;
  node.residual = residualOf(
    node.yuan,
    node.children.map((child) => ({ yuan: child.yuan ?? 0 })),
  );
}
