import { hasPlace, isBodyCode } from '../../schema/has-place.ts';
import type { Line, TableView } from './table-view.ts';

/** A line of a table by functional code, with the lines right beneath it. */
export interface CodeNode {
  line: Line;
  children: CodeNode[];
}

export interface CodeTree {
  /** The 合计 line. */
  total: Line | undefined;
  /** 类, or what stands at the top. */
  roots: CodeNode[];
  /** Whether the functions are printed once for each body of a department, and so more than once. */
  isByBody: boolean;
  /** Totals of the bodies that a department's table lists by columns, each with the 类 below it. */
  bodies: CodeNode[];
  /** Lines with amounts that belong nowhere, e.g. without a code or with a cut one: sums cannot be trusted. */
  strays: Line[];
}

const totalName = /^(合计|总计|部门合计|单位合计)$/;
/** What stands for a name in the line of one body, whose own name is in a column of its own. */
const bodyTotalName = /^(合计|小计|单位合计)?$/;

/** Builds the tree 类 → 款 → 项 of a side by the prefixes of its codes; works for functional and economic codes. */
export function readCodeTree(view: TableView, side = ''): CodeTree {
  const lines = view.sideLines(side);
  const summing = lines.find(isTotal) ?? totalBeside(view, lines);
  const total = summing?.name === '' ? { ...summing, label: '合计', name: '合计' } : summing;
  const divisions = new Set(lines.flatMap(({ code }) => (/^\d{5}$/.test(code) ? [code] : [])));
  const coded = lines.filter((line) => line !== summing && hasPlace(line.code, line.name, divisions));
  const others = lines.filter((line) => line !== summing && !coded.includes(line) && line.amounts.size > 0);
  const heads = others.filter((line) => line.body !== '' && bodyTotalName.test(line.name));
  const strays = others.filter((line) => !heads.includes(line));
  // A department's table may print each body above its functions: the functions of all bodies make up the total.
  const functions = coded.filter((line) => !isBodyCode(line.code, line.name));
  const nodes = functions.map((line): CodeNode => ({ line, children: [] }));
  const unique = new Set(functions.map((line) => line.code)).size === functions.length;
  const parents = unique ? parentsByCode(nodes) : parentsByOrder(nodes);
  const roots: CodeNode[] = [];
  nodes.forEach((node, index) => {
    (parents[index]?.children ?? roots).push(node);
  });
  const isByBody = functions.length < coded.length || lines.some(({ body }) => body !== '');
  return { total, roots, isByBody, bodies: bodiesOf(heads, lines, roots), strays };
}

function isTotal({ name, code }: Line): boolean {
  return totalName.test(name) || totalName.test(code);
}

/** The total of a side whose 合计 is printed once for both, before the other one. */
function totalBeside(view: TableView, lines: Line[]): Line | undefined {
  const other = view.lines.find((line) => line.side !== lines[0]?.side && isTotal(line));
  return lines.find(({ line, name }) => name === '' && line === other?.line);
}

/** Bodies with the 类 that stand below each. */
function bodiesOf(heads: Line[], lines: Line[], roots: CodeNode[]): CodeNode[] {
  const bodies = new Map(heads.map((line) => [line, { line, children: [] as CodeNode[] }]));
  const tops = new Map(roots.map((root) => [root.line, root]));
  let body: CodeNode | undefined;
  for (const line of lines) {
    body = bodies.get(line) ?? body;
    const root = tops.get(line);
    if (root) body?.children.push(root);
  }
  return [...bodies.values()];
}

/** Every node of a tree, depth first. */
export function allNodes(nodes: CodeNode[]): CodeNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
}

/** Nodes by what they mean, those of one meaning together where a department's table prints them once a body. */
export function alike<T>({ isByBody }: CodeTree, nodes: T[], meaning: (node: T) => string): [T, ...T[]][] {
  if (!isByBody) return nodes.map((node) => [node]);
  return [...Map.groupBy(nodes, meaning).values()] as [T, ...T[]][];
}

function parentsByCode(nodes: CodeNode[]): (CodeNode | undefined)[] {
  const byCode = new Map(nodes.map((node) => [node.line.code, node]));
  return nodes.map(({ line }) => {
    for (let length = line.code.length - 1; length >= 3; length -= 1) {
      const parent = byCode.get(line.code.slice(0, length));
      if (parent) return parent;
    }
    return undefined;
  });
}

/** Where codes repeat, a line belongs to the nearest line above it whose code begins its own. */
function parentsByOrder(nodes: CodeNode[]): (CodeNode | undefined)[] {
  const open: CodeNode[] = [];
  return nodes.map((node) => {
    while (open.length > 0) {
      const last = open.at(-1);
      if (last && node.line.code !== last.line.code && node.line.code.startsWith(last.line.code)) break;
      open.pop();
    }
    const parent = open.at(-1);
    open.push(node);
    return parent;
  });
}
