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
  /** Lines with amounts that belong nowhere, e.g. without a code or with a cut one: sums cannot be trusted. */
  strays: Line[];
}

const totalName = /^(合计|总计|部门合计|单位合计)$/;

/** Builds the tree 类 → 款 → 项 of a side by the prefixes of its codes; works for functional and economic codes. */
export function readCodeTree(view: TableView, side = ''): CodeTree {
  const lines = view.sideLines(side);
  const total = lines.find((line) => totalName.test(line.name) || totalName.test(line.code));
  const divisions = new Set(lines.flatMap(({ code }) => (/^\d{5}$/.test(code) ? [code] : [])));
  const coded = lines.filter((line) => line !== total && hasPlace(line.code, line.name, divisions));
  const strays = lines.filter((line) => line !== total && !coded.includes(line) && line.amounts.size > 0);
  // A department's table may print each body above its functions: the functions of all bodies make up the total.
  const functions = coded.filter((line) => !isBodyCode(line.code, line.name));
  const nodes = functions.map((line): CodeNode => ({ line, children: [] }));
  const unique = new Set(functions.map((line) => line.code)).size === functions.length;
  const parents = unique ? parentsByCode(nodes) : parentsByOrder(nodes);
  const roots: CodeNode[] = [];
  nodes.forEach((node, index) => {
    (parents[index]?.children ?? roots).push(node);
  });
  return { total, roots, strays };
}

/** Every node of a tree, depth first. */
export function allNodes(nodes: CodeNode[]): CodeNode[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)]);
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
