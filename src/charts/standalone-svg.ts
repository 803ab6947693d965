import type { Chart } from './chart.ts';
import { drawScene, escapeXml } from './draw-scene.ts';
import { type Format, lineHeight } from './scene.ts';
import { wrapText } from './wrap-text.ts';

/** Colors of `src/styles/tokens.css`, light then dark; a test holds them equal. */
export const standaloneColors: Record<string, [light: string, dark: string]> = {
  '--surface': ['#ffffff', '#1b1f25'],
  '--chart-ink': ['#1b2129', '#e8e5de'],
  '--chart-label': ['#4d5560', '#b9bec6'],
  '--rule-strong': ['#8f8b7f', '#737a85'],
  '--series-1': ['#1f5f9e', '#6aaeea'],
  '--series-2': ['#c9650c', '#f0a04b'],
  '--series-3': ['#12806b', '#2f9c86'],
  '--series-4': ['#4b2e83', '#c9a8ff'],
  '--series-5': ['#9a8000', '#d8c04a'],
  '--series-6': ['#8b2f63', '#c0609a'],
  '--series-other': ['#7d7f83', '#8a8f97'],
};

const rules = [
  ['text', 'fill:--chart-ink'],
  ['.q', 'fill:--chart-label'],
  ['.p', 'fill:--surface'],
  ['.l', 'stroke:--rule-strong'],
  ...[1, 2, 3, 4, 5, 6].map((number) => [`.s${number}`, `fill:--series-${number}`]),
  ['.s0', 'fill:--series-other'],
] as const;

const shared =
  'text{font:13px "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}' +
  '.t{font-size:16px}.b,.t{font-weight:600}.am{text-anchor:middle}.ae{text-anchor:end}' +
  '.soft{fill-opacity:.2}.r{fill-opacity:.35}.l{fill:none}';

const style = `${shared}${colors(0)}@media(prefers-color-scheme:dark){${colors(1)}}`;

/**
 * The chart as an SVG file of its own: title, sentence, picture and origin on a ground, colors for light and dark.
 *
 * @param origin where the figures come from, e.g. `某县统计中心 2024 年预算`
 * @param format which of the two pictures
 * @returns null for a chart without a picture
 */
export function standaloneSvg(chart: Chart, origin: string, format: Format = 'wide'): string | null {
  const scene = chart.scenes?.[format];
  if (!scene) return null;
  const inner = scene.width;
  const lines = wrapText(chart.sentence, inner);
  const units = wrapText(`单位：${chart.unit}`, inner);
  const top = 40 + (lines.length + units.length) * lineHeight + 14;
  const width = inner + 40;
  const height = Math.ceil(top + scene.height + 48);
  const head = [...lines, ...units].map((text, index) => {
    const quiet = index < lines.length ? '' : ' class="q"';
    return `<text${quiet} x="20" y="${54 + index * lineHeight}">${escapeXml(text)}</text>`;
  });
  const foot = `<text class="q" x="20" y="${height - 14}">${escapeXml(origin)}</text>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `lang="zh-CN"><title>${escapeXml(chart.title)}</title><desc>${escapeXml(chart.sentence)}</desc>` +
    `<style>${style}</style>` +
    `<rect class="p" width="100%" height="100%"/><text class="t" x="20" y="32">${escapeXml(chart.title)}</text>` +
    `${head.join('')}${drawScene(scene, chart.title, '').replace('<svg', `<svg x="20" y="${top}" width="${inner}" height="${scene.height}"`)}` +
    `${foot}</svg>\n`
  );
}

function colors(scheme: 0 | 1): string {
  return rules
    .map(([selector, rule]) => {
      const [property, token] = rule.split(':') as [string, string];
      return `${selector}{${property}:${standaloneColors[token]?.[scheme]}}`;
    })
    .join('');
}
