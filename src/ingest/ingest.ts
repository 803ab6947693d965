import { createHash } from 'node:crypto';
import { basename, dirname, join, relative } from 'node:path';
import { parseCatalogueMarkdown, stringifyCatalogue } from '../record/catalogue-markdown.ts';
import { parseDisclosureMarkdown } from '../record/parse-disclosure-markdown.ts';
import { stringifyDisclosure } from '../record/stringify-disclosure.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { slugOf } from '../schema/slug-of.ts';
import type { Settings } from '../settings.ts';
import { readCatalogueCorrections } from './catalogue/catalogue-corrections.ts';
import { type EditionPoll, openPoll } from './catalogue/edition-poll.ts';
import { closePoll } from './catalogue/merge-catalogue.ts';
import { setCopy } from './catalogue/set-copy.ts';
import { CorrectionError, readCorrections } from './corrections/read-corrections.ts';
import { decodeSource } from './decode-source.ts';
import { type Effects, files } from './effects.ts';
import { guardText } from './guard-text.ts';
import { IdentityMissing } from './identify-document.ts';
import { type ParsedDocument, parseDocument } from './parse-document.ts';
import { Refusal } from './refusal.ts';

/** What became of one file. */
export type Outcome =
  | {
      file: string;
      published: true;
      /** 新发布 · 已更新 · 无变化 */
      change: 'new' | 'updated' | 'unchanged';
      disclosure: Disclosure;
      text: string;
      /** Path below `content/` where the text that was published before is kept. */
      earlier?: string;
    }
  | { file: string; published: false; line?: number; message: string };

export interface IngestOptions {
  /** Called after each file. */
  onProgress?: (done: number, total: number, outcome: Outcome) => void;
}

/**
 * Takes texts into the archive: each is decoded, parsed and written as source and as canonical Markdown; then the
 * editions of the catalogue that changed are written. A text that cannot be published leaves the archive as it was.
 *
 * @param paths files and folders; none means all of `content/sources`
 */
export async function ingest(
  paths: string[],
  settings: Pick<Settings, 'content'>,
  options: IngestOptions = {},
  effects: Effects = files,
): Promise<Outcome[]> {
  const { inputs, missing } = await listInputs(paths, settings.content, effects);
  const outcomes: Outcome[] = missing.map((file) => ({
    file,
    published: false,
    message: '路径不存在，应为文件或文件夹',
  }));
  const editions = openEditions(settings.content, effects);
  for (const [index, file] of inputs.entries()) {
    const outcome = await ingestFile(file, settings.content, editions, effects).catch((error) =>
      refused(file, error),
    );
    outcomes.push(outcome);
    options.onProgress?.(index + 1, inputs.length, outcome);
  }
  outcomes.push(...(await editions.close()));
  return outcomes;
}

/**
 * Takes one publication out of the archive: its texts, its Markdown, and its copy of the catalogue. Corrections stay.
 *
 * @param unit name or slug
 * @returns the removed files, below `content/`; none where the archive has no such publication
 */
export async function withdraw(
  unit: string,
  year: string,
  settings: Pick<Settings, 'content'>,
  effects: Effects = files,
): Promise<string[]> {
  const { content } = settings;
  const ids = [`${unit}/${year}`, `${slugOf(unit)}/${year}`];
  for (const id of ids) {
    const at = placesOf(content, id);
    const disclosure = await readDisclosure(at.disclosure, effects);
    if (!disclosure) continue;
    const texts = (await effects.list(dirname(at.source))) ?? [];
    const named = new RegExp(`^${year}(?:\\.\\d+)?\\.txt$`);
    const removed = [at.disclosure, ...texts.filter((path) => named.test(basename(path)))];
    for (const path of removed) await effects.remove(path);
    const editions = openEditions(content, effects);
    await editions.set(disclosure.catalogue.edition, id, null);
    const [failed] = await editions.close();
    if (failed && !failed.published) throw new Error(`${failed.file}: ${failed.message}`);
    return removed.map((path) => relative(content, path));
  }
  return [];
}

async function listInputs(
  paths: string[],
  content: string,
  effects: Effects,
): Promise<{ inputs: string[]; missing: string[] }> {
  const sources = join(content, 'sources');
  const inputs: string[] = [];
  const missing: string[] = [];
  for (const path of paths.length > 0 ? paths : [sources]) {
    const found = await effects.list(path);
    if (!found) missing.push(path);
    // Texts that a later one replaced stand beside it as <year>.<n>.txt.
    for (const file of found ?? []) {
      const kept = file.startsWith(sources) && /\.\d+\.txt$/.test(file);
      if (!kept && (found?.length === 1 || /\.(?:txt|md|text)$/i.test(file))) inputs.push(file);
    }
  }
  return { inputs: [...new Set(inputs)], missing };
}

