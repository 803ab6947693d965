import { type HierarchyNode, type HierarchyRectangularNode, hierarchy, partition } from 'd3-hierarchy';
import { round } from '../bars.ts';
import { titleOf } from '../compose-parts.ts';
import { type AmountFormat, formatShare } from '../format-money.ts';
import { measureText } from '../measure-text.ts';
import {
  type Format,
  fontSize,
  type Label,
  lineHeight,
  type Mark,
  type Scene,
  type Shape,
  widths,
} from '../scene.ts';
import { spread } from '../spread.ts';
import { wrapText } from '../wrap-text.ts';
import type { Icicle, IcicleNode } from './icicle.ts';

/** Left edges and widths of the three levels, and the left edge of the text. */
const columns = {
  narrow: { x: [0, 15, 30], widths: [14, 14, 14], text: 66 },
  wide: { x: [0, 41, 233], widths: [40, 191, 40], text: 316 },
} as const satisfies Record<Format, unknown>;

/** Width of the column of shares, its gap included. */
const shareWidth = 62;

/** Room of the swatch before a heading. */
const headingIndent = 16;

/** One line or two of the outline beside the picture. */
interface Row {
  node: Node;
  names: string[];
  /** Amount and share. */
  figures: [string, string];
  /** The figures stand on a line of their own. */
  below: boolean;
  heading: boolean;
  wish: number;
  height: number;
  tone: IcicleNode['tone'];
}

/**
 * Boxes in three columns, as high as their amounts, and beside them an outline: each 类 as a heading, each leaf
 * with name, amount and share, joined to its box by a leader.
 */
export function layoutIcicle(icicle: Icicle, whole: number, format: AmountFormat, width: Format): Scene {
  const frame = columns[width];
  const room = widths[width] - frame.text;
  const tree = hierarchy<IcicleNode>({ ...emptyNode, children: icicle.roots }).count();
  const nodes: Node[] = [];
  tree.eachBefore((node) => node.depth > 0 && nodes.push(node));
  const outline = nodes.filter(isListed).map((node) => rowOf(node, whole, format, room));
  const height = Math.max(180, ...[outline.reduce((sum, row) => sum + row.height, 0)]);
  const drawn = icicle.roots.reduce((sum, root) => sum + root.yuan, 0);
  // Every leaf gets one unit of height before the rest is shared out by amount, so that none disappears.
  const scale = (height - (tree.value ?? 0)) / drawn;
  partition<IcicleNode>().size([height, 4])(
    tree.sum((node) => (node.children.length === 0 ? 1 + node.yuan * scale : 0)),
  );

  const marks = new Map(nodes.map((node) => [node, markOf(node as Placed, whole, format, width)]));
  const decoration: Scene['decoration'] = { shapes: [], labels: [] };
  const rows = outline.map((row) => ({ ...row, wish: wishOf(row.node as Placed) }));
  spread(rows, height).forEach((top, index) => {
    const row = rows[index];
    const mark = row && marks.get(row.node);
    if (!row || !mark) return;
    placeRow(row, mark, top, frame.text, widths[width]);
    if (!row.node.children) decoration.shapes.push(leaderTo(top, row.wish, width));
  });
  return { width: widths[width], height: Math.ceil(height), marks: [...marks.values()], decoration };
}

type Node = HierarchyNode<IcicleNode>;
type Placed = HierarchyRectangularNode<IcicleNode>;

const emptyNode = {
  name: '',
  code: '',
  yuan: 0,
  printed: 0,
  tone: 'rest',
  list: [],
} as const satisfies Partial<IcicleNode>;

/** The outline lists every 类 and every leaf. */
function isListed(node: Node): boolean {
  return node.depth === 1 || !node.children;
}

/** Where a row would best stand: a leaf at the middle of its box, a heading at the top of its own. */
function wishOf(node: Placed): number {
  return node.children ? node.x0 + 8 : (node.x0 + node.x1) / 2;
}

/** The box of a node; a leaf reaches to the last column. */
function markOf(node: Placed, whole: number, format: AmountFormat, width: Format): Mark {
  const frame = columns[width];
  const depth = node.depth - 1;
  const last = node.children ? depth : 2;
  const x = frame.x[depth] ?? 0;
  const box = {
    x,
    y: round(node.x0),
    width: (frame.x[last] ?? 0) + (frame.widths[last] ?? 0) - x,
    height: Math.max(0.6, round(node.x1 - node.x0 - 0.8)),
  };
  const soft = depth === 1 && node.children !== undefined;
  return {
    title: titleFor(node.data, whole, format),
    shapes: [{ kind: 'box', ...box, tone: node.data.tone, soft }],
    labels: soft && width === 'wide' ? inside(node.data, box) : [],
  };
}

/** From the last column to a row. */
function leaderTo(top: number, wish: number, width: Format): Shape {
  const { x, widths: wide, text } = columns[width];
  const from = x[2] + wide[2];
  const middle = round(top + fontSize * 0.65 + 2);
  return {
    kind: 'line',
    points: [
      [from + 1, round(wish)],
      [from + 5, round(wish)],
      [text - 6, middle],
      [text - 3, middle],
    ],
  };
}

function titleFor(node: IcicleNode, whole: number, format: AmountFormat): string {
  const title = `${node.code && node.list.length === 0 ? `${node.code} ` : ''}${titleOf(node.name, node.printed, whole)}`;
  if (node.list.length === 0) return title;
  return `${title}：${node.list.map((part) => `${part.name} ${format.write(part.yuan)}`).join('、')}`;
}

function rowOf(node: Node, whole: number, format: AmountFormat, room: number): Omit<Row, 'wish'> {
  const { name, printed, tone } = node.data;
  const heading = node.depth === 1;
  const figures: [string, string] = [format.write(printed), formatShare(printed, whole)];
  const indent = heading ? headingIndent : 0;
  const names = wrapText(name, room - indent, 3);
  const below = measureText(names.at(-1) ?? '') + indent + 12 + measureText(figures[0]) + shareWidth > room;
  const height = (names.length + (below ? 1 : 0)) * lineHeight + (heading ? 9 : 5);
  return { node, names, figures, below, heading, height, tone };
}

function placeRow(row: Row, mark: Mark, top: number, left: number, right: number): void {
  let y = round(top + fontSize + (row.heading ? 4 : 0));
  const style = row.heading ? 'strong' : 'plain';
  if (row.heading)
    mark.shapes.push({ kind: 'box', x: left, y: round(y - 10), width: 10, height: 10, tone: row.tone });
  const indent = row.heading ? left + headingIndent : left;
  for (const text of row.names) {
    mark.labels.push({ x: indent, y, text, width: measureText(text), anchor: 'start', style });
    y += lineHeight;
  }
  const last = row.below ? y : y - lineHeight;
  row.figures.forEach((text, index) => {
    if (text === '') return;
    const x = index === 0 ? right - shareWidth : right;
    const figure = row.heading ? 'strong' : 'figure';
    mark.labels.push({ x, y: round(last), text, width: measureText(text), anchor: 'end', style: figure });
  });
}

/** The name of a 款 inside its box, where it fits. */
function inside(node: IcicleNode, box: { x: number; y: number; width: number; height: number }): Label[] {
  const lines = wrapText(node.name, box.width - 16);
  if (lines.length * lineHeight + 4 > box.height) return [];
  return lines.map((text, index) => ({
    x: box.x + 8,
    y: round(box.y + fontSize + 3 + index * lineHeight),
    text,
    width: measureText(text),
    anchor: 'start',
    style: 'plain',
  }));
}
