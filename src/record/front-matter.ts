import { LineCounter, parseDocument, stringify } from 'yaml';
import { NotCanonical } from './not-canonical.ts';

/** One record a line, in JSON, which is YAML too. */
const recordLine = /^ {2}- (\{.*\})$/;

/**
 * Puts data before a Markdown body as YAML front matter. Lists of records take one line a record, so that a
 * hundred findings read and differ line by line, and are read back quickly.
 */
export function writeFrontMatter(data: object, records: Record<string, object[]>, body: string): string {
  const lists = Object.entries(records).map(([key, list]) => {
    const lines = list.map((record) => `\n  - ${JSON.stringify(record)}`);
    return lines.length === 0 ? `${key}: []\n` : `${key}:${lines.join('')}\n`;
  });
  return `---\n${writeHead(data)}${lists.join('')}---\n\n${body}`;
}

/** Data as the lines of YAML that front matter begins with. */
export function writeHead(data: object): string {
  return stringify(data, { lineWidth: 0, blockQuote: false, aliasDuplicateObjects: false });
}

/** Splits a file into its front matter and its body. @throws NotCanonical where there is none, or a fault in it */
export function readFrontMatter(markdown: string): { data: object; body: string } {
  const end = markdown.indexOf('\n---\n', 3);
  if (!markdown.startsWith('---\n') || end === -1)
    throw new NotCanonical('文件开头缺少两行 --- 之间的记录', 1);
  const head: string[] = [];
  /** Line of the file that each line of the head stands on. */
  const places: number[] = [];
  const records: Record<string, object[]> = {};
  let list: object[] = [];
  for (const [index, line] of markdown.slice(4, end).split('\n').entries()) {
    const record = recordLine.exec(line)?.[1];
    const key = /^(\w+):$/.exec(line)?.[1];
    if (record !== undefined) list.push(readRecord(record, index + 2));
    else places[head.push(line) - 1] = index + 2;
    if (key !== undefined) {
      list = [];
      records[key] = list;
    }
  }
  const lists = Object.entries(records).filter(([, list]) => list.length > 0);
  return { data: { ...readHead(head, places), ...Object.fromEntries(lists) }, body: markdown.slice(end + 5) };
}

function readRecord(record: string, line: number): object {
  try {
    return JSON.parse(record);
  } catch (error) {
    throw new NotCanonical(`这一条不是完整的 JSON（${(error as Error).message}）`, line);
  }
}

function readHead(head: readonly string[], places: readonly number[]): object {
  const lineCounter = new LineCounter();
  const document = parseDocument(head.join('\n'), { lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (!error) return document.toJS();
  const { line } = lineCounter.linePos(error.pos[0]);
  throw new NotCanonical(`这里不是有效的 YAML（${error.message}）`, places[line - 1] ?? line + 1);
}
