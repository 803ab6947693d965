/** Bytes that one pack holds at most, on average: few enough to load at once, enough not to waste a USB stick. */
const packSize = 384 * 1024;

/** Folders of the site whose files are packed together: where their packs lie, and how many there are. */
export type PackTable = Record<string, readonly [packs: string, count: number]>;

/** Where a packed file is found. */
export interface PackedPlace {
  /** `search/2024/r/3`: below `offline/packs`, without `.js`. */
  pack: string;
  /** Its name in the pack. */
  name: string;
}

/** Which packs there are, and which files each holds, told by the sizes of the files. */
export interface PackPlan {
  table: PackTable;
  /** Pack → name in it → path. */
  packs: Map<string, Map<string, string>>;
}

/**
 * Plans how files are put into scripts, since a page in a folder may load a script but not a file.
 *
 * Files of one folder of the search are packed together, and so are the open data and what each text is searched by. A folder has 1, 2, 4 … packs by its
 * size, and the path says which of them: a changed file changes one pack, and a folder that is renamed with its content
 * (`2024-0a1b2c3d4e5f`) leaves the packs of its unchanged files as they are.
 *
 * @param sizes path → bytes
 */
export function planPacks(sizes: ReadonlyMap<string, number>): PackPlan {
  const totals = new Map<string, number>();
  for (const [path, bytes] of sizes) totals.set(folderOf(path), (totals.get(folderOf(path)) ?? 0) + bytes);
  const table: PackTable = {};
  const taken = new Set<string>();
  for (const folder of [...totals.keys()].sort()) {
    const short = folder.replace(/-[0-9a-f]{8,}(?=\/|$)/g, '');
    const packs = taken.has(short) ? folder : short;
    taken.add(packs);
    let count = 1;
    while ((totals.get(folder) as number) / count > packSize) count *= 2;
    table[folder] = [packs, count];
  }
  const packs: PackPlan['packs'] = new Map();
  for (const path of [...sizes.keys()].sort()) {
    const { pack, name } = packOf(path, table) as PackedPlace;
    packs.set(pack, (packs.get(pack) ?? new Map()).set(name, path));
  }
  return { table, packs };
}

/** Folder that a file is packed with: for many small folders, which are named by their content alone, that above. */
function folderOf(path: string): string {
  return path.startsWith('data/') ? 'data' : path.replace(/(?:\/[0-9a-f]{8,})*\/[^/]*$/, '');
}

/** The pack that holds a path, by the nearest folder of the table: FNV-1a over the name. Null where it is in none. */
export function packOf(path: string, table: PackTable): PackedPlace | null {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const [packs, count] = table[path.slice(0, end)] ?? [];
    if (packs === undefined || count === undefined) continue;
    const name = path.slice(end + 1);
    let hash = 0x811c9dc5;
    for (let index = 0; index < name.length; index++)
      hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
    return { pack: `${packs}/${hash % count}`, name };
  }
  return null;
}

/** Text of a pack's script. @param files name → bytes */
export function packScript(pack: string, files: ReadonlyMap<string, Uint8Array>): string {
  const contents: Record<string, string> = {};
  for (const [name, bytes] of files) contents[name] = Buffer.from(bytes).toString('base64');
  return `mingzhangFiles.put(${JSON.stringify(pack)},${JSON.stringify(contents)});\n`;
}
