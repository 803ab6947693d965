import { createHash } from 'node:crypto';

/** What is known of a record before it is read. */
export interface Planned {
  /** `<unit slug>/<year>` */
  id: string;
}

/**
 * Parts disclosures into shards: one a fiscal year, and above `size` disclosures 2, 4, 8 … a year, chosen by
 * the id, so that a further disclosure changes no other part.
 *
 * @param size disclosures in one shard, about
 * @returns disclosures by shard name (`2031`, or `2031-0`, `2031-1`), newest year first
 */
export function planShards<Item extends Planned>(records: Item[], size: number): Map<string, Item[]> {
  const years = Map.groupBy(records, ({ id }) => id.split('/').at(-1) ?? '');
  const shards = new Map<string, Item[]>();
  for (const [year, all] of [...years].sort(([a], [b]) => (a < b ? 1 : -1))) {
    const parts = partsFor(all.length, size);
    for (let part = 0; part < parts; part++) {
      const records = all.filter(({ id }) => partOf(id, parts) === part);
      if (records.length > 0) shards.set(parts === 1 ? year : `${year}-${part}`, records);
    }
  }
  return shards;
}

function partsFor(count: number, size: number): number {
  let parts = 1;
  while (count > parts * size) parts *= 2;
  return parts;
}

function partOf(id: string, parts: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE() % parts;
}
