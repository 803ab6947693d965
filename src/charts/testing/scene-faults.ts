import { type Label, labelBox, labelsOf, type Scene, type Shape } from '../scene.ts';

/** What is wrong with a finished layout, in words; `[]` for one that can be drawn. For tests. */
export function sceneFaults(scene: Scene): string[] {
  const labels = labelsOf(scene);
  return [
    ...labels.filter((label) => !isInside(labelBox(label), scene)).map((label) => `outside: ${label.text}`),
    ...overlaps(labels),
    ...[...scene.decoration.shapes, ...scene.marks.flatMap((mark) => mark.shapes)]
      .filter((shape) => !isInside(shapeBox(shape), scene))
      .map((shape) => `outside: ${JSON.stringify(shape)}`),
    ...scene.marks.filter((mark) => mark.title.trim() === '').map(() => 'a mark without a title'),
    ...labels
      .filter((label) => /NaN|undefined|null|Infinity/.test(label.text))
      .map(({ text }) => `not a text: ${text}`),
  ];
}

type Box = [left: number, top: number, right: number, bottom: number];

/** Half a unit beyond the edge is rounding and the width of a line. */
function isInside([left, top, right, bottom]: Box, { width, height }: Scene): boolean {
  return left >= -0.6 && top >= -0.6 && right <= width + 0.6 && bottom <= height + 0.6;
}

function overlaps(labels: Label[]): string[] {
  const boxes = labels.map(labelBox);
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b, j) => {
      const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
      const tall = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
      return wide > 0.5 && tall > 0.5 ? [`overlap: ${labels[i]?.text} and ${labels[i + j + 1]?.text}`] : [];
    }),
  );
}

function shapeBox(shape: Shape): Box {
  switch (shape.kind) {
    case 'box':
      return [shape.x, shape.y, shape.x + shape.width, shape.y + shape.height];
    case 'ribbon': {
      const half = shape.thickness / 2;
      return [shape.x0, Math.min(shape.y0, shape.y1) - half, shape.x1, Math.max(shape.y0, shape.y1) + half];
    }
    case 'line': {
      const [xs, ys] = [shape.points.map(([x]) => x), shape.points.map(([, y]) => y)];
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    }
  }
}
