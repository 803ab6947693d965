import { openDisclosure } from '../../record/load-archive.ts';
import type { Settings } from '../../settings.ts';
import { rowsOfDisclosure } from '../rows-of-disclosure.ts';
import { keepSegments } from './kept-segments.ts';
import type { PlannedRecord } from './plan-archive.ts';

/** A disclosure whose segment is to be made; plain data, for another thread. */
export interface SegmentTask {
  settings: Pick<Settings, 'content' | 'cache'>;
  record: PlannedRecord;
}

/** Makes the segment of a disclosure and keeps it. */
export default async function makeSegmentInThread({ settings, record }: SegmentTask): Promise<void> {
  const disclosure = openDisclosure(settings, record.id, record.digest).load();
  // Whether checks failed is told when segments are joined: it may change without the disclosure.
  await keepSegments(settings.cache, record.key, [rowsOfDisclosure(disclosure, false)]);
}
