import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PageContent } from '../framed-pages/page-content.ts';
import { factsOf } from '../publish/ledger.ts';
import { forgetMade, isMadeKept, keepMade, readMade } from './made.ts';
import restoreDisclosure from './restore-disclosure.ts';

const id = 'dong-zhuang-zhen/2031';
const page = (body: string): PageContent => ({
  head: { title: body, description: '', current: '', breadcrumbs: [] },
  body,
});

function keep(cache: string, version: string, name: string): void {
  const files = new Map([
    [`data/${id}/figures.csv`, Buffer.from(`${name}\r\n1.00\r\n`)],
    [`units/${id}/source.txt`, Buffer.from('')],
  ]);
  const facts = new Map([...files].map(([path, bytes]) => [path, factsOf(bytes)] as const));
  keepMade(cache, id, version, files, facts, {
    disclosure: page(`<p>${name}\n第二行</p>`),
    checks: page(''),
    source: page(`${name} 原文`),
  });
}

const folder = () => mkdtempSync(join(tmpdir(), 'made-'));

test('gives back the pages and files of the version that was kept', () => {
  const cache = folder();
  keep(cache, 'v1', '镇');
  const { pages, files } = readMade(cache, id, 'v1');
  const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
  expect(text(pages.disclosure.body)).toBe('<p>镇\n第二行</p>');
  expect(text(pages.checks.body)).toBe('');
  expect(text(pages.source.body)).toBe('镇 原文');
  expect(pages.source.head.title).toBe('镇 原文');
  expect(text(files.get(`data/${id}/figures.csv`)?.bytes)).toBe('镇\r\n1.00\r\n');
});

test('keeps one version of a disclosure, and none that was withdrawn', () => {
  const cache = folder();
  keep(cache, 'v1', '旧');
  keep(cache, 'v2', '新');
  expect([isMadeKept(cache, id, 'v1'), isMadeKept(cache, id, 'v2')]).toEqual([false, true]);
  expect(readdirSync(join(cache, 'made', id))).toEqual(['v2']);
  forgetMade(cache, id);
  expect(isMadeKept(cache, id, 'v2')).toBe(false);
});

test('a file that a killed run did not finish counts for nothing and goes', () => {
  const cache = folder();
  keep(cache, 'v1', '镇');
  writeFileSync(join(cache, 'made', id, 'v2.part'), 'cut o');
  expect(isMadeKept(cache, id, 'v2')).toBe(false);
  keep(cache, 'v2', '镇');
  expect(readdirSync(join(cache, 'made', id))).toEqual(['v2']);
});

test('files that a site lost are written again, with their facts', () => {
  const cache = folder();
  const dist = folder();
  keep(cache, 'v1', '镇');
  const facts = restoreDisclosure({ cache, dist, id, version: 'v1' });
  expect(facts.map(([path]) => path)).toEqual([`data/${id}/figures.csv`, `units/${id}/source.txt`]);
  for (const [path, fact] of facts) expect(factsOf(readFileSync(join(dist, path)))).toEqual(fact);
});
