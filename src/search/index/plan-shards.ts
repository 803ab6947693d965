import { hash } from 'node:crypto';

/** What is known of a record before it is read. */
export interface Planned {
  /** `<unit slug>/<year>` */
  id: string;
}

/**
 * Parts disclosures into shards of one fiscal year. A shard that would hold more than `size` is halved by a bit of the
 * digest of the id, and its halves again: so a further disclosure changes one shard, and now and then halves it.
 *
 * @returns disclosures by shard name (`2031`, or `2031-0`, `2031-10`, `2031-11`), newest year first
 */
export function planShards<Item extends Planned>(records: Item[], size: number): Map<string, Item[]> {
  const years = Map.groupBy(records, ({ id }) => id.split('/').at(-1) ?? '');
  const shards = new Map<string, Item[]>();
  const bitsOf = new Map(records.map(({ id }) => [id, hash('sha256', id, 'buffer').readUInt32BE()]));
  const bitOf = (id: string, bit: number) => ((bitsOf.get(id) ?? 0) >>> (31 - bit)) & 1;
  const part = (all: Item[], year: string, bits: string) => {
    if (all.length <= size || bits.length === 32) {
      if (all.length > 0) shards.set(bits === '' ? year : `${year}-${bits}`, all);
      return;
    }
    for (const bit of [0, 1])
      part(
        all.filter(({ id }) => bitOf(id, bits.length) === bit),
        year,
        `${bits}${bit}`,
      );
  };
  for (const [year, all] of [...years].sort(([a], [b]) => (a < b ? 1 : -1))) part(all, year, '');
  return shards;
}
