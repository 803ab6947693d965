import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readArchiveInfo } from '../publish/archive-info.ts';
import type { BuildStep } from '../publish/build-site.ts';
import { writeChanged } from '../publish/write-changed.ts';
import { loadArchive } from '../record/load-archive.ts';
import type { Settings } from '../settings.ts';
import type { DataPackage } from './data-package.ts';
import { writeData } from './write-data.ts';

/** Folder of the open data in the finished site. */
const folder = 'data';

/** What the page of the open data shows of the latest build. */
export interface WrittenNote {
  dataPackage: DataPackage;
  /** Rows of `corrections.csv`. */
  corrections: Record<'disclosure' | 'line' | 'kind' | 'was' | 'now' | 'why', string>[];
}

/** Writes the open data; the page of the open data shows what it wrote, so it comes before the pages. */
export const dataStep: BuildStep = {
  name: '数据',
  async run(settings) {
    const info = await readArchiveInfo(settings.content);
    const { dataPackage, files, made } = await writeData(
      loadArchive(settings),
      join(settings.dist, folder),
      info,
    );
    const csv = await readFile(join(settings.dist, folder, 'corrections.csv'));
    const corrections: WrittenNote['corrections'] = parse(csv, {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    });
    await writeChanged(noteOf(settings), JSON.stringify({ dataPackage, corrections } satisfies WrittenNote));
    const rows = dataPackage.resources.reduce((sum, resource) => sum + resource.rows, 0);
    return {
      made: `${rows.toLocaleString('en-US')} 行，${made} 份重新生成`,
      files: files.map((file) => `${folder}/${file}`),
    };
  },
};

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
