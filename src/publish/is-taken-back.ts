import { type FileFacts, isSame } from './ledger.ts';

interface Files {
  get(path: string): FileFacts | undefined;
}

const record = 'disclosure.md';
const text = 'source.txt';

/**
 * Whether something that one publication shows is not to be had from the next: a disclosure was withdrawn, a name in it was
 * masked, its text replaced by another. What was made of the earlier publication must not be served on then.
 *
 * Told by the text of each disclosure as it is published, with its masks; by its record where the text is not kept.
 */
export function isTakenBack(before: Files & { keys(): Iterable<string> }, after: Files): boolean {
  for (const path of before.keys()) {
    if (!path.startsWith('units/') || !path.endsWith(`/${record}`)) continue;
    const asText = path.slice(0, -record.length) + text;
    const shown = before.get(asText) ? asText : path;
    const now = after.get(shown);
    if (!now || !isSame(before.get(shown), now)) return true;
  }
  return false;
}
