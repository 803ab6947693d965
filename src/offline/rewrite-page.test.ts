import { expect, test } from 'vitest';
import { relativeAddress } from './relative-address.ts';
import { type OfflineSite, rewritePage } from './rewrite-page.ts';

const site: OfflineSite = {
  base: '/archive/',
  site: 'https://budget.example',
  files: new Set([
    'index.html',
    'search/index.html',
    'units/u/2024/index.html',
    '_astro/page.css',
    '_astro/search.js',
    'data/figures.csv',
  ]),
  scripts: new Map([['_astro/search.js', 'offline/search.js']]),
  before: ['offline/load.js'],
};
const here = 'units/u/2024/index.html';

test.each([
  ['/archive/', '../../../index.html'],
  ['/archive/search/?q=A180701#top', '../../../search/index.html?q=A180701#top'],
  ['/archive/data/figures.csv', '../../../data/figures.csv'],
  ['https://budget.example/archive/search/', '../../../search/index.html'],
  ['../../../search/', '../../../search/index.html'],
  ['#L147', '#L147'],
  ['https://www.gov.cn/', 'https://www.gov.cn/'],
  ['data:image/png;base64,AA', 'data:image/png;base64,AA'],
])('%s leads to %s', (address, expected) => {
  expect(relativeAddress(address, here, site)).toBe(expected);
});

test('a page of the archive that does not exist is reported, so is one outside of it', () => {
  expect(relativeAddress('/archive/units/nobody/', here, site)).toBeNull();
  expect(relativeAddress('/elsewhere/', here, site)).toBeNull();
  expect(relativeAddress('/archive/100%/', here, site)).toBeNull();
  expect(rewritePage('<a href="/archive/gone/">x</a>', here, site).unresolved).toEqual([
    'a href="/archive/gone/"',
  ]);
});

test('rewrites addresses, scripts and policy, and nothing else', () => {
  const html = `<!doctype html><html lang="zh-CN" data-base="/archive/"><head><meta http-equiv="content-security-policy" content="default-src 'none'"><link rel="stylesheet" href="/archive/_astro/page.css"><link rel="canonical" href="https://budget.example/archive/"><script type="module" src="/archive/_astro/search.js"></script></head><body><p>100 % &amp; “三公”</p><form action="/archive/search/"></form></body></html>`;
  expect(rewritePage(html, here, site)).toEqual({
    html: `<!doctype html><html data-offline lang="zh-CN" data-base="../../../"><head><script src="../../../offline/load.js"></script><link rel="stylesheet" href="../../../_astro/page.css"><script defer src="../../../offline/search.js"></script></head><body><p>100 % &amp; “三公”</p><form action="../../../search/index.html"></form></body></html>`,
    unresolved: [],
  });
});

test('the start page points into its own folder', () => {
  const { html } = rewritePage(
    '<html data-base="/archive/"><a href="/archive/search/">查</a></html>',
    'index.html',
    site,
  );
  expect(html).toBe('<html data-offline data-base="./"><a href="search/index.html">查</a></html>');
});

test('what is of use online only is left out', () => {
  const { html, unresolved } = rewritePage(
    '<p>一</p><div data-online-only><a href="/archive/offline/x.zip">x</a></div><p>二</p>',
    here,
    site,
  );
  expect(html).toBe('<p>一</p><p>二</p>');
  expect(unresolved).toEqual([]);
});

test('what stands there for readers without JavaScript leads into the folder as well', () => {
  const { html } = rewritePage('<noscript><a href="/archive/search/">查</a></noscript>', here, site);
  expect(html).toBe('<noscript><a href="../../../search/index.html">查</a></noscript>');
});

test('what leaves an end tag out is left out as far as it reaches', () => {
  const { html } = rewritePage(
    '<p data-online-only>网上<b>版</b><p>二</p><img data-online-only>三',
    here,
    site,
  );
  expect(html).toBe('<p>二</p>三');
});
