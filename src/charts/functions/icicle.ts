import { sumOf } from '../part.ts';
import type { FunctionNode, FunctionTree } from '../read/function-tree.ts';
import type { Tone } from '../scene.ts';

/** A node that is drawn: its amount is the sum of what is drawn below it. */
export interface IcicleNode {
  name: string;
  code: string;
  yuan: number;
  /** What is printed for it, to be written; the drawn sum where nothing is printed. Differs by rounding. */
  printed: number;
  tone: Tone;
  /** Names and amounts that an 其他 stands for. */
  list: { name: string; yuan: number }[];
  children: IcicleNode[];
}

export interface Icicle {
  roots: IcicleNode[];
  /** Leaves that cannot be drawn because their amount is below zero. */
  negative: FunctionNode[];
  /** Lines whose children add up to something else than is printed. */
  uneven: FunctionNode[];
  /** Codes of the lines that are drawn inside an 其他. */
  grouped: Set<string>;
  /** Lines that stand above another one; only the others are leaves. */
  leaves: FunctionNode[];
}

/** Most leaves and most 类 that get a label of their own. */
const leafLimit = 12;
const rootLimit = 6;

/**
 * Prepares the tree for drawing. Only leaves carry amounts, so that no printed subtotal is counted twice; what a
 * subtotal has beyond its children becomes a leaf of its own, called 未细分.
 */
export function icicleOf(tree: FunctionTree): Icicle {
  const icicle: Icicle = { roots: [], negative: [], uneven: [], grouped: new Set(), leaves: [] };
  const kept = largestLeaves(tree, icicle);
  const roots = tree.roots
    .map((node) => draw(node, 'series-1', kept, icicle))
    .filter((node) => node.yuan > 0)
    .sort((a, b) => b.yuan - a.yuan || a.code.localeCompare(b.code));
  const shown = roots.length > rootLimit + 1 ? roots.slice(0, rootLimit) : roots;
  icicle.roots = shown.map((root, index) => withTone(root, `series-${(index % 6) + 1}` as Tone));
  const rest = roots.slice(shown.length);
  if (rest.length > 0) icicle.roots.push(groupOf(rest, `其他 ${rest.length} 类`, ''));
  for (const root of rest)
    for (const leaf of icicle.leaves) if (leaf.code.startsWith(root.code)) icicle.grouped.add(leaf.code);
  return icicle;
}

function largestLeaves(tree: FunctionTree, icicle: Icicle): Set<FunctionNode> {
  const visit = (node: FunctionNode): void => {
    if (node.residual !== 0) icicle.uneven.push(node);
    if (node.children.length > 0) node.children.forEach(visit);
    else {
      icicle.leaves.push(node);
      if ((node.yuan ?? 0) < 0) icicle.negative.push(node);
    }
  };
  tree.roots.forEach(visit);
  const ranked = [...icicle.leaves].sort((a, b) => (b.yuan ?? 0) - (a.yuan ?? 0) || a.line - b.line);
  return new Set(ranked.length <= leafLimit + 2 ? ranked : ranked.slice(0, leafLimit));
}

/** Draws one node; below a 类, small leaves of all its 款 come together at its end. */
function draw(root: FunctionNode, tone: Tone, kept: Set<FunctionNode>, icicle: Icicle): IcicleNode {
  const small: FunctionNode[] = [];
  const visit = (node: FunctionNode): IcicleNode => {
    const drawn = { name: node.name, code: node.code, tone, list: [], children: [] as IcicleNode[] };
    if (node.children.length === 0)
      return { ...drawn, yuan: Math.max(0, node.yuan ?? 0), printed: node.yuan ?? 0 };
    for (const child of node.children) {
      const above = (child.yuan ?? 0) > 0 || child.children.length > 0;
      if (child.children.length === 0 && above && !kept.has(child)) small.push(child);
      else drawn.children.push(visit(child));
    }
    if (node.residual > 0)
      drawn.children.push({
        ...drawn,
        name: '未细分',
        code: '',
        yuan: node.residual,
        printed: node.residual,
        tone: 'rest',
        children: [],
      });
    drawn.children = drawn.children.filter((child) => child.yuan > 0);
    const yuan = sumOf(drawn.children);
    return { ...drawn, yuan, printed: node.yuan ?? yuan };
  };
  const node = visit(root);
  if (small.length === 0) return node;
  const pieces = small.map((leaf) => visit(leaf));
  if (small.length > 1) for (const leaf of small) icicle.grouped.add(leaf.code);
  node.children.push(
    pieces.length === 1 && pieces[0] ? pieces[0] : groupOf(pieces, `其他 ${pieces.length} 项`, root.code),
  );
  node.yuan = sumOf(node.children);
  return node;
}

function groupOf(nodes: IcicleNode[], name: string, code: string): IcicleNode {
  return {
    name,
    code,
    yuan: sumOf(nodes),
    printed: nodes.reduce((sum, node) => sum + node.printed, 0),
    tone: 'rest',
    list: nodes.map((node) => ({ name: node.name, yuan: node.printed })),
    children: [],
  };
}

function withTone(node: IcicleNode, tone: Tone): IcicleNode {
  if (node.tone === 'rest') return node;
  return { ...node, tone, children: node.children.map((child) => withTone(child, tone)) };
}
