import { join, relative } from 'node:path';
import { slugOf } from '../../schema/slug-of.ts';
import type { Effects } from '../effects.ts';
import { decodeCorrections } from './read-corrections.ts';

/** A file of corrections that nothing in the archive is corrected with. Paths are below `content/`, with `/`. */
export interface StrayCorrections {
  path: string;
  /** It holds a mask, or cannot be read: what it should cover may be public. */
  masks: boolean;
  /** Where it probably belongs, if something in the archive is called like it. */
  expected?: string;
}

/** Files of notes that may lie beside corrections. */
const notes = /(?:^|\/)README[^/]*$|\.md$/i;

/**
 * Lists the files below `content/corrections` that belong to no publication and to no edition of the catalogue: a
 * misspelled unit, another year, another ending.
 *
 * @param taken ids that a dry run would have written
 */
export async function strayCorrections(
  content: string,
  { list, read }: Pick<Effects, 'list' | 'read'>,
  taken: readonly string[] = [],
): Promise<StrayCorrections[]> {
  const filesIn = async (folder: string) =>
    ((await list(join(content, folder))) ?? []).map((path) =>
      relative(join(content, folder), path).replaceAll('\\', '/'),
    );
  const recordsIn = async (folder: string) =>
    (await filesIn(folder))
      .filter((path) => path.endsWith('.md'))
      .map((path) => path.slice(0, -'.md'.length));
  const files = (await filesIn('corrections')).filter((path) => !notes.test(path));
  if (files.length === 0) return [];
  const publications = [...new Set([...(await recordsIn('disclosures')), ...taken])];
  const editions = await recordsIn('catalogues');
  const strays: StrayCorrections[] = [];
  for (const file of files) {
    const [folder, name, ids] = file.startsWith(ofEditions)
      ? [ofEditions, file.slice(ofEditions.length), editions]
      : ['', file, publications];
    if (ids.some((id) => name === `${id}.yaml`)) continue;
    const path = `corrections/${file}`;
    const masks = holdsMask((await read(join(content, path))) ?? new Uint8Array(), path);
    const nearest = nearestId(name, ids);
    strays.push({ path, masks, ...(nearest ? { expected: `corrections/${folder}${nearest}.yaml` } : {}) });
  }
  return strays;
}

/** Folder of the corrections of catalogues. */
const ofEditions = 'catalogues/';

/** One line on it, with what to do. */
export function formatStray({ path, masks, expected }: StrayCorrections): string {
  const advice = expected
    ? `应为 ${expected}？`
    : '路径应为 corrections/<单位>/<年度>.yaml；不再需要的请删去';
  return `${masks ? '✗' : '！'} ${path}：不属于档案中的任何公开文本，其中的${masks ? '遮盖' : '更正'}没有生效；${advice}`;
}

function holdsMask(bytes: Uint8Array, path: string): boolean {
  try {
    // Whatever its faults: it is not read as YAML.
    return /\bkind["']?\s*:\s*["']?mask\b/.test(decodeCorrections(bytes, path));
  } catch {
    return true;
  }
}

/** The id that is called most like a file: its folder as a name or a slug, its year. */
function nearestId(file: string, ids: readonly string[]): string | undefined {
  const bare = file.replace(/(?:\.[A-Za-z]+)+$/, '');
  const [unit, year] = partsOf(bare);
  const wanted = plainSlug(unit);
  const score = (id: string) => {
    const [other, otherYear] = partsOf(id);
    const alike = likeness(wanted, plainSlug(other));
    return alike < 0.6 ? 0 : alike + (year === otherYear ? 0.3 : 0);
  };
  return ids
    .map((id) => ({ id, score: score(id) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))[0]?.id;
}

/** `a/b/2031` → `a/b` and `2031`; a name without a folder has no year. */
function partsOf(id: string): [unit: string, year: string] {
  const [, unit = id, year = ''] = /^(.*?)[/_-]?(\d{4})?$/.exec(id) ?? [];
  return [unit, year];
}

function plainSlug(name: string): string {
  return slugOf(name).replaceAll('-', '');
}

/** Share of the pairs of letters of the shorter name that the longer one has too, 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (text: string) => new Set([...text].slice(1).map((letter, i) => text.charAt(i) + letter));
  const [fewer, more] = [pairs(a), pairs(b)].sort((one, other) => one.size - other.size);
  if (!fewer || !more || fewer.size === 0) return 0;
  let common = 0;
  for (const pair of fewer) if (more.has(pair)) common += 1;
  // Of names that hold the same, the one of like length is nearer.
  return common / fewer.size - (more.size - fewer.size) / (more.size + fewer.size) / 10;
}
