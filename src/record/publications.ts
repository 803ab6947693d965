import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { csvFormat } from 'd3-dsv';
import { Advice } from '../advice.ts';

/** When the present text of a disclosure was published here for the first time. */
export interface Publication {
  /** `2026-03-01`, in China */
  day: string;
  /** Begin of the SHA-256 of the text as received, hex: another text is another publication. */
  text: string;
}

/** The publications of an archive by disclosure, `<unit>/<year>`. */
export type Publications = ReadonlyMap<string, Publication>;

/** File of the archive that keeps them, so that every build of it shows the same days; as a table, for thousands. */
const file = 'publications.csv';

const columns = ['disclosure', 'published', 'text'] as const;

/** Digits of a text's digest that are kept. */
const digits = 12;

/** What is kept of the digest of a text. @param sha256 hex */
export function textDigest(sha256: string): string {
  return sha256.slice(0, digits);
}

/**
 * Reads the publications of an archive; none where it was never published.
 *
 * @throws Advice with the line and what was expected
 */
export async function readPublications(content: string): Promise<Publications> {
  const path = join(content, file);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.of();
    throw error;
  });
  const [head, ...lines] = parse(bytes, {
    bom: true,
    // No field has a comma or a quote: a stray quote is a fault of its own line.
    quote: false,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const refuse = (line: number) => {
    throw new Advice(`${path}:${line}：应为 ${columns.join(',')}，例如 a-ju/2031,2031-03-01,0123456789ab`);
  };
  if (head && head.join() !== columns.join()) refuse(1);
  return new Map(
    lines.map(([id = '', day = '', text = ''], index) => {
      if (!/^[^"/]+\/[^"/]+$/.test(id) || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^[0-9a-f]{12}$/.test(text))
        refuse(index + 2);
      return [id, { day, text }];
    }),
  );
}

/** The text of the file and its path: a publication a line, sorted, so that a further one is one line in a comparison. */
export function printPublications(
  content: string,
  publications: Publications,
): { path: string; text: string } {
  const lines = [...publications]
    .map(([disclosure, { day, text }]) => ({ disclosure, published: day, text }))
    .sort((a, b) => (a.disclosure < b.disclosure ? -1 : 1));
  return { path: join(content, file), text: `${csvFormat(lines, [...columns])}\n` };
}
