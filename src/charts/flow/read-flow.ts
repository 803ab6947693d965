import type { Disclosure } from '../../schema/disclosure.ts';
import { yuanOf } from '../../schema/figure.ts';
import { groupRest } from '../group-rest.ts';
import { residualOf, roundingTolerance, sumOf } from '../part.ts';
import { leafOf } from '../read/amount-of.ts';
import { bareLabel } from '../read/bare-label.ts';
import { readBasicSpending } from '../read/economic-items.ts';
import { type FunctionNode, readFunctionTree } from '../read/function-tree.ts';
import { isBodyCode } from '../read/is-body-code.ts';
import { entriesOfTable } from '../read/table-of.ts';

/** 0: source, 1: function (类), 2: 基本 or 项目, 3: economic group. */
export type Stage = 0 | 1 | 2 | 3;

export interface FlowNode {
  id: string;
  name: string;
  stage: Stage;
  /** The total that is printed for it, undefined where none is. */
  printed?: number | undefined;
}

/** Money from one node to another, whole yuan, above zero. */
export interface FlowLink {
  source: string;
  target: string;
  yuan: number;
  /** Line that states it, null for sums and differences of ours. */
  line: number | null;
}

export interface Flow {
  nodes: FlowNode[];
  links: FlowLink[];
  /** Functions whose income in table 二 is not what table 三 spends, beyond rounding. */
  uneven: { name: string; income: number; spending: number }[];
  /** Amounts below zero, which a flow cannot show. */
  negative: number;
  tables: number[];
}

const stageLimit = 6;

/** Follows the money through tables 二, 三 and 六; nothing is made up where a table does not tell. */
export function readFlow(disclosure: Disclosure): Flow {
  const flow: Flow = { nodes: [], links: [], uneven: [], negative: 0, tables: [] };
  const tree = readFunctionTree(entriesOfTable(disclosure, 3));
  const { roots } = tree;
  const { shown, rest } = groupRest(
    roots
      .flatMap((root) => (root.yuan === undefined ? [] : [{ ...root, yuan: root.yuan }]))
      .sort((a, b) => b.yuan - a.yuan || a.line - b.line),
    stageLimit,
  );
  const functionOf = (code: string) => {
    if (rest.some((root) => root.code === code)) return 'f:rest';
    return shown.some((root) => root.code === code) ? `f:${code}` : 'f:none';
  };
  addIncome(flow, disclosure, functionOf);
  for (const root of shown) addNode(flow, { id: `f:${root.code}`, name: root.name, stage: 1 });
  if (rest.length > 0) addNode(flow, { id: 'f:rest', name: `其他 ${rest.length} 类`, stage: 1 });
  addNode(flow, { id: 'f:none', name: '表三未列的类', stage: 1 });
  for (const root of roots) addKinds(flow, root, functionOf(root.code));
  noteUneven(flow, roots);
  addEconomic(flow, disclosure);
  for (const root of shown) settlePrinted(flow, `f:${root.code}`, root.yuan);
  settlePrinted(flow, 'k:basic', tree.basic);
  settlePrinted(flow, 'k:project', tree.project);
  const used = new Set(flow.links.flatMap((link) => [link.source, link.target]));
  flow.nodes = flow.nodes.filter((node) => used.has(node.id));
  flow.nodes.sort(
    (a, b) => a.stage - b.stage || (a.stage === 0 ? throughput(flow, b.id) - throughput(flow, a.id) : 0),
  );
  return flow;
}

function addNode(flow: Flow, node: FlowNode): void {
  if (!flow.nodes.some((other) => other.id === node.id)) flow.nodes.push(node);
}

/** Takes a printed total over where it differs from what flows by no more than rounding. */
function settlePrinted(flow: Flow, id: string, printed: number | undefined): void {
  const node = flow.nodes.find((other) => other.id === id);
  const count = flow.links.filter((link) => link.source === id || link.target === id).length;
  if (!node || printed === undefined) return;
  if (Math.abs(printed - throughput(flow, id)) <= roundingTolerance(count + 1)) node.printed = printed;
}

/** Adds to a link, or makes it; a link out of several lines names none. */
function addLink(
  flow: Flow,
  source: string,
  target: string,
  yuan: number | undefined,
  line: number | null,
): void {
  if (yuan === undefined || yuan === 0) return;
  if (yuan < 0) {
    flow.negative += 1;
    return;
  }
  const link = flow.links.find((other) => other.source === source && other.target === target);
  if (!link) flow.links.push({ source, target, yuan, line });
  else Object.assign(link, { yuan: link.yuan + yuan, line: null });
}

