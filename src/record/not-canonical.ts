import { Advice } from '../advice.ts';

/** A record that is not as the program writes it: edited by hand, merged, or cut off. */
export class NotCanonical extends Error {
  override name = 'NotCanonical';
  /** Line of the file, the first being 1. */
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** An error of reading a record as advice, where it lies in the record; any other as it is. */
export function adviceOnRecord(path: string, error: unknown, remedy: string): unknown {
  if (!(error instanceof NotCanonical)) return error;
  return new Advice(`${path}:${error.line}：${error.message}。${remedy}。`);
}

/** What to do about a disclosure's record. */
export const ingestAgain =
  '记录由程序生成，请勿手工改动：运行 npm run ingest 由原文重新生成；读错的字写进 content/corrections';

/** What to do about an edition of the catalogue, which is made from all texts that attach it. */
export const removeAndIngest =
  '目录由程序生成，请勿手工改动：删去这个文件，再运行 npm run ingest 由全部原文重新生成；读错的字写进 content/corrections/catalogues';
