import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arePagesKept, forgetPages, keepPages, readPages } from './kept-pages.ts';
import type { PageContent } from './page-content.ts';

const id = 'dong-zhuang-zhen/2031';
const page = (body: string): PageContent => ({
  head: { title: body, description: '', current: '', breadcrumbs: [] },
  body,
});
const pages = (name: string) => ({
  disclosure: page(`<p>${name}\n第二行</p>`),
  checks: page(''),
  source: page(`${name} 原文`),
});
const folder = () => mkdtempSync(join(tmpdir(), 'pages-'));

test('gives back the pages of the version that was kept', () => {
  const cache = folder();
  keepPages(cache, id, 'v1', pages('镇'));
  const kept = readPages(cache, id, 'v1');
  expect(Buffer.from(kept.disclosure.body).toString()).toBe('<p>镇\n第二行</p>');
  expect(Buffer.from(kept.checks.body).toString()).toBe('');
  expect(Buffer.from(kept.source.body).toString()).toBe('镇 原文');
  expect(kept.source.head.title).toBe('镇 原文');
});

test('keeps one version of a disclosure, and none that was withdrawn', () => {
  const cache = folder();
  keepPages(cache, id, 'v1', pages('旧'));
  keepPages(cache, id, 'v2', pages('新'));
  expect([arePagesKept(cache, id, 'v1'), arePagesKept(cache, id, 'v2')]).toEqual([false, true]);
  expect(readdirSync(join(cache, 'pages', id))).toEqual(['v2']);
  forgetPages(cache, id);
  expect(arePagesKept(cache, id, 'v2')).toBe(false);
});

test('a file that a killed run did not finish counts for nothing and goes', () => {
  const cache = folder();
  keepPages(cache, id, 'v1', pages('镇'));
  writeFileSync(join(cache, 'pages', id, 'v2.part'), 'cut o');
  expect(arePagesKept(cache, id, 'v2')).toBe(false);
  keepPages(cache, id, 'v2', pages('镇'));
  expect(readdirSync(join(cache, 'pages', id))).toEqual(['v2']);
});
