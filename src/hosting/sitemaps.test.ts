import { expect, test } from 'vitest';
import { writeRobots, writeSitemaps } from './sitemaps.ts';

const hosted = { site: 'https://budget.example.org', base: '/archive/' };
const files = [
  'units/馆/2031/index.html',
  'index.html',
  'search/index.html',
  'compare/index.html',
  'gallery/index.html',
  '404.html',
  'data/figures.csv',
  'units/a&b/index.html',
];

test('every page that may be found is listed with its whole address, in order', () => {
  const [[name, text] = []] = [...writeSitemaps(files, hosted)];
  expect(name).toBe('sitemap.xml');
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://budget.example.org/archive/</loc></url>
<url><loc>https://budget.example.org/archive/units/%E9%A6%86/2031/</loc></url>
<url><loc>https://budget.example.org/archive/units/a&amp;b/</loc></url>
</urlset>
`);
});

test('more pages than a file may list stand in several, which the first names', () => {
  const made = writeSitemaps(files, hosted, 2);
  expect([...made.keys()].sort()).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
  expect(made.get('sitemap.xml')).toContain(
    '<sitemap><loc>https://budget.example.org/archive/sitemap-2.xml</loc></sitemap>',
  );
  expect(made.get('sitemap-2.xml')?.match(/<url>/g)).toHaveLength(1);
});

test('crawlers are told where the list is, if its address is known', () => {
  expect(writeRobots(hosted)).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://budget.example.org/archive/sitemap.xml\n',
  );
  expect(writeRobots({ site: '', base: '/' })).toBe('User-agent: *\nAllow: /\n');
});
