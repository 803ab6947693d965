import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { codeDigest } from '../code-digest.ts';
import { readNotes } from '../prepare/note-table.ts';
import { readArchiveInfo } from '../publish/archive-info.ts';
import type { BuildStep } from '../publish/build-site.ts';
import { writeChanged } from '../publish/write-changed.ts';
import type { Settings } from '../settings.ts';
import type { DataPackage } from './data-package.ts';
import { versionOf, writeArchiveData } from './write-archive-data.ts';
import type { JoinedFiles } from './write-whole.ts';

/** Folder of the open data in the finished site. */
const folder = 'data';

/** What the page of the open data shows of the latest build. */
export interface WrittenNote {
  dataPackage: DataPackage;
  /** Rows of `corrections.csv`. */
  corrections: Record<'disclosure' | 'line' | 'kind' | 'was' | 'now' | 'why', string>[];
}

/** Writes the archive's open data; the page of the open data shows what it wrote, so it comes before the pages. */
export const dataStep: BuildStep = {
  name: '数据',
  async run(settings, { there, made, archive: listed }) {
    const { content, cache, dist } = settings;
    const { name, slug } = await readArchiveInfo(content);
    const archive = listed();
    const notes = [...readNotes(cache)];
    const version = versionOf(
      ...[slug, name, codeDigest('catalogue', 'checks', 'data', 'schema')],
      ...archive.catalogues.map(({ digest }) => digest),
      ...notes.map(([id, { version }]) => `${id} ${version}`),
    );
    const { dataPackage, files, facts, joined } = await writeArchiveData(
      join(dist, folder),
      {
        info: { name, slug },
        parts: notes.map(([id, { data }]) => ({ id, facts: data })),
        catalogues: archive.catalogues.map((record) => record.load()),
        version,
      },
      (path) => made.get(inSite(path)) ?? there.get(inSite(path)),
      readJoined(cache),
    );
    if (joined) await writeChanged(joinedNote(cache), JSON.stringify(joined));
    if (joined || readWritten({ cache })?.dataPackage.version !== version) {
      const corrections: WrittenNote['corrections'] = parse(
        await readFile(join(dist, folder, 'corrections.csv')),
        { bom: true, columns: true, record_delimiter: '\r\n' },
      );
      await writeChanged(
        noteOf({ cache }),
        JSON.stringify({ dataPackage, corrections } satisfies WrittenNote),
      );
    }
    const rows = dataPackage.resources.reduce((sum, resource) => sum + resource.rows, 0);
    return {
      made: `${rows.toLocaleString('en-US')} 行${joined ? '' : '，无变化'}`,
      files: files.map(inSite),
      written: [...facts.keys()].map(inSite),
      facts: new Map([...facts].map(([path, fact]) => [inSite(path), fact])),
    };
  },
};

const inSite = (path: string) => `${folder}/${path}`;

const joinedNote = (cache: string) => join(cache, 'data', 'joined.json');

function readJoined(cache: string): JoinedFiles {
  try {
    return JSON.parse(readFileSync(joinedNote(cache), 'utf8')) as JoinedFiles;
  } catch {
    return {}; // not there, or cut off: the files are joined from all parts
  }
}

/** Where the note stands for the pages, whatever folder the site is built into. */
function noteOf(settings: Pick<Settings, 'cache'>): string {
  return join(settings.cache, 'data', 'written.json');
}

/** What the latest build wrote, null before the first one. */
export function readWritten(settings: Pick<Settings, 'cache'>): WrittenNote | null {
  try {
    return JSON.parse(readFileSync(noteOf(settings), 'utf8')) as WrittenNote;
  } catch {
    return null;
  }
}
