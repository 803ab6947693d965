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
const shareWidth = 54;

/** Room of the swatch before a heading. */
const headingIndent = 16;

/** One line or two of the outline beside the picture. */
interface Row {
  names: string[];
  /** Amount and share. */
  figures: [string, string];
  /** The figures stand on a line of their own. */
  below: boolean;
  heading: boolean;
  wish: number;
  height: number;
  mark: Mark;
  tone: IcicleNode['tone'];
}

/**
 * Boxes in three columns, as high as their amounts, and beside them an outline: each 类 as a heading, each leaf
 * with name, amount and share, joined to its box by a leader.
 */
export function layoutIcicle(icicle: Icicle, whole: number, format: AmountFormat, width: Format): Scene {
  const rows: Row[] = [];
  const marks: Mark[] = [];
  const frame = columns[width];
  const room = widths[width] - frame.text;
  const drawn = icicle.roots.reduce((sum, root) => sum + root.yuan, 0);
  const count = icicle.roots.reduce((sum, root) => sum + leafCount(root), 0);
  const measured = icicle.roots
    .flatMap((root) => outlineOf(root, 1))
    .map(([node, heading]) => rowOf(node, heading, whole, format, room));
  const height = Math.max(
    measured.reduce((sum, row) => sum + row.height, 0),
    180,
  );
  const scale = (height - count) / drawn;

  const tallOf = (node: IcicleNode) => leafCount(node) + node.yuan * scale;
  const visit = (node: IcicleNode, depth: number, top: number): number => {
    const mark: Mark = { title: titleFor(node, whole, format), shapes: [], labels: [] };
    marks.push(mark);
    const isRow = depth === 0 || node.children.length === 0;
    const bottom = top + tallOf(node);
    const lasts = node.children.length === 0 ? 2 : depth;
    const x = frame.x[depth] ?? 0;
    const end = (frame.x[lasts] ?? 0) + (frame.widths[lasts] ?? 0);
    const box = { x, y: round(top), width: end - x, height: Math.max(0.6, round(bottom - top - 0.8)) };
    mark.shapes.push({ kind: 'box', ...box, tone: node.tone, soft: depth === 1 && node.children.length > 0 });
    if (depth === 1 && node.children.length > 0 && width === 'wide') mark.labels.push(...inside(node, box));
    if (isRow)
      rows.push({
        ...rowOf(node, depth === 0, whole, format, room),
        wish: depth === 0 && node.children.length > 0 ? top + 8 : (top + bottom) / 2,
        mark,
        tone: node.tone,
      });
    let y = top;
    for (const child of node.children) y = visit(child, depth + 1, y);
    return bottom;
  };
  let y = 0;
  for (const root of icicle.roots) y = visit(root, 0, y);

  const decoration: Scene['decoration'] = { shapes: [], labels: [] };
  spread(rows, height).forEach((top, index) => {
    const row = rows[index];
    if (!row) return;
    placeRow(row, top, frame.text, widths[width]);
    if (row.heading && row.mark.shapes.length > 0 && rows[index + 1]?.heading === false) return;
    const from = (frame.x[2] ?? 0) + (frame.widths[2] ?? 0);
    const middle = round(top + fontSize * 0.65 + 2);
    const leader: Shape = {
      kind: 'line',
      points: [
        [from + 1, round(row.wish)],
        [from + 5, round(row.wish)],
        [frame.text - 6, middle],
        [frame.text - 3, middle],
      ],
    };
    decoration.shapes.push(leader);
  });
  return { width: widths[width], height: Math.ceil(height), marks, decoration };
}

function leafCount(node: IcicleNode): number {
  return node.children.length === 0 ? 1 : node.children.reduce((sum, child) => sum + leafCount(child), 0);
}

/** What the outline lists of a 类: itself, then its leaves. */
function outlineOf(node: IcicleNode, depth: number): [IcicleNode, boolean][] {
  const leaves = (at: IcicleNode): IcicleNode[] =>
    at.children.length === 0 ? [at] : at.children.flatMap(leaves);
  return [
    [node, depth === 1],
    ...(node.children.length === 0 ? [] : leaves(node).map((leaf): [IcicleNode, boolean] => [leaf, false])),
  ];
}

function titleFor(node: IcicleNode, whole: number, format: AmountFormat): string {
  const title = `${node.code && node.list.length === 0 ? `${node.code} ` : ''}${titleOf(node.name, node.printed, whole)}`;
  if (node.list.length === 0) return title;
  return `${title}：${node.list.map((part) => `${part.name} ${format.write(part.yuan)}`).join('、')}`;
}

function rowOf(node: IcicleNode, heading: boolean, whole: number, format: AmountFormat, room: number) {
  const figures: [string, string] = [format.write(node.printed), formatShare(node.printed, whole)];
  const indent = heading ? headingIndent : 0;
  const names = wrapText(node.name, room - indent, 3);
  const below = measureText(names.at(-1) ?? '') + indent + 12 + measureText(figures[0]) + shareWidth > room;
  const height = (names.length + (below ? 1 : 0)) * lineHeight + (heading ? 9 : 5);
  return { names, figures, below, heading, height };
}

function placeRow(row: Row, top: number, left: number, right: number): void {
  let y = round(top + fontSize + (row.heading ? 4 : 0));
  const style = row.heading ? 'strong' : 'plain';
  if (row.heading)
    row.mark.shapes.push({ kind: 'box', x: left, y: round(y - 10), width: 10, height: 10, tone: row.tone });
  const indent = row.heading ? left + headingIndent : left;
  for (const text of row.names) {
    row.mark.labels.push({ x: indent, y, text, width: measureText(text), anchor: 'start', style });
    y += lineHeight;
  }
  const last = row.below ? y : y - lineHeight;
  row.figures.forEach((text, index) => {
    if (text === '') return;
    const x = index === 0 ? right - shareWidth : right;
    const figure = row.heading ? 'strong' : 'figure';
    row.mark.labels.push({ x, y: round(last), text, width: measureText(text), anchor: 'end', style: figure });
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
