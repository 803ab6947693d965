import { type SankeyLink, type SankeyNode, sankey } from 'd3-sankey';
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
import { amountAt, type Flow, type FlowLink, type FlowNode } from './read-flow.ts';

type Node = SankeyNode<FlowNode, FlowLink>;
type Link = SankeyLink<FlowNode, FlowLink>;

const nodeWidth = { narrow: 8, wide: 12 } as const;
/** Height that the flows themselves take in the fullest stage. */
const flowHeight = { narrow: 180, wide: 220 } as const;

/**
 * Lays out the stages from left to right. Each node has its name and amount at its right; nodes of a stage keep
 * so much distance that these never meet.
 */
export function layoutSankey(flow: Flow, format: AmountFormat, width: Format): Scene {
  const stages = [...new Set(flow.nodes.map((node) => node.stage))].sort();
  const pitch = widths[width] / stages.length;
  const room = pitch - nodeWidth[width] - 8;
  const labels = new Map(
    flow.nodes.map((node) => [node.id, [...namesOf(node.name, room), format.write(amountAt(flow, node))]]),
  );
  const tallest = Math.max(...[...labels.values()].map((lines) => lines.length)) * lineHeight + 4;
  const most = Math.max(...stages.map((stage) => flow.nodes.filter((node) => node.stage === stage).length));
  const height = flowHeight[width] + most * tallest;
  const graph = sankey<FlowNode, FlowLink>()
    .nodeId((node) => node.id)
    .nodeAlign((node) => stages.indexOf(node.stage))
    .nodeSort(null as never)
    .nodeWidth(nodeWidth[width])
    .nodePadding(tallest)
    .extent([
      [0, tallest / 2],
      [widths[width] - room - 8, height - tallest / 2],
    ])({
    nodes: flow.nodes.map((node) => ({ ...node })),
    links: flow.links.map((link) => ({ ...link, value: link.yuan })),
  });
  keepApart(graph.nodes, tallest, height);
  const linesOf = (node: Node) => labels.get(node.id)?.length ?? 0;
  const [top, bottom] = extentOf(graph.nodes, linesOf);
  for (const node of graph.nodes) moveTo(node, middleOf(node) - top);
  const tones = tonesOf(flow);
  const marks = [
    ...graph.links.map((link) => linkMark(link, tones)),
    ...graph.nodes.map((node) => nodeMark(node, labels.get(node.id) ?? [], tones)),
  ];
  return {
    width: widths[width],
    height: Math.ceil(bottom - top),
    marks,
    decoration: { shapes: [], labels: [] },
  };
}

/** Leaves 支出 off where that saves a line: it says nothing in a picture of spending. */
function namesOf(name: string, room: number): string[] {
  const whole = wrapText(name, room, 3);
  const short = wrapText(name.replace(/支出$/, ''), room, 3);
  return short.length < whole.length ? short : whole;
}

/** Moves the nodes of each stage so far apart that their labels, centered on them, have room. */
function keepApart(nodes: Node[], distance: number, height: number): void {
  for (const layer of new Set(nodes.map((node) => node.stage))) {
    const stage = nodes.filter((node) => node.stage === layer).sort((a, b) => (a.y0 ?? 0) - (b.y0 ?? 0));
    const blocks = stage.map((node) => ({
      wish: middleOf(node),
      height: Math.max((node.y1 ?? 0) - (node.y0 ?? 0) + 4, distance),
    }));
    spread(blocks, height).forEach((top, index) => {
      const node = stage[index];
      const block = blocks[index];
      if (node && block) moveTo(node, top + block.height / 2);
    });
  }
}

function middleOf(node: Node): number {
  return ((node.y0 ?? 0) + (node.y1 ?? 0)) / 2;
}

/** Top and bottom of what the nodes and their labels cover. */
function extentOf(nodes: Node[], linesOf: (node: Node) => number): [number, number] {
  const reach = (node: Node) =>
    Math.max((linesOf(node) * lineHeight) / 2, ((node.y1 ?? 0) - (node.y0 ?? 0)) / 2);
  const tops = nodes.map((node) => middleOf(node) - reach(node));
  return [Math.min(...tops) - 1, Math.max(...nodes.map((node) => middleOf(node) + reach(node))) + 4];
}

function moveTo(node: Node, middle: number): void {
  const shift = middle - middleOf(node);
  node.y0 = (node.y0 ?? 0) + shift;
  node.y1 = (node.y1 ?? 0) + shift;
  for (const link of node.sourceLinks ?? []) link.y0 = (link.y0 ?? 0) + shift;
  for (const link of node.targetLinks ?? []) link.y1 = (link.y1 ?? 0) + shift;
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

function linkMark(link: Link, tones: Map<string, Tone>): Mark {
  const source = link.source as Node;
  const target = link.target as Node;
  const tone = tones.get(source.stage === 1 ? target.id : source.id) ?? 'rest';
  return {
    title: `${source.name} → ${target.name}：${formatMoney(link.value)}`,
    shapes: [
      {
        kind: 'ribbon',
        x0: round(source.x1 ?? 0),
        y0: round(link.y0 ?? 0),
        x1: round(target.x0 ?? 0),
        y1: round(link.y1 ?? 0),
        thickness: Math.max(0.6, round(link.width ?? 0)),
        tone,
      },
    ],
    labels: [],
  };
}

function nodeMark(node: Node, lines: string[], tones: Map<string, Tone>): Mark {
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
  const top = (y0 + y1) / 2 - (lines.length * lineHeight) / 2;
  const height = Math.max(1.5, round(y1 - y0));
  return {
    title: `${node.name}：${formatMoney(node.printed ?? node.value ?? 0)}`,
    shapes: [
      {
        kind: 'box',
        x: round(x0),
        y: round(y0),
        width: round(x1 - x0),
        height,
        tone: tones.get(node.id) ?? 'rest',
      },
    ],
    labels: lines.map(
      (text, index): Label => ({
        x: round(x1 + 4),
        y: round(top + fontSize + index * lineHeight),
        text,
        width: measureText(text),
        anchor: 'start',
        style: index === lines.length - 1 ? 'figure' : 'plain',
      }),
    ),
  };
}
