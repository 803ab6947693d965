import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { measureText } from './measure-text.ts';
import {
  type Box,
  type Format,
  fontSize,
  type Label,
  lineHeight,
  type Mark,
  type Scene,
  type Shape,
  type Tone,
  widths,
} from './scene.ts';
import { wrapText } from './wrap-text.ts';

/** A piece of a bar: its amount in whole yuan and its color. */
export interface Segment {
  yuan: number;
  tone: Tone;
}

/** One bar of a list. Its length is the sum of its segments. */
export interface Bar {
  name: string;
  /** Amounts beside the bar, e.g. `725.00` and `2.30%`; written as given. */
  figures: string[];
  /** A second, quieter line below the name; `''` for none. */
  note: string;
  title: string;
  segments: Segment[];
}

/** Bars under one heading (`null`: none). */
export interface BarGroup {
  heading: { name: string; figures: string[] } | null;
  bars: Bar[];
}

const barHeight = 12;
const gap = 10;
/** A bar that is not zero stays visible. */
const thinnest = 1.5;

interface Frame {
  format: Format;
  width: number;
  /** Left edge and width of the names' column (wide) or of the whole (narrow). */
  nameWidth: number;
  /** Left edge of the bars and the length that they may take. */
  left: number;
  length: number;
  /** Right edges of the figures' columns. */
  columns: number[];
  zero: number;
  /** From whole yuan to the position of a bar's end. */
  scale: ScaleLinear<number, number>;
}

/**
 * Lays out a list of horizontal bars on one common scale, one name, one bar and its figures a row.
 * On a page names stand left of the bars; on a phone above them. Negative amounts run left of the zero line.
 */
export function layoutBars(
  groups: BarGroup[],
  format: Format,
  legend: { name: string; tone: Tone }[] = [],
): Scene {
  const frame = frameFor(groups, format);
  const decoration: Scene['decoration'] = { shapes: [], labels: [] };
  const marks: Mark[] = [];
  let y = layoutLegend(legend, frame.width, decoration);
  for (const group of groups) {
    if (group.heading) y = placeHeading(group.heading, frame, y, decoration.labels);
    for (const bar of group.bars) {
      const { mark, barTop, bottom } = placeBar(bar, frame, y);
      marks.push(mark);
      if (frame.zero > frame.left) decoration.shapes.push(zeroLine(frame.zero, barTop));
      y = bottom + gap;
    }
  }
  return { width: frame.width, height: round(y - gap + 3), marks, decoration };
}

/** Swatches with names in as many lines as needed; returns where the next thing begins. */
export function layoutLegend(
  legend: { name: string; tone: Tone }[],
  width: number,
  decoration: { shapes: Shape[]; labels: Label[] },
): number {
  let x = 0;
  let y = 0;
  for (const { name, tone } of legend) {
    const textWidth = measureText(name);
    if (x > 0 && x + 18 + textWidth > width) {
      x = 0;
      y += lineHeight + 3;
    }
    decoration.shapes.push({ kind: 'box', x, y: y + 2, width: 12, height: 12, tone });
    decoration.labels.push({
      x: x + 18,
      y: y + 13,
      text: name,
      width: textWidth,
      anchor: 'start',
      style: 'plain',
    });
    x = round(x + 18 + textWidth + 16);
  }
  return legend.length === 0 ? 0 : y + lineHeight + 9;
}