/** Table 二: each 类 by the columns of its funds, last year's money included. */
function addIncome(flow: Flow, disclosure: Disclosure, functionOf: (code: string) => string): void {
  const entries = entriesOfTable(disclosure, 2);
  for (const entry of entries) {
    const code = entry.code.replace(/\D/g, '');
    if (code.length !== 3 || isBodyCode(code, entry.label)) continue;
    for (const [path, figure] of entry.amounts) {
      const name = bareLabel(leafOf(path));
      if (/[合小总]计$/.test(name)) continue;
      addNode(flow, { id: `s:${name}`, name, stage: 0 });
      addLink(flow, `s:${name}`, functionOf(code), yuanOf(figure), entry.line);
    }
  }
  const total = entries.find((entry) => /^(部门)?[合总]计$/.test(bareLabel(entry.label)));
  for (const [path, figure] of total?.amounts ?? [])
    settlePrinted(flow, `s:${bareLabel(leafOf(path))}`, yuanOf(figure));
  if (flow.links.length > 0) flow.tables.push(2);
}

/** Table 三: each 类 as 基本支出 and 项目支出, and what is neither. */
function addKinds(flow: Flow, root: FunctionNode, id: string): void {
  addNode(flow, { id: 'k:basic', name: '基本支出', stage: 2 });
  addNode(flow, { id: 'k:project', name: '项目支出', stage: 2 });
  addLink(flow, id, 'k:basic', root.basic, root.line);
  addLink(flow, id, 'k:project', root.project, root.line);
  const kinds = [root.basic ?? 0, root.project ?? 0].map((yuan) => ({ yuan }));
  const neither = residualOf(root.yuan, kinds);
  if (neither > 0) {
    addNode(flow, { id: 'k:none', name: '基本、项目之外', stage: 2 });
    addLink(flow, id, 'k:none', neither, root.line);
  }
  if (!flow.tables.includes(3)) flow.tables.push(3);
}

function noteUneven(flow: Flow, roots: FunctionNode[]): void {
  for (const root of roots) {
    const income = flow.links.filter(
      (link) => link.source.startsWith('s:') && link.target === `f:${root.code}`,
    );
    if (income.length === 0 || root.yuan === undefined) continue;
    const sum = sumOf(income);
    if (Math.abs(sum - root.yuan) > roundingTolerance(income.length + 1)) {
      flow.uneven.push({ name: root.name, income: sum, spending: root.yuan });
    }
  }
}

/** Table 六: basic spending by economic group; it covers the general budget of this year only. */
function addEconomic(flow: Flow, disclosure: Disclosure): void {
  const basic = sumOf(flow.links.filter((link) => link.target === 'k:basic'));
  const groups = readBasicSpending(entriesOfTable(disclosure, 6)).groups.filter((group) => group.yuan !== 0);
  const known = sumOf(groups);
  if (basic === 0 || known <= 0 || known - basic > roundingTolerance(groups.length + 1)) return;
  const { shown, rest } = groupRest(
    [...groups].sort((a, b) => b.yuan - a.yuan || a.line - b.line),
    stageLimit - 1,
  );
  const name = (group: { name: string }) => group.name || '未分组';
  for (const group of shown) addNode(flow, { id: `e:${name(group)}`, name: name(group), stage: 3 });
  for (const group of shown) addLink(flow, 'k:basic', `e:${name(group)}`, group.yuan, group.line);
  if (rest.length > 0) {
    addNode(flow, { id: 'e:rest', name: `其他 ${rest.length} 组`, stage: 3 });
    addLink(flow, 'k:basic', 'e:rest', sumOf(rest), null);
  }
  const unknown = residualOf(basic, groups);
  if (unknown > 0) {
    addNode(flow, { id: 'e:none', name: '未列经济科目', stage: 3 });
    addLink(flow, 'k:basic', 'e:none', unknown, null);
  }
  flow.tables.push(6);
}

/** What is written at a node: its printed total, or what passes through it. */
export function amountAt(flow: Flow, node: FlowNode): number {
  return node.printed ?? throughput(flow, node.id);
}

/** What passes through a node: the greater of what comes in and what goes out. */
export function throughput(flow: Flow, id: string): number {
  const arriving = sumOf(flow.links.filter((link) => link.target === id));
  return Math.max(arriving, sumOf(flow.links.filter((link) => link.source === id)));
}
