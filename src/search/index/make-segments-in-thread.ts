import { setImmediate } from 'node:timers/promises';
import { openDisclosure } from '../../record/load-archive.ts';
import type { Settings } from '../../settings.ts';
import { keepDisclosureSegments } from './disclosure-segments.ts';
import type { PlannedRecord } from './plan-archive.ts';

/** Disclosures whose segments are to be made; plain data, for another thread. */
export interface SegmentsTask {
  settings: Pick<Settings, 'content' | 'cache'>;
  records: PlannedRecord[];
}

/** Makes the segments of some disclosures and keeps them. */
export default async function makeSegmentsInThread({ settings, records }: SegmentsTask): Promise<void> {
  for (const { id, digest, key } of records) {
    keepDisclosureSegments(settings.cache, key, openDisclosure(settings, id, digest).load());
    // Records are known by weak references, which hold what they refer to until the event loop turns.
    await setImmediate();
  }
}