function frameFor(groups: BarGroup[], format: Format): Frame {
  const width: number = widths[format];
  const bars = groups.flatMap((group) => group.bars);
  const rows = [...bars, ...groups.flatMap((group) => group.heading ?? [])];
  const columns: number[] = [];
  let right = width;
  const count = Math.max(0, ...rows.map((row) => row.figures.length));
  for (let column = count - 1; column >= 0; column -= 1) {
    columns[column] = right;
    right = round(right - Math.max(...rows.map((row) => measureText(row.figures[column] ?? ''))) - 10);
  }
  const texts = [...rows.map((row) => row.name), ...bars.map((bar) => bar.note)];
  const widest = Math.max(0, ...texts.map((text) => measureText(text)));
  const nameWidth = format === 'wide' ? Math.min(Math.max(widest, 60), 250) : width;
  const left = format === 'wide' ? round(nameWidth + 12) : 0;
  const length = Math.max(20, right - left);
  const sums = bars.map((bar) => bar.segments.reduce((sum, segment) => sum + segment.yuan, 0));
  const extent = bars.flatMap((bar, index) => [
    sums[index] ?? 0,
    bar.segments.reduce((sum, segment) => sum + Math.max(0, segment.yuan), 0),
    bar.segments.reduce((sum, segment) => sum + Math.min(0, segment.yuan), 0),
  ]);
  const most = Math.max(0, ...extent);
  const least = Math.min(0, ...extent);
  const scale = scaleLinear([least, most === least ? 1 : most], [left, left + length]);
  return { format, width, nameWidth, left, length, columns, zero: round(scale(0)), scale };
}

function placeHeading(
  heading: { name: string; figures: string[] },
  frame: Frame,
  top: number,
  labels: Label[],
): number {
  const y = top + (top > 0 ? 6 : 0);
  const figures = figureLabels(heading.figures, frame, y + fontSize, 'strong');
  const room = Math.min(...figures.map((label) => label.x - label.width), frame.width) - 10;
  const lines = wrapText(heading.name, room);
  lines.forEach((text, index) => {
    labels.push(nameLabel(text, y + fontSize + index * lineHeight, 'strong'));
  });
  labels.push(...figures);
  return y + lines.length * lineHeight + 6;
}

function placeBar(bar: Bar, frame: Frame, top: number): { mark: Mark; barTop: number; bottom: number } {
  const names = wrapText(bar.name, frame.nameWidth);
  const notes = bar.note === '' ? [] : wrapText(bar.note, frame.nameWidth);
  const textHeight = (names.length + notes.length) * lineHeight;
  const narrow = frame.format === 'narrow';
  const barTop = narrow ? top + textHeight + 2 : top + 1;
  const labels = [
    ...names.map((text, index) => nameLabel(text, top + fontSize - 1 + index * lineHeight, 'plain')),
    ...notes.map((text, index) =>
      nameLabel(text, top + fontSize - 1 + (names.length + index) * lineHeight, 'muted'),
    ),
    ...figureLabels(bar.figures, frame, barTop + barHeight - 1, 'figure'),
  ];
  const bottom = narrow ? barTop + barHeight : top + Math.max(textHeight - 3, barHeight + 2);
  return {
    mark: { title: bar.title, shapes: segmentBoxes(bar.segments, frame, barTop), labels },
    barTop,
    bottom,
  };
}

/** Where zero is, beside bars that run to both sides. */
function zeroLine(x: number, barTop: number): Shape {
  return {
    kind: 'line',
    points: [
      [x, barTop - 1],
      [x, barTop + barHeight + 1],
    ],
  };
}

function segmentBoxes(segments: Segment[], frame: Frame, y: number): Box[] {
  let ahead = frame.zero;
  let behind = frame.zero;
  return segments.flatMap((segment) => {
    if (segment.yuan === 0) return [];
    const width = Math.max(thinnest, Math.abs(frame.scale(segment.yuan) - frame.scale(0)));
    const x = segment.yuan > 0 ? ahead : behind - width;
    if (segment.yuan > 0) ahead += width;
    else behind -= width;
    const inside = Math.min(Math.max(x, frame.left), frame.left + frame.length - width);
    return [{ kind: 'box', x: round(inside), y, width: round(width), height: barHeight, tone: segment.tone }];
  });
}

function nameLabel(text: string, y: number, style: Label['style']): Label {
  return { x: 0, y, text, width: measureText(text), anchor: 'start', style };
}

function figureLabels(figures: string[], frame: Frame, y: number, style: Label['style']): Label[] {
  return figures.flatMap((text, column) =>
    text === ''
      ? []
      : [{ x: frame.columns[column] ?? 0, y, text, width: measureText(text), anchor: 'end', style }],
  );
}

/** Coordinates carry one decimal: enough for the eye, the same on every machine, and short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
