import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light, dark] = css.split('@media (prefers-color-scheme: dark)') as [string, string];
const themes = { light: colors(light), dark: colors(dark.split('@media print')[0] ?? '') };
const text = ['ink', 'ink-soft', 'ink-faint', 'link', 'link-visited', 'seal', 'good', 'minor', 'bad', 'open'];
const papers = ['paper', 'surface', 'sunken'];
const series = [...'12345678'].map((n) => `series-${n}`).concat('series-other');

describe.each(Object.entries(themes))('in the %s theme', (_, theme) => {
  test.each(text)('%s is readable on every paper (4.5:1)', (name) => {
    for (const paper of papers) expect(contrast(theme[name], theme[paper])).toBeGreaterThanOrEqual(4.5);
  });

  test('text is readable on a marked row and on its own badge', () => {
    for (const name of ['ink', 'ink-soft', 'link']) {
      expect(contrast(theme[name], theme.mark)).toBeGreaterThanOrEqual(4.5);
    }
    for (const name of ['good', 'minor', 'bad', 'open']) {
      expect(contrast(theme[name], theme[`${name}-paper`])).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(series)('%s stands out from paper and surface (3:1)', (name) => {
    for (const paper of papers.slice(0, 2)) {
      expect(contrast(theme[name], theme[paper])).toBeGreaterThanOrEqual(3);
    }
  });

  test('series that stand side by side differ for a color-blind reader', () => {
    for (const kind of ['protan', 'deutan'] as const) {
      for (let i = 0; i < 7; i++) {
        const [a, b] = [theme[`series-${i + 1}`], theme[`series-${i + 2}`]];
        expect(distance(seenBy(kind, a), seenBy(kind, b)), `${kind} ${i + 1}/${i + 2}`).toBeGreaterThan(40);
      }
    }
  });
});

type Rgb = [number, number, number];

function colors(block: string): Record<string, Rgb> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): #([0-9a-f]{6})/g)].map(([, name, hex]) => [
      name as string,
      [0, 2, 4].map((i) => Number.parseInt((hex as string).slice(i, i + 2), 16)) as Rgb,
    ]),
  );
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((v) =>
    v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * (r as number) + 0.7152 * (g as number) + 0.0722 * (b as number);
}

function contrast(a: Rgb | undefined, b: Rgb | undefined): number {
  if (!a || !b) throw new Error('a token is missing');
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Colors as a dichromat sees them: the matrices of Viénot, Brettel and Mollon (1999), near enough for a test. */
function seenBy(kind: 'protan' | 'deutan', color: Rgb | undefined): Rgb {
  if (!color) throw new Error('a token is missing');
  const [r, g, b] = color;
  return kind === 'protan'
    ? [0.11 * r + 0.89 * g, 0.11 * r + 0.89 * g, 0.004 * r - 0.004 * g + b]
    : [0.29 * r + 0.71 * g, 0.29 * r + 0.71 * g, -0.02 * r + 0.02 * g + b];
}

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
