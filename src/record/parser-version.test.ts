import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parserVersion } from './parser-version.ts';

const schema = readdirSync(new URL('../schema/', import.meta.url))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .sort()
  .map((name) => `../schema/${name}`);
const readers = [
  ...['catalogue-markdown', 'cell', 'cursor', 'front-matter', 'markdown', 'marker'],
  ...['parse-disclosure-markdown', 'project-markdown', 'section-markdown', 'table-markdown'],
].map((name) => `${name}.ts`);

test('a changed reader or schema has a new version, so that no cache keeps what the old one read', () => {
  const digest = createHash('sha256');
  for (const name of [...readers, ...schema]) digest.update(readFileSync(new URL(name, import.meta.url)));
  expect(parserVersion, 'put this digest into parser-version.ts').toBe(digest.digest('hex').slice(0, 16));
});
