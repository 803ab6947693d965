import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { SearchPage } from '../search-page.ts';
import { packName, packRows, type RowPack } from './shard-format.ts';

/** The rows of a page as they are shown, in files of their own. */
export interface Packs {
  /** Folder below `search/`, named for the content. */
  folder: string;
  /** Files `0.bin`, `1.bin` …, deflated. */
  files: Uint8Array[];
}

/** Writes the rows of a page as they are shown. */
export function makePacks({ facts, groups, rows }: SearchPage): Packs {
  const files: Uint8Array[] = [];
  for (let from = 0; from < rows.length; from += packRows) {
    const pack: RowPack = { path: facts.path, title: facts.title, groups: [], rows: [] };
    const indices = new Map<number, number>();
    for (const { group, anchor, texts, amounts } of rows.slice(from, from + packRows)) {
      let index = indices.get(group);
      if (index === undefined) {
        const { title = '', anchor: at = '', money = '' } = groups[group] ?? {};
        index = pack.groups.push([title, at, money]) - 1;
        indices.set(group, index);
      }
      const shown = amounts.flatMap(({ column, printed, yuan }) => [column, printed, yuan]);
      pack.rows.push({ g: index, a: anchor, t: texts, ...(shown.length > 0 && { m: shown }) });
    }
    files.push(deflateRawSync(JSON.stringify(pack)));
  }
  const hash = createHash('sha256');
  for (const bytes of files) hash.update(`${bytes.length}\0`).update(bytes);
  return { folder: hash.digest('hex').slice(0, packName * 2), files };
}
