import { setImmediate } from 'node:timers/promises';
import { openDisclosure } from '../../record/load-archive.ts';
import type { Settings } from '../../settings.ts';
import { rowsOfDisclosure } from '../rows-of-disclosure.ts';
import { keepSegments } from './kept-segments.ts';
import type { PlannedRecord } from './plan-archive.ts';

/** Disclosures whose segments are to be made; plain data, for another thread. */
export interface SegmentsTask {
  settings: Pick<Settings, 'content' | 'cache'>;
  records: PlannedRecord[];
}

/** Makes the segments of some disclosures and keeps them. */
export default async function makeSegmentsInThread({ settings, records }: SegmentsTask): Promise<void> {
  for (const { id, digest, key } of records) {
    const disclosure = openDisclosure(settings, id, digest).load();
    // Whether checks failed is told when segments are joined: it may change without the disclosure.
    keepSegments(settings.cache, key, [rowsOfDisclosure(disclosure, false)]);
    // Records are known by weak references, which hold what they refer to until the event loop turns.
    await setImmediate();
  }
}
