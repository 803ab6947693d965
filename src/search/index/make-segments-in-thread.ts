import { openDisclosure } from '../../record/load-archive.ts';
import type { Settings } from '../../settings.ts';
import { keepDisclosureSegments } from './disclosure-segments.ts';
import type { PlannedRecord } from './plan-archive.ts';

/** A disclosure whose segments are to be made; plain data, for another thread. */
export interface SegmentsTask {
  settings: Pick<Settings, 'content' | 'cache'>;
  record: PlannedRecord;
}

/** Makes the segments of a disclosure and keeps them. */
export default function makeSegmentsInThread({ settings, record: { id, digest, key } }: SegmentsTask): void {
  keepDisclosureSegments(settings.cache, key, openDisclosure(settings, id, digest).load());
}
