import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckCounts } from '../checks/digest-findings.ts';
import type { Term } from '../schema/disclosure.ts';
import type { Note } from './note.ts';

/** The notes of an archive by the disclosures' ids. */
export type Notes = ReadonlyMap<string, Note>;

/** What is read of each note, as it is kept: texts that disclosures share, as file names do, stand once for all. */
type Head = Omit<Note, 'files' | 'findings' | 'glossary'> & { files: number[] };

/** What only the archive's own pages ask for. */
interface Tail {
  failures: Note['findings']['failures'];
  /** Check and how many of each outcome, one check after the other. */
  byCheck: number[];
  /** Term, definition, line, one after the other. */
  glossary: number[];
}

const fileOf = (cache: string) => join(cache, 'notes.jsonl');

/** The table that this process read or wrote last: several steps of a build ask for the same. */
let latest: { file: string; mark: string; notes: Notes } | undefined;

const markOf = (file: string) => {
  const { size, mtimeNs, ctimeNs, ino } = statSync(file, { bigint: true });
  return `${size}:${mtimeNs}:${ctimeNs}:${ino}`;
};

/** Reads the notes of the latest build; none where there are none or where a killed run cut them off. */
export function readNotes(cache: string): Notes {
  const file = fileOf(cache);
  try {
    const mark = markOf(file);
    if (latest?.file === file && latest.mark === mark) return latest.notes;
    const [first = '', ...lines] = readFileSync(file, 'utf8').split('\n');
    const texts: string[] = JSON.parse(first);
    const notes = new Map(lines.map((line) => readNote(line, texts)));
    latest = { file, mark, notes };
    return notes;
  } catch {
    return new Map();
  }
}

/**
 * Keeps the notes for the pages and for the next build: texts on the first line, then a note a line, so that those that
 * were kept before are taken over as they stand.
 */
export function writeNotes(cache: string, notes: Notes): void {
  const before = [...notes.values()].find((note) => note instanceof KeptNote);
  const texts = [...(before?.texts ?? [])];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? texts.push(text) - 1;
    numbers.set(text, number);
    return number;
  };
  const lines = [...notes].map(([id, note]) =>
    note instanceof KeptNote && note.texts === before?.texts ? note.line : writeNote(id, note, numberOf),
  );
  const file = fileOf(cache);
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, [JSON.stringify(texts), ...lines].join('\n'));
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
  /** As it is kept, and the texts that it refers to. */
  readonly line: string;
  readonly texts: string[];
  readonly #files: number[];

  constructor(line: string, head: Head, texts: string[]) {
    this.line = line;
    this.texts = texts;
    this.digest = head.digest;
    this.version = head.version;
    this.pages = head.pages;
    this.stamp = head.stamp;
    this.data = head.data;
    this.summary = head.summary;
    this.#files = head.files;
  }

  get files(): string[] {
    return this.#files.map((file) => this.#text(file).replace('*', this.summary.id));
  }

  get findings(): Note['findings'] {
    const { byCheck, failures } = this.#tail();
    const countsAt = (at: number): CheckCounts => {
      const [check = 0, 相符 = 0, 尾差 = 0, 不符 = 0, 未检查 = 0] = byCheck.slice(at, at + 5);
      return [this.#text(check), 相符, 尾差, 不符, 未检查];
    };
    return { byCheck: startsOf(byCheck, 5).map(countsAt), failures };
  }

  get glossary(): Note['glossary'] {
    const { glossary } = this.#tail();
    const termAt = (at: number): Term => {
      const [term = 0, definition = 0, line = 0] = glossary.slice(at, at + 3);
      return { term: this.#text(term), definition: this.#text(definition), line };
    };
    return startsOf(glossary, 3).map(termAt);
  }

  #tail(): Tail {
    return JSON.parse(this.line.slice(this.line.indexOf('\t') + 1));
  }

  #text(number: number): string {
    return this.texts[number] as string;
  }
}

/** Where groups of some numbers begin in a list of them. */
function startsOf(numbers: number[], size: number): number[] {
  return Array.from({ length: numbers.length / size }, (_, index) => index * size);
}

function readNote(line: string, texts: string[]): [id: string, note: Note] {
  const head: Head = JSON.parse(line.slice(0, line.indexOf('\t')));
  return [head.summary.id, new KeptNote(line, head, texts)];
}

/** JSON has no tabs and no line breaks of its own. */
function writeNote(id: string, note: Note, numberOf: (text: string) => number): string {
  const { digest, version, pages, stamp, files, data, summary, findings, glossary } = note;
  const head: Head = {
    ...{ digest, version, pages, stamp, data, summary },
    files: files.map((file) => numberOf(file.replace(id, '*'))),
  };
  const tail: Tail = {
    failures: findings.failures,
    byCheck: findings.byCheck.flatMap(([check, ...counts]) => [numberOf(check), ...counts]),
    glossary: glossary.flatMap(({ term, definition, line }) => [numberOf(term), numberOf(definition), line]),
  };
  return `${JSON.stringify(head)}\t${JSON.stringify(tail)}`;
}
