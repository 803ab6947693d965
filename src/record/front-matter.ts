import { parse, stringify } from 'yaml';

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

/** Splits a file into its front matter and its body. @throws where there is no front matter. */
export function readFrontMatter(markdown: string): { data: object; body: string } {
  const end = markdown.indexOf('\n---\n', 3);
  if (!markdown.startsWith('---\n') || end === -1) throw new Error('Not canonical: front matter is missing');
  const head: string[] = [];
  const records: Record<string, object[]> = {};
  let list: object[] = [];
  for (const line of markdown.slice(4, end).split('\n')) {
    const record = recordLine.exec(line)?.[1];
    const key = /^(\w+):$/.exec(line)?.[1];
    if (record !== undefined) list.push(JSON.parse(record));
    else head.push(line);
    if (key !== undefined) {
      list = [];
      records[key] = list;
    }
  }
  const lists = Object.entries(records).filter(([, list]) => list.length > 0);
  return { data: { ...parse(head.join('\n')), ...Object.fromEntries(lists) }, body: markdown.slice(end + 5) };
}
