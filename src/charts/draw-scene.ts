import type { Label, Ribbon, Scene, Shape } from './scene.ts';

/**
 * Draws a scene as an SVG element. Presentation is by class alone (`src/components/charts/charts.css`).
 * Every mark can be reached by keyboard and says its datum; its labels and shapes are silent.
 *
 * @param scene the layout
 * @param name accessible name of the drawing
 * @param className extra class of the root element
 */
export function drawScene(scene: Scene, name: string, className: string): string {
  const decoration = drawInside(scene.decoration);
  let marks = '';
  for (const mark of scene.marks)
    marks += `<g class="m" tabindex="0" role="img"><title>${escapeXml(mark.title)}</title>${drawInside(mark)}</g>`;
  return (
    `<svg class="chart-svg${className ? ` ${className}` : ''}" viewBox="0 0 ${scene.width} ${scene.height}" ` +
    `role="group" aria-label="${escapeXml(name)}">` +
    `${decoration === '' ? '' : `<g aria-hidden="true">${decoration}</g>`}${marks}</svg>`
  );
}

function drawInside({ shapes, labels }: { shapes: Shape[]; labels: Label[] }): string {
  let inside = '';
  for (const shape of shapes) inside += drawShape(shape);
  for (const label of labels) inside += drawLabel(label);
  return inside;
}

function drawShape(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height } = shape;
      const className = `${toneClass[shape.tone]}${shape.soft ? ' soft' : ''}`;
      return `<rect class="${className}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/>`;
    }
    case 'ribbon':
      return `<path class="${toneClass[shape.tone]} r" d="${ribbonPath(shape)}"/>`;
    case 'line':
      return `<path class="l" d="M${shape.points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}"/>`;
  }
}

function ribbonPath({ x0, y0, x1, y1, thickness }: Ribbon): string {
  const half = thickness / 2;
  const middle = (x0 + x1) / 2;
  const upper = `M${n(x0)} ${n(y0 - half)}C${n(middle)} ${n(y0 - half)} ${n(middle)} ${n(y1 - half)} ${n(x1)} ${n(y1 - half)}`;
  return `${upper}V${n(y1 + half)}C${n(middle)} ${n(y1 + half)} ${n(middle)} ${n(y0 + half)} ${n(x0)} ${n(y0 + half)}Z`;
}

function drawLabel({ style, anchor, x, y, text }: Label): string {
  return `<text${labelClass[style][anchor]} x="${n(x)}" y="${n(y)}">${escapeXml(text)}</text>`;
}

const toneClass = {
  'series-1': 's1',
  'series-2': 's2',
  'series-3': 's3',
  'series-4': 's4',
  'series-5': 's5',
  'series-6': 's6',
  rest: 's0',
};
/** Attribute of a label by its style and anchor. */
const labelClass = {
  plain: { start: '', middle: ' class="am"', end: ' class="ae"' },
  strong: { start: ' class="b"', middle: ' class="b am"', end: ' class="b ae"' },
  muted: { start: ' class="q"', middle: ' class="q am"', end: ' class="q ae"' },
  figure: { start: ' class="f"', middle: ' class="f am"', end: ' class="f ae"' },
};

/** One decimal at most. Written as two whole numbers: a fraction takes the platform four times as long. */
function n(value: number): string {
  const tenths = Math.round(value * 10);
  const size = Math.abs(tenths);
  const decimal = size % 10;
  const text = decimal === 0 ? `${size / 10}` : `${(size - decimal) / 10}.${decimal}`;
  return tenths < 0 ? `-${text}` : text;
}

const special = /[&<>"]/;

/** Text and attribute values for SVG. */
export function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