async function ingestFile(
  file: string,
  content: string,
  editions: Editions,
  effects: Effects,
): Promise<Outcome> {
  const bytes = await effects.read(file);
  if (!bytes) throw new Refusal('不是可以读取的文件');
  const { text, encoding } = decodeSource(bytes);
  guardText(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const parsed = await parseWithCorrections(
    text,
    { file: basename(file), sha256, encoding },
    content,
    effects,
  );
  const { disclosure } = parsed;
  const at = placesOf(content, disclosure.id);
  const before = await readDisclosure(at.disclosure, effects);
  // A text that is ingested again from the archive keeps the name that it was received under.
  if (before?.source.sha256 === sha256) disclosure.source.file = before.source.file;
  const earlier =
    before && before.source.sha256 !== sha256
      ? await keepEarlier(disclosure.id, content, effects)
      : undefined;
  const markdown = stringifyDisclosure(disclosure);
  await effects.write(at.source, bytes);
  const written = await effects.write(at.disclosure, markdown);
  if (before && before.catalogue.edition !== disclosure.catalogue.edition)
    await editions.set(before.catalogue.edition, disclosure.id, null);
  await editions.set(disclosure.catalogue.edition, disclosure.id, parsed.catalogue);
  return {
    file,
    published: true,
    change: !before ? 'new' : written ? 'updated' : 'unchanged',
    disclosure,
    text,
    ...(earlier ? { earlier } : {}),
  };
}

/** Parses once to know whose text it is, and again where that publication has corrections. */
async function parseWithCorrections(
  text: string,
  source: { file: string; sha256: string; encoding: string },
  content: string,
  effects: Effects,
): Promise<ParsedDocument> {
  const parsed = parseDocument(text, source);
  const path = placesOf(content, parsed.disclosure.id).corrections;
  const yaml = await effects.read(path);
  if (!yaml) return parsed;
  const corrections = readCorrections(Buffer.from(yaml).toString('utf8'), path);
  return corrections.length > 0 ? parseDocument(text, source, corrections) : parsed;
}

function placesOf(content: string, id: string): { source: string; disclosure: string; corrections: string } {
  return {
    source: join(content, 'sources', `${id}.txt`),
    disclosure: join(content, 'disclosures', `${id}.md`),
    corrections: join(content, 'corrections', `${id}.yaml`),
  };
}

async function readDisclosure(path: string, effects: Effects): Promise<Disclosure | undefined> {
  const bytes = await effects.read(path);
  return bytes ? parseDisclosureMarkdown(Buffer.from(bytes).toString('utf8')) : undefined;
}

/** Puts the present source aside as `<year>.<n>.txt`, unless the same bytes are kept already. */
async function keepEarlier(id: string, content: string, effects: Effects): Promise<string | undefined> {
  const present = await effects.read(placesOf(content, id).source);
  if (!present) return undefined;
  for (let number = 1; ; number++) {
    const path = join('sources', `${id}.${number}.txt`);
    const kept = await effects.read(join(content, path));
    if (kept && Buffer.compare(kept, present) !== 0) continue;
    await effects.write(join(content, path), present);
    return path;
  }
}

interface Editions {
  set(edition: string, id: string, copy: ParsedDocument['catalogue']): Promise<void>;
  /** Writes what changed. @returns an outcome for each edition that could not be written */
  close(): Promise<Outcome[]>;
}

/** Editions of the catalogue that this run touches, each opened once and written at the end. */
function openEditions(content: string, effects: Effects): Editions {
  const polls = new Map<string, EditionPoll>();
  return { set, close };

  async function set(edition: string, id: string, copy: ParsedDocument['catalogue']): Promise<void> {
    if (edition === '') return;
    if (!polls.has(edition)) polls.set(edition, openPoll(edition, await existing(edition)));
    setCopy(polls.get(edition) as EditionPoll, id, copy);
  }

  async function existing(edition: string): Promise<Catalogue | null> {
    const bytes = await effects.read(pathOf(edition));
    return bytes ? parseCatalogueMarkdown(Buffer.from(bytes).toString('utf8')) : null;
  }

  async function close(): Promise<Outcome[]> {
    const failed: Outcome[] = [];
    for (const [edition, poll] of [...polls].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const path = pathOf(edition);
      try {
        const correctionsPath = join(content, 'corrections', 'catalogues', `${slugOf(edition)}.yaml`);
        const yaml = await effects.read(correctionsPath);
        const corrections = yaml
          ? readCatalogueCorrections(Buffer.from(yaml).toString('utf8'), correctionsPath)
          : [];
        let merged = closePoll(poll, corrections);
        // Rows whose names came from a copy that left are read again from the others.
        for (const id of merged.stale) {
          const bytes = await effects.read(placesOf(content, id).source);
          if (!bytes) continue;
          const { text, encoding } = decodeSource(bytes);
          const source = { file: basename(id), sha256: '', encoding };
          setCopy(poll, id, (await parseWithCorrections(text, source, content, effects)).catalogue);
        }
        if (merged.stale.length > 0) merged = closePoll(poll, corrections);
        if (merged.catalogue) await effects.write(path, stringifyCatalogue(merged.catalogue));
        else await effects.remove(path);
      } catch (error) {
        failed.push(refused(path, error));
      }
    }
    return failed;
  }

  function pathOf(edition: string): string {
    return join(content, 'catalogues', `${slugOf(edition)}.md`);
  }
}

/** A fault of the text becomes an outcome; a fault of ours is thrown. */
function refused(file: string, error: unknown): Outcome {
  if (error instanceof Refusal || error instanceof IdentityMissing) {
    return { file, published: false, message: error.message, ...(error.line ? { line: error.line } : {}) };
  }
  if (error instanceof CorrectionError) return { file, published: false, message: error.message };
  throw error;
}
