import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { z } from 'zod';
import { digestOf } from './digest-of.ts';
import type { Effects } from './effects.ts';
import { parserDigest } from './parser-digest.ts';
import { placesOf } from './places.ts';
import type { ReadText } from './read-text.ts';
import { TextSummary } from './summarize-text.ts';

/** What is known of a text without reading it again. Digests are SHA-256, hex. */
const KnownText = z.strictObject({
  /** Program that read it. */
  parser: z.string(),
  sha256: z.string(),
  id: z.string(),
  corrections: z.strictObject({ id: z.string(), sha256: z.string() }),
  file: z.string(),
  markdown: z.string(),
  /** Digest of its copy of the catalogue, `''` where it attaches none. */
  copy: z.string(),
  summary: TextSummary,
  /** Digest of the packed body. */
  body: z.string(),
});
export type KnownText = z.infer<typeof KnownText>;

/** What a text says in full. */
export type TextBody = Pick<ReadText, 'markdown' | 'copy'>;

/** What texts were read into, by their bytes; it can be deleted at any time. */
export interface TextCache {
  /** The text of these bytes, where the program and its corrections are still those that it was read with. */
  find(sha256: string): Promise<KnownText | undefined>;
  /** The rest of it; undefined where that is missing or damaged. */
  open(text: KnownText): Promise<TextBody | undefined>;
  keep(text: Omit<ReadText, 'bytes'>): Promise<KnownText>;
}

/** Opens the cache; without a folder nothing is found and nothing kept. */
export function openTextCache(content: string, folder: string | undefined, effects: Effects): TextCache {
  return { find, open, keep };

  async function find(sha256: string): Promise<KnownText | undefined> {
    if (folder === undefined) return undefined;
    const text = readKnown(await effects.read(pathOf(sha256, 'json')));
    if (!text || text.parser !== parserDigest() || text.sha256 !== sha256) return undefined;
    const yaml = await effects.read(placesOf(content, text.corrections.id).corrections);
    return text.corrections.sha256 === (yaml ? digestOf(yaml) : '') ? text : undefined;
  }

  async function open({ sha256, body }: KnownText): Promise<TextBody | undefined> {
    const bytes = await effects.read(pathOf(sha256, 'json.gz'));
    if (!bytes || digestOf(bytes) !== body) return undefined;
    return JSON.parse(gunzipSync(bytes).toString('utf8'));
  }

  async function keep(read: Omit<ReadText, 'bytes'>): Promise<KnownText> {
    const { sha256, id, corrections, file, markdown, copy, summary } = read;
    const known = {
      ...{ parser: '', sha256, id, corrections, file, markdown: digestOf(markdown) },
      ...{ copy: copy ? digestOf(JSON.stringify(copy)) : '', summary, body: '' },
    };
    if (folder === undefined) return known;
    const body = await pack(JSON.stringify({ markdown, copy }), { level: 2 });
    const text = { ...known, parser: parserDigest(), body: digestOf(body) };
    // The facts come last: they vouch for the body.
    await effects.write(pathOf(text.sha256, 'json.gz'), body);
    await effects.write(pathOf(text.sha256, 'json'), JSON.stringify(text));
    return text;
  }

  function pathOf(sha256: string, ending: string): string {
    return join(folder as string, 'ingest', sha256.slice(0, 2), `${sha256}.${ending}`);
  }
}

const pack = promisify(gzip) as (text: string, options: { level: number }) => Promise<Buffer>;

function readKnown(bytes: Uint8Array | null): KnownText | undefined {
  if (!bytes) return undefined;
  try {
    return KnownText.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined; // cut off, or kept by another version: it is made again
  }
}
