import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { anyDisclosure } from './arbitrary-disclosure.ts';
import { loadArchive } from './load-archive.ts';
import { stringifyDisclosure } from './stringify-disclosure.ts';

let folder: string;
let settings: { content: string; cache: string };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
  settings = { content: join(folder, 'content'), cache: join(folder, 'cache') };
});

afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, bytes: string | Uint8Array): void {
  mkdirSync(join(settings.content, path, '..'), { recursive: true });
  writeFileSync(join(settings.content, path), bytes);
}

function sample(changes: Partial<Disclosure>): Disclosure {
  const [disclosure] = fc.sample(anyDisclosure, { numRuns: 1, seed: 7 });
  return { ...(disclosure as Disclosure), ...changes };
}

test('an archive without content is empty', () => {
  expect(loadArchive(settings)).toEqual({ disclosures: [], catalogues: [] });
});

test('lists disclosures by their address, and reads each from its Markdown or from the cache', () => {
  const disclosure = sample({ id: 'bei-shan-zhen/2024' });
  put('disclosures/bei-shan-zhen/2024.md', stringifyDisclosure(disclosure));
  put('disclosures/an-qiao-xiang/2025.md', stringifyDisclosure(sample({ id: 'an-qiao-xiang/2025' })));

  expect(loadArchive(settings).disclosures.map(({ id }) => id)).toEqual([
    'an-qiao-xiang/2025',
    'bei-shan-zhen/2024',
  ]);
  expect(loadArchive(settings).disclosures[1]?.load()).toEqual(disclosure);
  expect(readdirSync(join(settings.cache, 'record'), { recursive: true }).length).toBeGreaterThan(0);
  expect(loadArchive(settings).disclosures[1]?.load()).toEqual(disclosure);
});

test('a changed file has another digest', () => {
  put('disclosures/a/2024.md', stringifyDisclosure(sample({ id: 'a/2024', year: 2024 })));
  const before = loadArchive(settings).disclosures[0]?.digest;
  put('disclosures/a/2024.md', stringifyDisclosure(sample({ id: 'a/2024', year: 2023 })));
  expect(loadArchive(settings).disclosures[0]?.digest).not.toBe(before);
});

test.for<[string, RegExp, string, string]>([
  ['a head that is no YAML', /^kind: .*$/m, 'kind: "坏', '这里不是有效的 YAML'],
  ['a field of another kind', /^year: .*$/m, 'year: 坏', 'year：Invalid input'],
  ['a paragraph where a table belongs', /^\| .*$(?=\n\| -)/m, '坏', '这里是段落，应为表格'],
  ['a row without its line', /\d+ \|$(?=\n\n)/m, '坏 |', 'tables[0].rows['],
  ['a value that is no JSON', /\S+ \| +\d+ \|$(?=\n\n)/m, '1 <!--{"坏--> | 9 |', '注释不是完整的 JSON'],
])('says the line of a record that was edited by hand, and what to do: %s', ([, what, by, fault]) => {
  const markdown = stringifyDisclosure(cleanDisclosure(7)).replace(what, by);
  put('disclosures/yun-xi-xian-tu-shu-guan/2031.md', markdown);
  const line = markdown.split('\n').findIndex((text) => text.includes('坏')) + 1;
  const load = () => loadArchive(settings).disclosures[0]?.load();
  expect(load).toThrow(`disclosures/yun-xi-xian-tu-shu-guan/2031.md:${line}：`);
  expect(load).toThrow(fault);
  expect(load).toThrow('运行 npm run ingest');
});

test('a record without a head is named in the error', () => {
  put('disclosures/a/2024.md', '# 预算\n');
  expect(() => loadArchive(settings).disclosures[0]?.load()).toThrow(/disclosures\/a\/2024\.md:1：.*---/);
});

test('a record that was copied to another year is told where it belongs', () => {
  put('disclosures/a/2023.md', stringifyDisclosure(sample({ id: 'a/2024' })));
  for (const _ of ['read', 'from the cache'])
    expect(() => loadArchive(settings).disclosures[0]?.load()).toThrow('请移到 a/2024.md');
});

test('gives the lines of the source as received, decoded', () => {
  const source = { file: 'a.txt', sha256: '', encoding: 'gb18030', lines: 2 };
  put('disclosures/a/2024.md', stringifyDisclosure(sample({ id: 'a/2024', source })));
  put('sources/a/2024.txt', iconv.encode('预算\r\n公开', 'gb18030'));
  expect(loadArchive(settings).disclosures[0]?.sourceLines()).toEqual(['预算', '公开']);
});
