import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headerRules, headersFor, writeHeadersFile } from './header-rules.ts';

test('hashed files are kept for good, pages are asked for again', () => {
  expect(headersFor(headerRules, '_astro/page.1a2b.css')['Cache-Control']).toContain('immutable');
  expect(headersFor(headerRules, 'units/u/2024/index.html')['Cache-Control']).toBe('no-cache');
  expect(headersFor(headerRules, 'sw.js')['Cache-Control']).toBe('no-store');
  expect(headersFor(headerRules, 'sw.js')['X-Content-Type-Options']).toBe('nosniff');
});

test('open data may be read from other sites, pages may not be framed', () => {
  expect(headersFor(headerRules, 'data/figures.csv')['Access-Control-Allow-Origin']).toBe('*');
  expect(headersFor(headerRules, 'index.html')['Access-Control-Allow-Origin']).toBeUndefined();
  expect(headersFor(headerRules, 'index.html')['Content-Security-Policy']).toBe("frame-ancestors 'none'");
});

test('the file for Netlify and Cloudflare names paths under the base', () => {
  const text = writeHeadersFile([{ path: '_astro/*', headers: { 'Cache-Control': 'x' } }], '/archive/');
  expect(text).toBe('/archive/_astro/*\n  Cache-Control: x\n');
});

test('these hosts join what several rules say, so no header stands in the rule for all and in another', () => {
  const [all = '', ...others] = writeHeadersFile(headerRules, '/').split('\n\n');
  const names = (text: string) => [...text.matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name);
  expect(names(all)).toContain('X-Content-Type-Options');
  expect(names(all).filter((name) => names(others.join('\n')).includes(name))).toEqual([]);
});

test.each([
  ['hosting/nginx.conf', ['text/csv csv;', 'text/markdown md;', 'application/manifest+json webmanifest;']],
  [
    'hosting/Caddyfile',
    [
      'header @csv Content-Type "text/csv; charset=utf-8"',
      'header @markdown Content-Type "text/markdown; charset=utf-8"',
      'header @manifest Content-Type "application/manifest+json"',
    ],
  ],
])('%s gives types that lists of types often lack', (file, lines) => {
  const written = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  expect(written).toEqual(expect.arrayContaining(lines));
});

test.each(['hosting/nginx.conf', 'hosting/Caddyfile'])('%s sends the same headers', (file) => {
  const text = readFileSync(file, 'utf8');
  for (const { headers } of headerRules)
    for (const [name, value] of Object.entries(headers)) {
      expect(text).toContain(name);
      expect(text).toContain(value);
    }
});

test('Caddy keeps no answer that a hashed file is not there', () => {
  const [, errors] = readFileSync('hosting/Caddyfile', 'utf8').split('handle_errors {');
  expect(errors).toContain('header Cache-Control "no-cache"');
});
