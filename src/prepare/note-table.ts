import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
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

/** The table that this process read or wrote last: several steps of a build ask for the same. */
let latest: { file: string; mark: string; notes: Notes } | undefined;

const markOf = (file: string) => {
  const { size, mtimeNs, ctimeNs, ino } = statSync(file, { bigint: true });
  return `${size}:${mtimeNs}:${ctimeNs}:${ino}`;
};

/** Reads the notes of the latest build; none where there are none or where a killed run cut them off. */
export function readNotes(cache: string): Notes {
  const file = fileOf(cache);
  let table: KeptTable;
  let mark: string;
  try {
    mark = markOf(file);
    if (latest?.file === file && latest.mark === mark) return latest.notes;
    table = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return new Map();
  }
  const { texts, notes } = table;
  const read = new Map(
    Object.entries(notes).map(([id, kept]): [string, Note] => [id, new KeptNote(id, kept, texts)]),
  );
  latest = { file, mark, notes: read };
  return read;
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
  const file = fileOf(cache);
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(table));
  renameSync(temporary, file);
  latest = { file, mark: markOf(file), notes };
}

/** A note whose longer parts are unpacked when they are asked for. */
class KeptNote implements Note {
  readonly digest: string;
  readonly version: string;
  readonly pages: string;
  readonly stamp: string;
  readonly data: Note['data'];
  readonly summary: Note['summary'];
  /** As it is kept, with the texts that it refers to. */
  readonly kept: Kept;
  readonly texts: string[];
  readonly #id: string;

  constructor(id: string, kept: Kept, texts: string[]) {
    this.#id = id;
    this.kept = kept;
    this.texts = texts;
    this.digest = kept.digest;
    this.version = kept.version;
    this.pages = kept.pages;
    this.stamp = kept.stamp;
    this.data = kept.data;
    this.summary = kept.summary;
  }

  get files(): string[] {
    return this.kept.files.map((file) => this.#text(file).replace('*', this.#id));
  }

  get findings(): Note['findings'] {
    const counts = this.kept.byCheck.map(
      ([check = 0, 相符 = 0, 尾差 = 0, 不符 = 0, 未检查 = 0]): [string, OutcomeCounts] => [
        this.#text(check),
        { 相符, 尾差, 不符, 未检查 },
      ],
    );
    return { byCheck: Object.fromEntries(counts), failures: this.kept.failures };
  }

  get glossary(): Note['glossary'] {
    return this.kept.glossary.map(([term, definition, line]) => ({
      term: this.#text(term),
      definition: this.#text(definition),
      line,
    }));
  }

  #text(number: number): string {
    return this.texts[number] as string;
  }
}

function pack(id: string, note: Note, numberOf: (text: string) => number): Kept {
  if (note instanceof KeptNote) return renumber(note, numberOf);
  const { digest, version, pages, stamp, files, data, summary, findings, glossary } = note;
  return {
    ...{ digest, version, pages, stamp, data, summary },
    files: files.map((file) => numberOf(file.replace(id, '*'))),
    failures: findings.failures,
    byCheck: Object.entries(findings.byCheck).map(([check, counts]) => [
      numberOf(check),
      ...[counts.相符, counts.尾差, counts.不符, counts.未检查],
    ]),
    glossary: glossary.map(({ term, definition, line }) => [numberOf(term), numberOf(definition), line]),
  };
}

/** The same note with the numbers of another table's texts. */
function renumber({ kept, texts }: KeptNote, numberOf: (text: string) => number): Kept {
  const again = (number: number) => numberOf(texts[number] as string);
  return {
    ...kept,
    files: kept.files.map(again),
    byCheck: kept.byCheck.map(([check = 0, ...counts]) => [again(check), ...counts]),
    glossary: kept.glossary.map(([term, definition, line]) => [again(term), again(definition), line]),
  };
}
