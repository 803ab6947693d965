import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { ArchiveInfo } from '../schema/archive-info.ts';
import { writeChanged } from './write-changed.ts';

const file = 'archive.yaml';

/**
 * Reads `content/archive.yaml`; all of it has defaults.
 *
 * @throws with the field and what was expected
 */
export async function readArchiveInfo(content: string): Promise<ArchiveInfo> {
  const text = await readFile(join(content, file), 'utf8').catch(() => '');
  const parsed = ArchiveInfo.safeParse(parseDocument(text).toJS() ?? {});
  if (!parsed.success) throw new Error(`${join(content, file)}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Notes the day of a publication, comments of the file included. */
export async function writePublished(content: string, day: string): Promise<void> {
  const text = await readFile(join(content, file), 'utf8').catch(() => '');
  const document = parseDocument(text);
  document.set('published', day);
  await writeChanged(join(content, file), document.toString());
}
