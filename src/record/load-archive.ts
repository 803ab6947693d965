import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { Advice } from '../advice.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Settings } from '../settings.ts';
import { parseCatalogueMarkdown } from './catalogue-markdown.ts';
import { adviceOnRecord, ingestAgain, removeAndIngest } from './not-canonical.ts';
import { openDigests } from './open-digests.ts';
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
  /** Reads it, from the cache where the digest is known. @throws Advice with file and line where it is not canonical, or is that of another */
  load(): Content;
}

/** A disclosure of the archive, with the text that it was made from. */
export interface ArchivedDisclosure extends ArchivedRecord<Disclosure> {
  /** Absolute path of the text as received; it may be missing. */
  sourcePath: string;
  /** The archive keeps the text. */
  hasSource: boolean;
  /** The text's lines as received, the first at index 0: NOT masked. `null` where the text is not kept. */
  sourceLines(): string[] | null;
}

/** The whole archive: disclosures sorted by id, catalogues by slug. */
export interface Archive {
  disclosures: ArchivedDisclosure[];
  catalogues: ArchivedRecord<Catalogue>[];
}

type Places = Pick<Settings, 'content' | 'cache'>;

/**
 * Lists the archive's canonical Markdown without parsing it; files that were not written since are not even read.
 *
 * @param settings `content` is read, `cache` keeps what was parsed
 * @param listed the disclosures, where they were listed a moment ago: thousands of folders are not listed once more
 */
export function loadArchive(settings: Places, listed?: readonly { id: string; digest: string }[]): Archive {
  const digests = openDigests(join(settings.cache, 'digests.json'), parserVersion);
  const catalogues = filesIn(join(settings.content, 'catalogues'), '.md').map((name) => {
    const path = join(settings.content, 'catalogues', name);
    return record(settings, name.replace(/\.md$/, ''), path, digests.of(path), catalogueRecord);
  });
  if (listed)
    return { catalogues, disclosures: listed.map(({ id, digest }) => openDisclosure(settings, id, digest)) };
  const sources = new Set(filesIn(join(settings.content, 'sources'), '.txt'));
  const disclosures = filesIn(join(settings.content, 'disclosures'), '.md').map((name) => {
    const path = join(settings.content, 'disclosures', name);
    const id = name.replace(/\.md$/, '');
    return disclosureOf(settings, id, digests.of(path), () => sources.has(`${id}.txt`));
  });
  digests.keep();
  return { disclosures, catalogues };
}

/** Opens one disclosure that the archive lists with this digest. */
export function openDisclosure(settings: Places, id: string, digest: string): ArchivedDisclosure {
  const path = join(settings.content, 'sources', `${id}.txt`);
  return disclosureOf(settings, id, digest, () => existsSync(path));
}

function disclosureOf(
  settings: Places,
  id: string,
  digest: string,
  hasSource: () => boolean,
): ArchivedDisclosure {
  const path = join(settings.content, 'disclosures', `${id}.md`);
  const opened = record(settings, id, path, digest, disclosureRecord);
  const sourcePath = join(settings.content, 'sources', `${id}.txt`);
  return {
    ...opened,
    sourcePath,
    // Of thousands, few are asked for it.
    get hasSource() {
      return hasSource();
    },
    sourceLines: () => (hasSource() ? readSourceLines(sourcePath, opened.load().source.encoding) : null),
  };
}

/** Paths of all files with an ending below a folder, relative to it with `/`, sorted by code units. */
function filesIn(folder: string, ending: string): string[] {
  const found: string[] = [];
  // The platform's recursive listing asks for the state of every file, which takes three times as long.
  const list = (within: string) => {
    for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
      const path = `${within}${entry.name}`;
      if (isFolder(entry, join(folder, path))) list(`${path}/`);
      else if (path.endsWith(ending)) found.push(path);
    }
  };
  if (existsSync(folder)) list('');
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/** A folder, or a link to one. */
function isFolder(entry: Dirent, path: string): boolean {
  return entry.isDirectory() || (entry.isSymbolicLink() && statSync(path).isDirectory());
}

/** How the files of one kind are read. */
interface RecordKind<Content> {
  parse(markdown: string): Content;
  /** Id of what a file says, which is that of its place. */
  idOf(content: Content): string;
  /** What to do about a file that is not canonical. */
  remedy: string;
}

const disclosureRecord: RecordKind<Disclosure> = {
  parse: parseDisclosureMarkdown,
  idOf: ({ id }) => id,
  remedy: ingestAgain,
};

const catalogueRecord: RecordKind<Catalogue> = {
  parse: parseCatalogueMarkdown,
  idOf: ({ slug }) => slug,
  remedy: removeAndIngest,
};

function record<Content>(
  settings: Places,
  id: string,
  path: string,
  digest: string,
  kind: RecordKind<Content>,
): ArchivedRecord<Content> {
  const cached = join(settings.cache, 'record', digest.slice(0, 2), `${digest}.json`);
  let kept: WeakRef<Content & object> | undefined;

  function load(): Content {
    const known = kept?.deref();
    if (known) return known;
    const content = readCached<Content>(cached) ?? parseFile(path, kind, cached);
    const own = kind.idOf(content);
    if (own !== id)
      throw new Advice(
        `${path}：这是 ${own}.md 的内容，放错了地方；请移到 ${own}.md，已有那个文件时把这个删去。`,
      );
    kept = new WeakRef(content as Content & object);
    holdRecent(content as Content & object);
    return content;
  }
  return { id, digest, path, load };
}

/** The records read last: the pages of one are made one after the other, with collections of garbage between. */
const recent: object[] = [];

function holdRecent(content: object): void {
  recent.push(content);
  if (recent.length > 4) recent.shift();
}

function readCached<Content>(cached: string): Content | undefined {
  try {
    return JSON.parse(readFileSync(cached, 'utf8')) as Content;
  } catch {
    return undefined; // not there, or cut off: it is made again
  }
}

function parseFile<Content>(path: string, { parse, remedy }: RecordKind<Content>, cached: string): Content {
  let content: Content;
  try {
    content = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw adviceOnRecord(path, error, remedy);
  }
  keep(cached, JSON.stringify(content));
  return content;
}

/** Without a temporary file, which costs as much again: one that was cut off is not read. */
function keep(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function readSourceLines(path: string, encoding: string): string[] {
  const bytes = readFileSync(path);
  // Nearly all are UTF-8, which the platform decodes several times faster.
  const text =
    encoding === 'utf-8'
      ? new TextDecoder().decode(bytes)
      : iconv.decode(bytes, encoding, { stripBOM: true });
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
