import { join } from 'node:path';
import { z } from 'zod';
import { parseCatalogueMarkdown, stringifyCatalogue } from '../record/catalogue-markdown.ts';
import { adviceOnRecord, removeAndIngest } from '../record/not-canonical.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { CatalogueCopy } from './catalogue/catalogue-copy.ts';
import { readCatalogueCorrections } from './catalogue/catalogue-corrections.ts';
import { type EditionPoll, openPoll } from './catalogue/edition-poll.ts';
import { closePoll } from './catalogue/merge-catalogue.ts';
import { setCopy } from './catalogue/set-copy.ts';
import { decodeCorrections } from './corrections/read-corrections.ts';
import { digestOf } from './digest-of.ts';
import type { Effects } from './effects.ts';
import { parserDigest } from './parser-digest.ts';
import { placesOfEdition } from './places.ts';
import { type RefusedText, refusalOf } from './refusal.ts';

/** A copy of an edition that is told by its digest until somebody asks for it. */
export interface KnownCopy {
  digest: string;
  open(): Promise<CatalogueCopy | null>;
}

/** Editions of the catalogue that a run touches, each opened once and written at the end. */
export interface Editions {
  /** Puts a publication's copy in; null takes it out. */
  set(edition: string, id: string, copy: KnownCopy | null): Promise<void>;
  /** Writes what changed. @returns the editions that could not be written */
  close(): Promise<(RefusedText & { file: string })[]>;
}

/** What an edition was made of when it was last written: copies that are in it already need not be put in again. */
const Note = z.strictObject({
  parser: z.string(),
  /** Digests of the edition's file and of its corrections. */
  catalogue: z.string(),
  corrections: z.string(),
  /** Digest of each copy, by disclosure. */
  copies: z.record(z.string(), z.string()),
});

interface Edition {
  markdown: Uint8Array | null;
  /** Digest of the corrections that the file was made with, where that is known. */
  corrections: string | undefined;
  /** Digest of each copy that is in it for certain, by disclosure. */
  copies: Map<string, string>;
  poll?: EditionPoll;
}

/**
 * @param settings `cache` keeps a note on what each edition was made of; without it every copy is put in again
 * @param copyOf the copy that a publication of the archive attaches, read from its text
 */
export function openEditions(
  { content, cache }: { content: string; cache?: string | undefined },
  effects: Effects,
  copyOf: (id: string) => Promise<CatalogueCopy | null>,
): Editions {
  const editions = new Map<string, Edition>();
  return { set, close };

  async function set(name: string, id: string, copy: KnownCopy | null): Promise<void> {
    if (name === '') return;
    const edition = editions.get(name) ?? (await openEdition(name));
    editions.set(name, edition);
    if (copy && edition.copies.get(id) === copy.digest) return;
    setCopy(pollOf(name, edition), id, copy && (await copy.open()));
    if (copy) edition.copies.set(id, copy.digest);
    else edition.copies.delete(id);
  }

  async function openEdition(name: string): Promise<Edition> {
    const markdown = await effects.read(placesOfEdition(content, name).catalogue);
    const note = markdown && cache !== undefined ? readNote(await effects.read(noteOf(name))) : undefined;
    const holds = note?.parser === parserDigest() && note.catalogue === digestOf(markdown ?? '');
    if (!note || !holds) return { markdown, corrections: undefined, copies: new Map() };
    return { markdown, corrections: note.corrections, copies: new Map(Object.entries(note.copies)) };
  }

  function pollOf(name: string, edition: Edition): EditionPoll {
    const { markdown } = edition;
    edition.poll ??= openPoll(name, markdown && readCatalogue(name, markdown));
    return edition.poll;
  }

  function readCatalogue(name: string, markdown: Uint8Array): Catalogue {
    try {
      return parseCatalogueMarkdown(Buffer.from(markdown).toString('utf8'));
    } catch (error) {
      throw adviceOnRecord(placesOfEdition(content, name).catalogue, error, removeAndIngest);
    }
  }

  async function close(): Promise<(RefusedText & { file: string })[]> {
    const failed: (RefusedText & { file: string })[] = [];
    for (const [name, edition] of [...editions].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      try {
        await writeEdition(name, edition);
      } catch (error) {
        failed.push({ file: placesOfEdition(content, name).catalogue, ...refusalOf(error) });
      }
    }
    return failed;
  }

  async function writeEdition(name: string, edition: Edition): Promise<void> {
    const at = placesOfEdition(content, name);
    const yaml = await effects.read(at.corrections);
    const digest = yaml ? digestOf(yaml) : '';
    if (!edition.poll && edition.corrections === digest) return;
    const corrections = yaml
      ? readCatalogueCorrections(decodeCorrections(yaml, at.corrections), at.corrections)
      : [];
    const poll = pollOf(name, edition);
    let merged = closePoll(poll, corrections);
    // Rows whose names came from a copy that left are read again from the others.
    for (const id of merged.stale) {
      const copy = await copyOf(id);
      if (copy) setCopy(poll, id, copy);
    }
    if (merged.stale.length > 0) merged = closePoll(poll, corrections);
    if (!merged.catalogue) {
      await effects.remove(at.catalogue);
      if (cache !== undefined) await effects.remove(noteOf(name));
      return;
    }
    const markdown = stringifyCatalogue(merged.catalogue);
    await effects.write(at.catalogue, markdown);
    if (cache === undefined) return;
    const note: z.infer<typeof Note> = {
      ...{ parser: parserDigest(), catalogue: digestOf(markdown), corrections: digest },
      copies: Object.fromEntries([...edition.copies].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    };
    await effects.write(noteOf(name), JSON.stringify(note));
  }

  function noteOf(name: string): string {
    return join(cache as string, 'ingest', 'editions', `${digestOf(name).slice(0, 32)}.json`);
  }
}

function readNote(bytes: Uint8Array | null): z.infer<typeof Note> | undefined {
  if (!bytes) return undefined;
  try {
    return Note.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined; // cut off, or kept by another version: the copies are put in again
  }
}
