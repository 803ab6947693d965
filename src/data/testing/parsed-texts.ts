import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../ingest/parse-document.ts';
import type { Disclosure } from '../../schema/disclosure.ts';

const root = join(import.meta.dirname, '../../..');

/** The texts of the sample archive and the fixtures of the conversion, whose tables and forms have all kinds of faults. */
export function parsedTexts(): [name: string, disclosure: Disclosure][] {
  const fixtures = join(root, 'src/ingest/fixtures');
  const sources = join(root, 'content/sources');
  return [
    ...readdirSync(fixtures).map((name): [string, string] => [name, join(fixtures, name, 'input.txt')]),
    ...readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\d{4}\.txt$/.test(name))
      .map((name): [string, string] => [name, join(sources, name)]),
  ].map(([name, path]) => {
    const text = readFileSync(path, 'utf8');
    const source = { file: 'invented.txt', sha256: '0'.repeat(64), encoding: 'utf-8' };
    return [name, parseDocument(text, source).disclosure];
  });
}
