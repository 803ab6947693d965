import { round } from '../bars.ts';
import { type AmountFormat, formatMoney } from '../format-money.ts';
import { measureText } from '../measure-text.ts';
import {
  type Format,
  fontSize,
  type Label,
  lineHeight,
  type Mark,
  type Scene,
  type Tone,
  widths,
} from '../scene.ts';
import { spread } from '../spread.ts';
import { wrapText } from '../wrap-text.ts';
import { amountAt, type Flow, type FlowLink, type FlowNode, throughput } from './read-flow.ts';

const nodeWidth = { narrow: 8, wide: 12 } as const;
/** Height that the flows themselves take in the fullest stage. */
const flowHeight = { narrow: 200, wide: 230 } as const;

/** A node with its place: `y` is its middle. */
interface Place {
  node: FlowNode;
  /** What is written at it, whole yuan. */
  amount: number;
  x: number;
  y: number;
  height: number;
  /** Name and, last, amount. */
  lines: string[];
  /** How far its flows on either side are filled already, from its top. */
  filled: { left: number; right: number };
}

/**
 * Lays out the stages from left to right. Each node has its name and amount at its right; nodes of a stage keep their
 * order, and so much distance that their labels never meet. A stage lies as near to what flows into it as that allows.
 * (A general Sankey layout finds the stages by itself and merges them where a table is missing, so we keep our own.)
 */
export function layoutSankey(flow: Flow, format: AmountFormat, width: Format): Scene {
  const stages = [...new Set(flow.nodes.map((node) => node.stage))].sort();
  const pitch = widths[width] / stages.length;
  const room = pitch - nodeWidth[width] - 8;
  const sums = stages.map((stage) => stageSum(flow, stage));
  const scale = flowHeight[width] / Math.max(...sums);
  const places = new Map<string, Place>();
  for (const node of flow.nodes) {
    const amount = amountAt(flow, node);
    places.set(node.id, {
      node,
      amount,
      x: round(stages.indexOf(node.stage) * pitch),
      y: 0,
      height: throughput(flow, node.id) * scale,
      lines: [...namesOf(node.name, room), shorten(format.write(amount), room)],
      filled: { left: 0, right: 0 },
    });
  }
  const all = [...places.values()];
  for (const stage of stages)
    settleStage(
      all.filter((place) => place.node.stage === stage),
      flow,
      places,
      scale,
    );
  const [top, bottom] = extentOf(all);
  for (const place of all) place.y = round(place.y - top);
  const tones = tonesOf(flow);
  const marks = [
    ...orderLinks(flow).map((link) => linkMark(link, places, scale, nodeWidth[width], tones)),
    ...all.map((place) => nodeMark(place, nodeWidth[width], tones)),
  ];
  return {
    width: widths[width],
    height: Math.ceil(bottom - top),
    marks,
    decoration: { shapes: [], labels: [] },
  };
}

function stageSum(flow: Flow, stage: number): number {
  return flow.nodes.reduce((sum, node) => sum + (node.stage === stage ? throughput(flow, node.id) : 0), 0);
}

/** Leaves 支出 off where that saves a line: it says nothing in a picture of spending. */
function namesOf(name: string, room: number): string[] {
  const whole = wrapText(name, room, 3);
  const short = wrapText(name.replace(/支出$/, ''), room, 3);
  return short.length < whole.length ? short : whole;
}

/** An amount that is too long for its place goes without decimals. */
function shorten(amount: string, room: number): string {
  return measureText(amount) <= room ? amount : amount.replace(/\.\d+$/, '');
}

/** Places the nodes of one stage near the middle of what flows into them, and apart. */
function settleStage(stage: Place[], flow: Flow, places: Map<string, Place>, scale: number): void {
  let stacked = 0;
  const blocks = stage.map((place) => {
    const height = Math.max(place.height + 6, place.lines.length * lineHeight + 8);
    stacked += height;
    const wish = inflowMiddle(place, flow, places, scale) ?? stacked - height / 2;
    return { wish, height };
  });
  spread(blocks, Number.MAX_SAFE_INTEGER).forEach((top, index) => {
    const place = stage[index];
    if (place) place.y = top + (blocks[index]?.height ?? 0) / 2;
  });
}

