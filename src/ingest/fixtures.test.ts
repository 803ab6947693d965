import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDisclosureMarkdown } from '../record/parse-disclosure-markdown.ts';
import { stringifyDisclosure } from '../record/stringify-disclosure.ts';
import { conservationOf } from './conservation.ts';
import { parseDocument } from './parse-document.ts';

const folder = join(import.meta.dirname, 'fixtures');

/** One folder a case: `input.txt`, what it becomes (`output.md`), and what is said about it (`messages.txt`). */
describe.each(readdirSync(folder).toSorted())('%s', (name) => {
  const text = readFileSync(join(folder, name, 'input.txt'), 'utf8');
  const { disclosure, dropped } = parseDocument(text, {
    file: 'input.txt',
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
  });

  test('becomes the expected record', async () => {
    const body = stringifyDisclosure({ ...disclosure, findings: [] });
    expect(parseDisclosureMarkdown(body)).toEqual({ ...disclosure, findings: [] });
    await expect(body).toMatchFileSnapshot(join(folder, name, 'output.md'));
  });

  test('says what was decided, left open and dropped', async () => {
    const said = disclosure.findings.map(
      ({ status, rule, place, message }) => `${place.line ?? '-'} ${status} ${rule}: ${message}`,
    );
    const gone = dropped.map(({ line, reason, text: raw }) => `${line} dropped ${reason}: ${raw.trim()}`);
    await expect([...said, ...gone, ''].join('\n')).toMatchFileSnapshot(join(folder, name, 'messages.txt'));
  });

  test('loses no amount and invents none', () => {
    const { lost, invented } = conservationOf(disclosure, text);
    expect(lost).toEqual([]);
    expect(invented).toEqual([]);
  });
});
