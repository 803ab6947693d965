import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chartsOf } from './charts-of.ts';
import { galleryCases } from './gallery/cases.ts';
import { standaloneColors, standaloneSvg } from './standalone-svg.ts';

test('has the colors of the design tokens, light and dark', () => {
  const css = readFileSync(join(import.meta.dirname, '../styles/tokens.css'), 'utf8');
  const dark = css.slice(css.indexOf('prefers-color-scheme: dark'), css.indexOf('@media print'));
  const light = css.slice(0, css.indexOf('@media (prefers-color-scheme: dark)'));
  for (const [token, colors] of Object.entries(standaloneColors)) {
    const value = (part: string) => new RegExp(`${token}: (#[0-9a-f]{6});`).exec(part)?.[1];
    expect([token, value(light), value(dark)]).toEqual([token, ...colors]);
  }
});

test('is one file with title, sentence, picture and origin, and nothing from elsewhere', () => {
  const ordinary = galleryCases.find((entry) => entry.id === 'ordinary');
  const chart = ordinary && chartsOf(ordinary.disclosure).find(({ id }) => id === 'income');
  const svg = chart && standaloneSvg(chart, '某县样本中心 2031 年预算公开');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain('<title>收入预算图</title>');
  expect(svg).toContain('某县样本中心 2031 年预算公开');
  expect(svg).toContain('2,480.36');
  expect(svg?.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
    /https?:|url\(|<script|style="|undefined/,
  );
});

test('is nothing for a chart that is a sentence', () => {
  const one = galleryCases.find((entry) => entry.id === 'one-sided');
  const charts = one ? chartsOf(one.disclosure) : [];
  expect(charts.length).toBeGreaterThan(0);
  expect(charts.map((chart) => standaloneSvg(chart, ''))).toEqual(charts.map(() => null));
});
