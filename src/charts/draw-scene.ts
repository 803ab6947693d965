import type { Label, Mark, Ribbon, Scene, Shape } from './scene.ts';

/**
 * Draws a scene as an SVG element. Presentation is by class alone (`src/components/charts/charts.css`).
 * Every mark can be reached by keyboard and says its datum; its labels and shapes are silent.
 *
 * @param scene the layout
 * @param name accessible name of the drawing
 * @param className extra class of the root element
 */
export function drawScene(scene: Scene, name: string, className: string): string {
  const decoration = [...scene.decoration.shapes.map(drawShape), ...scene.decoration.labels.map(drawLabel)];
  const silent = decoration.length === 0 ? '' : `<g aria-hidden="true">${decoration.join('')}</g>`;
  return (
    `<svg class="chart-svg${className ? ` ${className}` : ''}" viewBox="0 0 ${scene.width} ${scene.height}" ` +
    `role="group" aria-label="${escapeXml(name)}">${silent}${scene.marks.map(drawMark).join('')}</svg>`
  );
}

function drawMark(mark: Mark): string {
  const inside = [...mark.shapes.map(drawShape), ...mark.labels.map(drawLabel)].join('');
  return `<g class="m" tabindex="0" role="img"><title>${escapeXml(mark.title)}</title>${inside}</g>`;
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

function drawLabel(label: Label): string {
  const classes = [styleClass[label.style], anchorClass[label.anchor]].filter((name) => name !== '');
  const className = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  return `<text${className} x="${n(label.x)}" y="${n(label.y)}">${escapeXml(label.text)}</text>`;
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
const styleClass = { plain: '', strong: 'b', muted: 'q', figure: 'f' };
const anchorClass = { start: '', middle: 'am', end: 'ae' };

/** One decimal at most. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text and attribute values for SVG. */
export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
