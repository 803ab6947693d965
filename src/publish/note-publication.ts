import { loadArchive } from '../record/load-archive.ts';
import type { Settings } from '../settings.ts';
import { readArchiveInfo, writePublished } from './archive-info.ts';
import { dayInChina } from './day-in-china.ts';
import { contentsDigest } from './publication-day.ts';

/**
 * Notes in `archive.yaml` on which day the present contents are published, where they are not those of the publication
 * before; so the day moves with a correction, a mask, a withdrawal or another program too, and with nothing else.
 *
 * @returns takes the note back, where the publication fails
 */
export async function notePublication(
  { content, cache }: Pick<Settings, 'content' | 'cache'>,
  now: Date,
): Promise<() => Promise<void>> {
  const info = await readArchiveInfo(content);
  const contents = contentsDigest(info, loadArchive({ content, cache }));
  if (info.published !== undefined && info.contents === contents) return async () => {};
  return writePublished(content, { published: dayInChina(now), contents });
}