/** Mean height of the flows into a node where they leave their sources, weighted; undefined without any. */
function inflowMiddle(
  place: Place,
  flow: Flow,
  places: Map<string, Place>,
  scale: number,
): number | undefined {
  let weighted = 0;
  let weight = 0;
  for (const link of flow.links.filter(({ target }) => target === place.node.id)) {
    const source = places.get(link.source);
    if (!source) continue;
    const before = flow.links.filter(
      (other) => other.source === link.source && isAbove(other.target, link.target, flow),
    );
    const offset = before.reduce((sum, other) => sum + other.yuan, 0) + link.yuan / 2;
    weighted += (source.y - source.height / 2 + offset * scale) * link.yuan;
    weight += link.yuan;
  }
  return weight > 0 ? weighted / weight : undefined;
}

function isAbove(a: string, b: string, flow: Flow): boolean {
  const index = (id: string) => flow.nodes.findIndex((node) => node.id === id);
  return index(a) < index(b);
}

/** Top and bottom of what the nodes and their labels cover. */
function extentOf(places: Place[]): [number, number] {
  const reach = ({ lines, height }: Place) => Math.max((lines.length * lineHeight) / 2, height / 2);
  return [
    Math.min(...places.map((place) => place.y - reach(place))) - 1,
    Math.max(...places.map((place) => place.y + reach(place))) + 4,
  ];
}

/** Links in the order in which they fill their nodes from the top. */
function orderLinks(flow: Flow): FlowLink[] {
  const index = new Map(flow.nodes.map((node, position) => [node.id, position]));
  const at = (id: string) => index.get(id) ?? 0;
  return [...flow.links].sort((a, b) => at(a.source) - at(b.source) || at(a.target) - at(b.target));
}

const sourceTones: Tone[] = ['series-1', 'series-2', 'series-5', 'series-6'];

/** A source and a kind have a color of their own; functions and economic groups take that of their flows. */
function tonesOf(flow: Flow): Map<string, Tone> {
  const tones = new Map<string, Tone>([
    ['k:basic', 'series-3'],
    ['k:project', 'series-4'],
  ]);
  const sources = flow.nodes.filter((node) => node.stage === 0);
  sources.forEach((node, index) => {
    tones.set(node.id, sourceTones[index] ?? 'rest');
  });
  return tones;
}

function linkMark(
  link: FlowLink,
  places: Map<string, Place>,
  scale: number,
  nodeWidth: number,
  tones: Map<string, Tone>,
): Mark {
  const source = places.get(link.source);
  const target = places.get(link.target);
  if (!source || !target) throw new Error(`A flow without its nodes: ${link.source} → ${link.target}.`);
  const thickness = link.yuan * scale;
  const y0 = source.y - source.height / 2 + source.filled.right + thickness / 2;
  const y1 = target.y - target.height / 2 + target.filled.left + thickness / 2;
  source.filled.right += thickness;
  target.filled.left += thickness;
  const tone = tones.get(source.node.stage === 1 ? link.target : link.source) ?? 'rest';
  return {
    title: `${source.node.name} → ${target.node.name}：${formatMoney(link.yuan)}`,
    shapes: [
      {
        kind: 'ribbon',
        x0: round(source.x + nodeWidth),
        y0: round(y0),
        x1: target.x,
        y1: round(y1),
        thickness: Math.max(0.6, round(thickness)),
        tone,
      },
    ],
    labels: [],
  };
}

function nodeMark(
  { node, amount, x, y, height, lines }: Place,
  width: number,
  tones: Map<string, Tone>,
): Mark {
  const tall = Math.max(1.5, round(height));
  const tone = tones.get(node.id) ?? 'rest';
  return {
    title: `${node.name}：${formatMoney(amount)}`,
    shapes: [{ kind: 'box', x, y: round(y - tall / 2), width, height: tall, tone }],
    labels: lines.map(
      (text, index): Label => ({
        x: round(x + width + 4),
        y: round(y - (lines.length * lineHeight) / 2 + fontSize + index * lineHeight),
        text,
        width: measureText(text),
        anchor: 'start',
        style: index === lines.length - 1 ? 'figure' : 'plain',
      }),
    ),
  };
}
