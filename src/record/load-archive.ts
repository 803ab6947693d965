import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Settings } from '../settings.ts';
import { parseCatalogueMarkdown } from './catalogue-markdown.ts';
import { parseDisclosureMarkdown } from './parse-disclosure-markdown.ts';
import { parserVersion } from './parser-version.ts';

/** One canonical file of the archive, read when it is asked for. */
export interface ArchivedRecord<Content> {
  /** `<unit>/<year>` of a disclosure, slug of a catalogue's edition. */
  id: string;
  /** Changes with the file's bytes and with what they are read as: the key of everything made from it. */
  digest: string;
  /** Absolute path of the Markdown. */
  path: string;
  /** Reads it, from the cache where the digest is known. @throws naming the file where it is not canonical */
  load(): Content;
}

/** A disclosure of the archive, with the text that it was made from. */
export interface ArchivedDisclosure extends ArchivedRecord<Disclosure> {
  /** Absolute path of the text as received; it may be missing. */
  sourcePath: string;
  /** The text's lines as received, the first at index 0: NOT masked. `null` where the text is not kept. */
  sourceLines(): string[] | null;
}

/** The whole archive: disclosures sorted by id, catalogues by slug. */
export interface Archive {
  disclosures: ArchivedDisclosure[];
  catalogues: ArchivedRecord<Catalogue>[];
}

/**
 * Lists the archive's canonical Markdown without parsing it.
 *
 * @param settings `content` is read, `cache` keeps what was parsed
 */
export function loadArchive(settings: Pick<Settings, 'content' | 'cache'>): Archive {
  const disclosures = markdownIn(join(settings.content, 'disclosures')).map((name): ArchivedDisclosure => {
    const record = open(settings, 'disclosures', name, parseDisclosureMarkdown);
    const sourcePath = join(settings.content, 'sources', `${record.id}.txt`);
    const sourceLines = () => readSourceLines(sourcePath, record.load().source.encoding);
    return { ...record, sourcePath, sourceLines };
  });
  const catalogues = markdownIn(join(settings.content, 'catalogues')).map((name) =>
    open(settings, 'catalogues', name, parseCatalogueMarkdown),
  );
  return { disclosures, catalogues };
}

/** Paths of all Markdown below a folder, relative to it with `/`, sorted by code units. */
function markdownIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort((a, b) => (a < b ? -1 : 1));
}

function open<Content>(
  settings: Pick<Settings, 'content' | 'cache'>,
  folder: string,
  name: string,
  parse: (markdown: string) => Content,
): ArchivedRecord<Content> {
  const path = join(settings.content, folder, name);
  const digest = createHash('sha256')
    .update(readFileSync(path))
    .update(parserVersion)
    .digest('hex')
    .slice(0, 32);
  const cached = join(settings.cache, 'record', digest.slice(0, 2), `${digest}.json`);
  let kept: WeakRef<Content & object> | undefined;

  function load(): Content {
    const known = kept?.deref();
    if (known) return known;
    const content = readCached<Content>(cached) ?? parseFile(path, parse, cached);
    kept = new WeakRef(content as Content & object);
    return content;
  }
  return { id: name.replace(/\.md$/, ''), digest, path, load };
}

function readCached<Content>(cached: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(cached, 'utf8')) as Content;
  } catch {
    return undefined; // not there, or cut off: it is made again
  }
}

function parseFile<Content>(path: string, parse: (markdown: string) => Content, cached: string): Content {
  let content: Content;
  try {
    content = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  mkdirSync(dirname(cached), { recursive: true });
  const temporary = `${cached}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(content));
  renameSync(temporary, cached);
  return content;
}

function readSourceLines(path: string, encoding: string): string[] | null {
  if (!existsSync(path)) return null;
  const text = iconv.decode(readFileSync(path), encoding, { stripBOM: true });
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
