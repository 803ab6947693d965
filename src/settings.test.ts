import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const read = (env: Record<string, string>) => {
  const { site, base } = readSettings(env, '/srv/archive');
  return { site, base };
};

test.for<[string | undefined, string]>([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['archive', '/archive/'],
  ['/archive', '/archive/'],
  ['/open/budget_2031/', '/open/budget_2031/'],
])('BASE=%s is the path %s', ([given, base]) => {
  expect(read(given === undefined ? {} : { BASE: given }).base).toBe(base);
});

test.for([
  'https://x.org/archive/',
  '//x.org/archive/',
  '/a?b/',
  '/archive/#x',
  '/../x/',
  '/./x/',
  '/a b/',
  '/档案/',
  'C:/Program Files/Git/archive/',
  '\\archive\\',
])('BASE=%s is refused, with an example of a path', (given) => {
  expect(() => read({ BASE: given })).toThrow(
    `BASE 应为网址里的路径，由字母、数字和 - . _ ~ 组成，例如 BASE=/archive/；现在是「${given}」`,
  );
});

test.for<[string | undefined, string]>([
  [undefined, ''],
  ['', ''],
  ['https://budget.example.org', 'https://budget.example.org'],
  ['https://budget.example.org/', 'https://budget.example.org'],
  ['http://localhost:8080', 'http://localhost:8080'],
])('SITE=%s is the origin %s', ([given, site]) => {
  expect(read(given === undefined ? {} : { SITE: given }).site).toBe(site);
});

test.for([
  'budget.example.org',
  'budget.example.org:8080',
  'ftp://budget.example.org',
  'https://',
  'https://budget.example.org/?a',
  'https://budget.example.org/#a',
  'https://me:secret@budget.example.org',
  'https://budget example.org',
])('SITE=%s is refused, with an example of an origin', (given) => {
  expect(() => read({ SITE: given })).toThrow(
    'SITE 应为站点的来源，即协议和主机，例如 SITE=https://budget.example.org；现在是',
  );
});

test('SITE with a path is refused, and told where the path belongs', () => {
  expect(() => read({ SITE: 'https://example.org/archive' })).toThrow(
    '路径另写在 BASE 里：SITE=https://example.org BASE=/archive/',
  );
});
