import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutcomeCounts } from '../checks/summarize-findings.ts';
import type { Note } from './note.ts';

/** The notes of an archive by the disclosures' ids. */
export type Notes = ReadonlyMap<string, Note>;

/** A note as it is kept: texts that disclosures share, as their definitions and file names do, stand once for all. */
type Kept = Omit<Note, 'files' | 'findings' | 'glossary'> & {
  files: number[];
  failures: Note['findings']['failures'];
  /** Check, then how many of each outcome. */
  byCheck: number[][];
  /** Term, definition, line. */
  glossary: [number, number, number][];
};

interface KeptTable {
  texts: string[];
  notes: Record<string, Kept>;
}

const fileOf = (cache: string) => join(cache, 'notes.json');

/** Reads the notes of the latest build; none where there are none or where a killed run cut them off. */
export function readNotes(cache: string): Notes {
  let table: KeptTable;
  try {
    table = JSON.parse(readFileSync(fileOf(cache), 'utf8'));
  } catch {
    return new Map();
  }
  const { texts, notes } = table;
  return new Map(Object.entries(notes).map(([id, kept]) => [id, unpack(id, kept, texts)]));
}

/** Keeps the notes for the pages and for the next build. */
export function writeNotes(cache: string, notes: Notes): void {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const kept = [...notes].map(([id, note]) => [id, pack(id, note, numberOf)]);
  const table = { texts: [...numbers.keys()], notes: Object.fromEntries(kept) };
  mkdirSync(dirname(fileOf(cache)), { recursive: true });
  const temporary = `${fileOf(cache)}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(table));
  renameSync(temporary, fileOf(cache));
}

function pack(
  id: string,
  { files, findings, glossary, ...note }: Note,
  numberOf: (text: string) => number,
): Kept {
  return {
    ...note,
    files: files.map((file) => numberOf(file.replace(id, '*'))),
    failures: findings.failures,
    byCheck: Object.entries(findings.byCheck).map(([check, counts]) => [
      numberOf(check),
      ...[counts.相符, counts.尾差, counts.不符, counts.未检查],
    ]),
    glossary: glossary.map(({ term, definition, line }) => [numberOf(term), numberOf(definition), line]),
  };
}

function unpack(id: string, { files, failures, byCheck, glossary, ...note }: Kept, texts: string[]): Note {
  const textOf = (number: number) => texts[number] as string;
  const counts = byCheck.map(
    ([check = 0, 相符 = 0, 尾差 = 0, 不符 = 0, 未检查 = 0]): [string, OutcomeCounts] => [
      textOf(check),
      { 相符, 尾差, 不符, 未检查 },
    ],
  );
  return {
    ...note,
    files: files.map((file) => textOf(file).replace('*', id)),
    findings: { byCheck: Object.fromEntries(counts), failures },
    glossary: glossary.map(([term, definition, line]) => ({
      term: textOf(term),
      definition: textOf(definition),
      line,
    })),
  };
}
