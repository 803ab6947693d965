import { expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import type { Publications } from '../record/publications.ts';
import { rowsOfDisclosure } from '../search/rows-of-disclosure.ts';
import { homePage } from './home-page.ts';
import { type Summary, summarize } from './summary.ts';

const none: Summary['checks'] = { 相符: 0, 尾差: 0, 不符: 0, 未检查: 0, coverage: 0 };
const base = summarize(cleanDisclosure(1), none);
const of = (slug: string, year: number, wan: number): Summary => ({
  ...base,
  id: `${slug}/${year}`,
  unit: { ...base.unit, slug, name: slug },
  year,
  spending: wan * 10_000,
});
const page = homePage([of('jia', 2030, 100), of('jia', 2031, 120), of('yi', 2031, 30)], 1);
const tile = (label: string) => page.tiles.find((one) => one.label.includes(label));

test('adds up the spending of each body once, that of its latest year, in the tile as in the chart', () => {
  expect(tile('支出总计')).toMatchObject({ figure: '150.00 万元', label: '各单位最近一年支出总计之和' });
  expect(page.charts[0]?.sentence).toContain(
    '2 个单位各取最近一年（2031 年）的公开文本，支出总计共 150.00 万元',
  );
});

test('what was published here last comes first, whatever its year', () => {
  const all = [of('jia', 2031, 1), of('yi', 2031, 1), of('bing', 2029, 1)];
  const titles = (publications?: Publications) =>
    homePage(all, 1, publications).newest.map(({ href }) => href);
  expect(titles()).toEqual(['/units/jia/2031/', '/units/yi/2031/', '/units/bing/2029/']);
  const days = new Map([
    ['jia/2031', { day: '2031-03-01', text: 'a' }],
    ['yi/2031', { day: '2031-03-02', text: 'a' }],
    ['bing/2029', { day: '2031-03-09', text: 'a' }],
  ]);
  expect(titles(days)).toEqual(['/units/bing/2029/', '/units/yi/2031/', '/units/jia/2031/']);
  expect(homePage(all, 1, days)).toMatchObject({
    feed: '/feed.xml',
    newest: [{ day: '2031-03-09' }, {}, {}],
  });
  // Taken in since, and not noted yet.
  days.delete('jia/2031');
  expect(titles(days)[0]).toBe('/units/jia/2031/');
});

test('does not link a figure to a page that does not show what is counted', () => {
  expect(tile('项目')?.href).toBe('');
});

test('searches that are offered as examples find something in the archive', () => {
  const disclosures = [1, 2, 3].map((seed) => ({ ...cleanDisclosure(seed), id: `body-${seed}/2031` }));
  const { examples } = homePage(
    disclosures.map((one) => summarize(one, none)),
    0,
  );
  expect(examples).toHaveLength(4);
  const rows = disclosures.flatMap((one) => rowsOfDisclosure(one, false).rows);
  const plain = (text: string) => text.replace(/[“”,\s]|万元/g, '');
  const texts = rows
    .flatMap(({ texts, amounts }) => [...texts, ...amounts.map(({ printed }) => printed)])
    .map(plain);
  for (const example of examples)
    expect(texts.filter((text) => text.includes(plain(example)))).not.toEqual([]);
});

test('an archive with nothing in it offers none, and one without figures its body', () => {
  expect(homePage([], 0).examples).toEqual([]);
  const text = { ...cleanDisclosure(1), template: 'unknown', tables: [] };
  expect(homePage([summarize(text, none)], 0).examples).toEqual([text.unit.name]);
});
