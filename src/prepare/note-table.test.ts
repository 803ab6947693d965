import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { digestFindings } from '../checks/digest-findings.ts';
import { summarizeFindings } from '../checks/summarize-findings.ts';
import { cleanDisclosure } from '../checks/testing/clean-disclosure.ts';
import { writePart } from '../data/write-part.ts';
import { summarize } from '../routes/summary.ts';
import type { Note } from './note.ts';
import { type Notes, readNotes, writeNotes } from './note-table.ts';

function noteOf(seed: number): [id: string, note: Note] {
  const disclosure = { ...cleanDisclosure(seed), id: `dong-zhuang-zhen/${2030 + seed}` };
  const findings = checkDisclosure(disclosure, { catalogues: [] });
  const note: Note = {
    digest: `d${seed}`,
    version: `v${seed}`,
    pages: `p${seed}`,
    stamp: `s${seed}`,
    files: [`data/${disclosure.id}/figures.csv`, `units/${disclosure.id}/source.txt`],
    data: writePart({ disclosure, findings }, 'v').facts,
    summary: summarize(disclosure, summarizeFindings(findings)),
    findings: digestFindings(findings),
    glossary: [{ term: '结转', definition: '留到下年。', line: 9 + seed }],
  };
  return [disclosure.id, note];
}

/** The table as a process knows it that read and wrote nothing yet. */
async function anotherProcess() {
  vi.resetModules();
  return import('./note-table.ts');
}

test('gives back what was kept, in the same order', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'notes-'));
  const notes = new Map([noteOf(2), noteOf(1)]);
  writeNotes(cache, notes);
  const plain = (of: Notes) =>
    [...of].map(([id, { digest, version, pages, stamp, files, data, summary, findings, glossary }]) => [
      id,
      { digest, version, pages, stamp, files, data, summary, findings, glossary },
    ]);
  const other = await anotherProcess();
  const read = other.readNotes(cache);
  expect(plain(read)).toEqual(plain(notes));

  // Kept ones and new ones together, some left out.
  const third = noteOf(3);
  other.writeNotes(cache, new Map([third, ...[...read].slice(1)]));
  expect(plain((await anotherProcess()).readNotes(cache))).toEqual(
    plain(new Map([third, ...[...notes].slice(1)])),
  );
});

test('a table that is missing or cut off holds nothing', () => {
  const cache = mkdtempSync(join(tmpdir(), 'notes-'));
  expect(readNotes(cache).size).toBe(0);
  for (const cut of ['["结', '["结转"]', '["结转"]\n{"digest":"d']) {
    writeFileSync(join(cache, 'notes.jsonl'), cut);
    expect(readNotes(cache).size).toBe(0);
  }
});
