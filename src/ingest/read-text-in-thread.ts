import { files } from './effects.ts';
import { type ReadText, readText } from './read-text.ts';
import type { RefusedText } from './refusal.ts';

/** `readText` over the file system, as a task for `eachInThreads`. */
export default function readTextInThread({
  path,
  content,
}: {
  path: string;
  content: string;
}): Promise<ReadText | RefusedText> {
  return readText(path, content, files);
}
