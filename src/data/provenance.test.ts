import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../ingest/parse-document.ts';
import { loadArchive } from '../record/load-archive.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { readSettings } from '../settings.ts';
import { figures } from './resources/figures.ts';
import { projectFunds } from './resources/project-funds.ts';

const root = join(import.meta.dirname, '../..');
const shared = join(root, '../shared/disclosures');

/** Rows of `figures.csv` whose printed text does not stand in its line of the source. */
function lost(disclosure: Disclosure, lines: string[]): string[] {
  const column = (name: string) => figures.fields.findIndex((field) => field.name === name);
  return figures
    .rows({ disclosure, findings: [] })
    .filter((row) => !prints(lines[Number(row[column('line')]) - 1], String(row[column('printed')])))
    .map((row) => row.join(' '));
}

/** Whether a line prints a text, and not only as a part of a longer number. */
function prints(line: string | undefined, text: string): boolean {
  return line !== undefined && new RegExp(`(?<![\\d.,])${RegExp.escape(text)}(?![\\d.,])`).test(line);
}

/** Amounts of `project_funds.csv` that their line of the source does not print, thousands separators aside. */
function lostMoney(disclosure: Disclosure, lines: string[]): string[] {
  const column = (name: string) => projectFunds.fields.findIndex((field) => field.name === name);
  return projectFunds.rows({ disclosure, findings: [] }).flatMap((row) => {
    // A label that was broken by a wrap leaves its amount on the line of the amount or on the next.
    const at = Number(row[column('line')]) - 1;
    const printed = [lines[at], lines[at + 1]]
      .join('\t')
      .replaceAll(/[,，]/g, '')
      .split(/[^\d.]+/);
    return ['total_yuan', 'annual_yuan']
      .map((name) => row[column(name)])
      .filter((yuan) => yuan !== null && !printed.includes(String(yuan)))
      .map((yuan) => `${row.join(' ')}: ${yuan}`);
  });
}

test('every figure of the sample archive stands in its line of the source', () => {
  const settings = readSettings({}, root);
  const { disclosures } = loadArchive({ ...settings, cache: join(root, '.cache/test') });
  expect(disclosures.length).toBeGreaterThanOrEqual(3);
  for (const entry of disclosures) {
    const lines = entry.sourceLines();
    if (!lines) throw new Error(`${entry.sourcePath} is missing`);
    expect(lost(entry.load(), lines)).toEqual([]);
    expect(lostMoney(entry.load(), lines)).toEqual([]);
  }
});

describe('the real texts', () => {
  const texts = existsSync(shared) ? readdirSync(shared).filter((file) => file.endsWith('.txt')) : [];

  if (texts.length === 0) {
    test('are not on this machine (../shared/disclosures): only the sample archive was tested', () => {
      expect(existsSync(shared) ? readdirSync(shared) : []).toEqual([]);
    });
  }

  test.each(texts)('every figure of %s stands in its line', (file) => {
    const text = readFileSync(join(shared, file), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    const { disclosure } = parseDocument(text, { file, sha256, encoding: 'utf-8' });
    expect(figures.rows({ disclosure, findings: [] }).length).toBeGreaterThan(0);
    expect(lost(disclosure, text.split('\n'))).toEqual([]);
    expect(lostMoney(disclosure, text.split('\n'))).toEqual([]);
  });
});
