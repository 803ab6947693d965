/** Which color a shape takes; the style sheet decides how it looks in light and dark. */
export type Tone = 'series-1' | 'series-2' | 'series-3' | 'series-4' | 'series-5' | 'series-6' | 'rest';

/** A filled rectangle. `soft` is the pale form that carries text. */
export interface Box {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  tone: Tone;
  soft?: boolean;
}

/** A band of constant thickness from (x0, y0) to (x1, y1), both at its middle. */
export interface Ribbon {
  kind: 'ribbon';
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  thickness: number;
  tone: Tone;
}

/** A thin line through points: axes, leaders, frames. */
export interface Line {
  kind: 'line';
  points: [number, number][];
}

export type Shape = Box | Ribbon | Line;

/** One line of text. `y` is its baseline; `width` is measured, so that tests can tell what it covers. */
export interface Label {
  x: number;
  y: number;
  text: string;
  width: number;
  anchor: 'start' | 'middle' | 'end';
  /** `strong`: headings; `muted`: notes; `figure`: amounts, set in tabular figures. */
  style: 'plain' | 'strong' | 'muted' | 'figure';
}

/** What a reader can point at or step to: one datum, its shapes and its labels. */
export interface Mark {
  /** Says the whole datum: name, amount, share, and what it consists of. */
  title: string;
  shapes: Shape[];
  labels: Label[];
}

/** A finished layout in user units: nothing is left to compute. */
export interface Scene {
  width: number;
  height: number;
  marks: Mark[];
  /** Axes, legends and headings: not data, hidden from assistive technology. */
  decoration: { shapes: Shape[]; labels: Label[] };
}

/** Font size of every label in user units. */
export const fontSize = 13;
/** Distance of two baselines in user units. */
export const lineHeight = 17;

/** Widths in user units that every chart is laid out for: a phone's column and a page's column. */
export const widths = { narrow: 328, wide: 720 } as const;
export type Format = keyof typeof widths;

/** The area that a label covers: left, top, right, bottom. */
export function labelBox(label: Label): [number, number, number, number] {
  const left = label.x - { start: 0, middle: label.width / 2, end: label.width }[label.anchor];
  return [left, label.y - fontSize * 0.88, left + label.width, label.y + fontSize * 0.22];
}

/** All labels of a scene: those of its marks and its decoration. */
export function labelsOf(scene: Scene): Label[] {
  return [...scene.marks.flatMap((mark) => mark.labels), ...scene.decoration.labels];
}
