import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ingest } from '../ingest/ingest.ts';
import { parseCatalogueMarkdown, stringifyCatalogue } from './catalogue-markdown.ts';
import { readFrontMatter } from './front-matter.ts';
import { defineMarkdown, readMarkdown } from './markdown.ts';
import { parseDisclosureMarkdown } from './parse-disclosure-markdown.ts';
import { stringifyDisclosure } from './stringify-disclosure.ts';

const content = join(import.meta.dirname, '../../content');

function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.map((name) => [name.slice(folder.length), readFileSync(name, 'utf8')]));
}

const disclosures = Object.entries(filesBelow(join(content, 'disclosures')));
const catalogues = Object.entries(filesBelow(join(content, 'catalogues')));

test('ingesting the sample archive again leaves its tree unchanged', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  try {
    cpSync(content, folder, { recursive: true });
    const outcomes = await ingest([], { content: folder });
    expect(outcomes.filter(({ published }) => !published)).toEqual([]);
    expect(filesBelow(folder)).toEqual(filesBelow(content));
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

test('the sample archive holds no sentence of the real texts', () => {
  const shared = join(content, '../../shared/disclosures');
  if (!existsSync(shared)) {
    console.warn(
      '../shared/disclosures is not on this machine: the sample archive was compared with nothing',
    );
    return;
  }
  const sentences = new Set(Object.values(filesBelow(shared)).flatMap(runsOf));
  const copied = Object.entries(filesBelow(content)).flatMap(([name, text]) =>
    runsOf(text)
      .filter((run) => sentences.has(run))
      .map((run) => `${name}: ${run}`),
  );
  expect(copied).toEqual([]);
});

/** Every stretch of 20 characters of running text: Chinese with a comma, stop or semicolon, names of the catalogue aside. */
function runsOf(text: string): string[] {
  const prose = text.replaceAll(/^(?:\| )?A\d+.*$/gm, '');
  const runs = prose.match(/[一-鿿，。；、：（）“”《》]{20,}/g) ?? [];
  return runs
    .flatMap((run) => Array.from({ length: run.length - 19 }, (_, at) => run.slice(at, at + 20)))
    .filter((run) => /[，。；]/.test(run));
}

test.each(disclosures)(
  '%s is read by the fast reader as unified and remark-gfm define it',
  (_, markdown) => {
    const { body } = readFrontMatter(markdown);
    expect(bare(readMarkdown(body))).toEqual(bare(defineMarkdown(body)));
    expect(stringifyDisclosure(parseDisclosureMarkdown(markdown))).toBe(markdown);
  },
  60_000,
);

test.each(catalogues)(
  '%s is read by the fast reader as unified and remark-gfm define it',
  (_, markdown) => {
    const { body } = readFrontMatter(markdown);
    expect(bare(readMarkdown(body))).toEqual(bare(defineMarkdown(body)));
    expect(stringifyCatalogue(parseCatalogueMarkdown(markdown))).toBe(markdown);
  },
  60_000,
);

/** A tree without positions, neighboring texts joined. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return joinTexts(value.map(bare));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([key, one]) => key !== 'position' && key !== 'data' && one !== undefined,
  );
  return Object.fromEntries(kept.map(([key, one]) => [key, bare(one)]));
}

function joinTexts(nodes: unknown[]): unknown[] {
  const joined: { type?: string; value?: string }[] = [];
  for (const node of nodes as { type?: string; value?: string }[]) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node?.type === 'text') last.value = `${last.value}${node.value}`;
    else joined.push(node);
  }
  return joined;
}
