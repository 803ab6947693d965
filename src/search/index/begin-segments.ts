import type { Archive } from '../../record/load-archive.ts';
import type { Settings } from '../../settings.ts';
import { eachInThreads } from '../../threads/each-in-threads.ts';
import { rowsOfCatalogue } from '../rows-of-catalogue.ts';
import { keepSegments, keptSegments } from './kept-segments.ts';
import type { SegmentsTask } from './make-segments-in-thread.ts';
import type { ArchivePlan, PlannedRecord } from './plan-archive.ts';

/** Segments that are being made; both promises reject with the first error. */
export interface BegunSegments {
  /** Resolves when all are kept. */
  all: Promise<void>;
  /** Resolves when those of some records are kept. */
  of(records: readonly PlannedRecord[]): Promise<void>;
}

/** Disclosures of a task: starting a thread costs as much as some thirty, so it is to have many. */
const portion = 8;
/** Megabytes in which a thread makes them: in fewer, each record is copied before it is done with. */
const nursery = 32;

/** Makes the segments that are not kept, in the order in which Pagefind's shards need them: it works beside. */
export function beginSegments(
  places: Pick<Settings, 'content' | 'cache'>,
  plan: ArchivePlan,
  archive: Archive,
): BegunSegments {
  const records = [...plan.catalogues, ...plan.disclosures];
  const ready = new Map(records.map(({ key }) => [key, Promise.withResolvers<void>()]));
  // Who waits gets the error; nobody may be waiting.
  for (const { promise } of ready.values()) promise.catch(() => {});
  const done = ({ key }: PlannedRecord) => ready.get(key)?.resolve();
  const all = makeSegments(places, plan, archive, done).catch((error) => {
    for (const { reject } of ready.values()) reject(error);
    throw error;
  });
  return {
    all,
    async of(records) {
      await Promise.all(records.map(({ key }) => ready.get(key)?.promise));
    },
  };
}

async function makeSegments(
  places: Pick<Settings, 'content' | 'cache'>,
  { catalogues, pages }: ArchivePlan,
  archive: Archive,
  done: (record: PlannedRecord) => void,
): Promise<void> {
  const kept = await keptSegments(places.cache);
  for (const [index, record] of catalogues.entries()) {
    const { key, repealedBy = '' } = record;
    const edition = archive.catalogues[index];
    if (edition && !kept.has(key))
      keepSegments(places.cache, key, rowsOfCatalogue(edition.load(), repealedBy));
    done(record);
  }
  const disclosures = pages
    .flatMap(({ records }) => records)
    .filter((record) => !catalogues.includes(record));
  for (const record of disclosures) if (kept.has(record.key)) done(record);
  const missing = disclosures.filter(({ key }) => !kept.has(key));
  const tasks = Array.from(
    { length: Math.ceil(missing.length / portion) },
    (_, index): SegmentsTask => ({
      settings: places,
      records: missing.slice(index * portion, (index + 1) * portion),
    }),
  );
  const task = new URL('make-segments-in-thread.ts', import.meta.url);
  let made = 0;
  for await (const _ of eachInThreads<SegmentsTask, void>(task, tasks, nursery))
    for (const record of tasks[made++]?.records ?? []) done(record);
}
