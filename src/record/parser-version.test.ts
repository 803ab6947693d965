import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readerDigest } from './parser-version.ts';

const readers = [
  ...['catalogue-markdown', 'cell', 'cursor', 'front-matter', 'markdown', 'marker'],
  ...['parse-disclosure-markdown', 'project-markdown', 'section-markdown', 'table-markdown'],
  '../schema/read-figure',
];

test('a changed reader has a new version, so that no cache keeps what the old one read', () => {
  const digest = createHash('sha256');
  for (const name of readers) digest.update(readFileSync(new URL(`${name}.ts`, import.meta.url)));
  expect(readerDigest, 'put this digest into parser-version.ts').toBe(digest.digest('hex').slice(0, 16));
});
