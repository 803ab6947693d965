import { basename, dirname, join, relative } from 'node:path';
import { adviceOnRecord, ingestAgain, NotCanonical } from '../record/not-canonical.ts';
import { slugOf } from '../schema/slug-of.ts';
import type { Settings } from '../settings.ts';
import type { CatalogueCopy } from './catalogue/catalogue-copy.ts';
import { digestOf } from './digest-of.ts';
import { type Editions, openEditions } from './editions.ts';
import { type Effects, files } from './effects.ts';
import { listInputs } from './list-inputs.ts';
import { type IncomingText, openTexts, type Texts } from './open-texts.ts';
import { placesOf } from './places.ts';
import { type DisclosureHead, readHead } from './read-head.ts';
import type { RefusedText } from './refusal.ts';
import type { TextSummary } from './summarize-text.ts';

/** What became of one file. */
export type Outcome =
  | {
      file: string;
      published: true;
      /** 新发布 · 已更新 · 无变化 */
      change: 'new' | 'updated' | 'unchanged';
      /** Of the disclosure, `<unit>/<year>`. */
      id: string;
      summary: TextSummary;
      /** Path below `content/` where the text that was published before is kept. */
      earlier?: string;
    }
  | { file: string; published: false; line?: number; message: string };

export interface IngestOptions {
  /** Called after each file. */
  onProgress?: (done: number, total: number, outcome: Outcome) => void;
}

/** Folders of the archive, and of what can be made again; without `cache` every text is read anew. */
type Folders = Pick<Settings, 'content'> & Partial<Pick<Settings, 'cache'>>;

/**
 * Takes texts into the archive: each is decoded, parsed and written as source and as canonical Markdown; then the
 * editions of the catalogue that changed are written. A text that cannot be published leaves the archive as it was.
 *
 * Texts are read on all cores, and those that were read before are not read again; what is written, and the
 * outcomes, are in the order of the inputs all the same.
 *
 * @param paths files and folders; none means all of `content/sources`
 */
export async function ingest(
  paths: string[],
  settings: Folders,
  options: IngestOptions = {},
  effects: Effects = files,
): Promise<Outcome[]> {
  const inputs = await listInputs(paths, settings.content, effects);
  const outcomes: Outcome[] = inputs.refused.map(refused);
  const texts = openTexts(settings, effects);
  const editions = openEditions(settings, effects, (id) => copyInArchive(id, settings.content, texts));
  let done = 0;
  for await (const text of texts.readAll(inputs.files)) {
    const outcome =
      'refused' in text
        ? refused({ ...text, file: text.path })
        : await publish(text, settings.content, editions, effects);
    outcomes.push(outcome);
    options.onProgress?.(++done, inputs.files.length, outcome);
  }
  outcomes.push(...(await editions.close()).map(refused));
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
  settings: Folders,
  effects: Effects = files,
): Promise<string[]> {
  const { content } = settings;
  const ids = [`${unit}/${year}`, `${slugOf(unit)}/${year}`];
  for (const id of ids) {
    const at = placesOf(content, id);
    const markdown = await effects.read(at.disclosure);
    if (!markdown) continue;
    const { edition } = headOf(markdown, at.disclosure);
    const kept = (await effects.list(dirname(at.source))) ?? [];
    const named = new RegExp(`^${year}(?:\\.\\d+)?\\.txt$`);
    const removed = [at.disclosure, ...kept.filter((path) => named.test(basename(path)))];
    for (const path of removed) await effects.remove(path);
    const texts = openTexts(settings, effects);
    const editions = openEditions(settings, effects, (other) => copyInArchive(other, content, texts));
    await editions.set(edition, id, null);
    const [failed] = await editions.close();
    if (failed) throw new Error(`${failed.file}: ${failed.refused}`);
    return removed.map((path) => relative(content, path));
  }
  return [];
}

/** Writes one text and its record; the text that stood there before is kept, its copy of the catalogue taken back. */
async function publish(
  text: IncomingText,
  content: string,
  editions: Editions,
  effects: Effects,
): Promise<Outcome> {
  const { path, known } = text;
  const { id, sha256, summary } = known;
  const at = placesOf(content, id);
  const moved = idOfSource(path, content);
  const from = moved && moved !== id ? placesOf(content, moved) : undefined;
  if (from && (await effects.read(from.corrections))) {
    const [was, now] = [from.corrections, at.corrections].map((place) => relative(content, place));
    return refused({ file: path, refused: `文本现归入 ${id}，但更正仍在 ${was}；请移到 ${now} 后重新收入` });
  }
  const present = await effects.read(at.disclosure);
  const stands = present !== null && digestOf(present) === known.markdown;
  const before = stands
    ? { ...known, edition: summary.edition }
    : present && (await standingHead(present, id, content, effects));
  const earlier = before && before.sha256 !== sha256 ? await keepEarlier(id, content, effects) : undefined;
  if (path !== at.source) await effects.write(at.source, await text.bytes());
  // A text that is taken in again from the archive keeps the name that it was received under.
  const file = before?.sha256 === sha256 ? before.file : basename(path);
  const written = !stands && (await effects.write(at.disclosure, await text.markdown(file)));
  if (before && before.edition !== summary.edition) await editions.set(before.edition, id, null);
  await editions.set(summary.edition, id, known.copy === '' ? null : { digest: known.copy, open: text.copy });
  if (from) await leave(from, editions, moved as string, effects);
  const change = !before ? 'new' : written ? 'updated' : 'unchanged';
  return { file: path, published: true, change, id, summary, ...(earlier ? { earlier } : {}) };
}

/** Takes away what stood at another address: the text was read as another body's, year's or kind's before. */
async function leave(
  { source, disclosure }: ReturnType<typeof placesOf>,
  editions: Editions,
  id: string,
  effects: Effects,
): Promise<void> {
  const markdown = await effects.read(disclosure);
  if (markdown) await editions.set(headOf(markdown, disclosure).edition, id, null);
  for (const path of [source, disclosure]) await effects.remove(path);
}

/** The publication that a path of the archive is the source of. */
function idOfSource(path: string, content: string): string | undefined {
  return /^([^/]+\/\d{4})\.txt$/.exec(relative(join(content, 'sources'), path).replaceAll('\\', '/'))?.[1];
}

/** @throws Advice where the record cannot be read */
function headOf(markdown: Uint8Array, path: string): DisclosureHead {
  try {
    return readHead(markdown);
  } catch (error) {
    throw adviceOnRecord(path, error, ingestAgain);
  }
}

/** What the record that stands says of its text; one that was damaged, and is now made again, says what lies beside it. */
async function standingHead(
  markdown: Uint8Array,
  id: string,
  content: string,
  effects: Effects,
): Promise<DisclosureHead | null> {
  try {
    return readHead(markdown);
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    const at = placesOf(content, id);
    const source = await effects.read(at.source);
    return source && { sha256: digestOf(source), file: basename(at.source), edition: '' };
  }
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

/** The copy of the catalogue that a publication of the archive attaches. */
async function copyInArchive(id: string, content: string, texts: Texts): Promise<CatalogueCopy | null> {
  for await (const text of texts.readAll([placesOf(content, id).source]))
    return 'refused' in text ? null : text.copy();
  return null;
}

function refused({ file, refused: message, line }: RefusedText & { file: string }): Outcome {
  return { file, published: false, message, ...(line ? { line } : {}) };
}
