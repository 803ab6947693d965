import { rm } from 'node:fs/promises';
import { type Archive, loadArchive } from '../record/load-archive.ts';
import {
  type Publications,
  printPublications,
  readPublications,
  textDigest,
} from '../record/publications.ts';
import type { Settings } from '../settings.ts';
import { readArchiveInfo, writePublished } from './archive-info.ts';
import { dayInChina } from './day-in-china.ts';
import { contentsDigest } from './publication-day.ts';
import { sourceDigests } from './source-digests.ts';
import { writeChanged } from './write-changed.ts';

/**
 * Notes on which day the archive is published. In `archive.yaml` the day of the present contents, where they are not those of
 * the publication before: it moves with a correction, a mask, a withdrawal or another program too, and with nothing else.
 * In `publications.csv` the day of each text that was not published before.
 *
 * @returns takes the notes back, where the publication fails
 */
export async function notePublication(
  { content, cache }: Pick<Settings, 'content' | 'cache'>,
  now: Date,
): Promise<() => Promise<void>> {
  const info = await readArchiveInfo(content);
  const archive = loadArchive({ content, cache });
  const contents = contentsDigest(info, archive);
  const day = dayInChina(now);
  const forgetTexts = await noteTexts({ content, cache }, archive, day);
  if (info.published !== undefined && info.contents === contents) return forgetTexts;
  const forgetDay = await writePublished(content, { published: day, contents }).catch(async (error) => {
    await forgetTexts();
    throw error;
  });
  return async () => {
    await forgetDay();
    await forgetTexts();
  };
}

async function noteTexts(
  { content, cache }: Pick<Settings, 'content' | 'cache'>,
  { disclosures }: Archive,
  day: string,
): Promise<() => Promise<void>> {
  const before = await readPublications(content);
  const after = new Map<string, { day: string; text: string }>();
  for (const [index, sha256] of (await sourceDigests(cache, disclosures)).entries()) {
    const { id } = disclosures[index] as (typeof disclosures)[number];
    if (sha256 === undefined) continue;
    const text = textDigest(sha256);
    const known = before.get(id);
    after.set(id, known?.text === text ? known : { day, text });
  }
  await write(content, after);
  return () => write(content, before);
}

async function write(content: string, publications: Publications): Promise<void> {
  const { path, text } = printPublications(content, publications);
  if (publications.size > 0) await writeChanged(path, text);
  else await rm(path, { force: true });
}
