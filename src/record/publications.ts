import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../schema/read-yaml.ts';

/** When the present text of a disclosure was published here for the first time. */
export interface Publication {
  /** `2026-03-01`, in China */
  day: string;
  /** Begin of the SHA-256 of the text as received, hex: another text is another publication. */
  text: string;
}

/** The publications of an archive by disclosure, `<unit>/<year>`. */
export type Publications = ReadonlyMap<string, Publication>;

/** File of the archive that keeps them, so that every build of it shows the same days. */
const file = 'publications.yaml';

/** Digits of a text's digest that are kept. */
const digits = 12;

const Lines = z.record(
  z.string(),
  z.string().regex(new RegExp(`^\\d{4}-\\d{2}-\\d{2} [0-9a-f]{${digits}}$`), '应为日期和原文校验值的开头'),
);

/** What is kept of the digest of a text. @param sha256 hex */
export function textDigest(sha256: string): string {
  return sha256.slice(0, digits);
}

/**
 * Reads the publications of an archive; none where it was never published.
 *
 * @throws YamlError with the line and what was expected
 */
export async function readPublications(content: string): Promise<Publications> {
  const path = join(content, file);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = Object.entries(readYaml(text, path, Lines, {}));
  return new Map(
    lines.map(([id, line]) => {
      const [day = '', text = ''] = line.split(' ');
      return [id, { day, text }];
    }),
  );
}

/** The text of the file and its path: a publication a line, sorted, so that a further one is one line in a comparison. */
export function printPublications(
  content: string,
  publications: Publications,
): { path: string; text: string } {
  const lines = [...publications].map(([id, { day, text }]) => `${id}: ${day} ${text}\n`).sort();
  return { path: join(content, file), text: `${explanation}${lines.join('')}` };
}

const explanation = `# 每份公开文本以现在的原文第一次公开的日期，以及原文校验值（SHA-256）的开头；由 npm run publish 写入。
`;
