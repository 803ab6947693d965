import type { Archive } from '../../record/load-archive.ts';
import type { Settings } from '../../settings.ts';
import { eachInThreads } from '../../threads/each-in-threads.ts';
import { rowsOfCatalogue } from '../rows-of-catalogue.ts';
import { keepSegments, keptSegments } from './kept-segments.ts';
import type { SegmentsTask } from './make-segments-in-thread.ts';
import type { ArchivePlan } from './plan-archive.ts';

/** Megabytes in which a thread makes them: in fewer, each record is copied before it is done with. */
const nursery = 32;

/** Makes the segments that are not kept: those of disclosures that were not prepared in this build. */
export async function makeMissingSegments(
  places: Pick<Settings, 'content' | 'cache'>,
  { catalogues, disclosures }: ArchivePlan,
  archive: Archive,
): Promise<void> {
  const kept = await keptSegments(places.cache);
  for (const [index, record] of catalogues.entries()) {
    const { key, repealedBy = '' } = record;
    const edition = archive.catalogues[index];
    if (edition && !kept.has(key))
      keepSegments(places.cache, key, rowsOfCatalogue(edition.load(), repealedBy));
  }
  const missing = disclosures.filter(({ key }) => !kept.has(key));
  const tasks = missing.map((record): SegmentsTask => ({ settings: places, record }));
  const task = new URL('make-segments-in-thread.ts', import.meta.url);
  for await (const _ of eachInThreads<SegmentsTask, void>(task, tasks, nursery));
}
