import { keyOf } from '../../key-of.ts';
import type { Archive } from '../../record/load-archive.ts';
import { rowsOfCatalogue } from '../rows-of-catalogue.ts';
import { segmentsKey, segmentsProgram } from './disclosure-segments.ts';
import { repealedBy } from './pages-of-archive.ts';
import { planShards } from './plan-shards.ts';

/** A disclosure or an edition of the catalogue that is to be indexed. */
export interface PlannedRecord {
  id: string;
  /** Digest of the record. */
  digest: string;
  /** Changes with everything that its segments are made from. */
  key: string;
  /** Whether a check found a figure that does not agree; of an edition, its segments say it. */
  findings?: boolean;
  /** Of an edition of the catalogue: the one that repealed it, or `''`. */
  repealedBy?: string;
}

/** A shard to be: what it is made from. */
export interface ShardPlan {
  /** `2031`, `2031-01`, `catalogue`. */
  name: string;
  /** Changes with everything that goes into the shard. */
  digest: string;
  records: PlannedRecord[];
}

/** What is to be indexed, and how it is parted. */
export interface ArchivePlan {
  disclosures: PlannedRecord[];
  catalogues: PlannedRecord[];
  /** Shards of rows, and of Pagefind. */
  rows: ShardPlan[];
  pages: ShardPlan[];
}

/** Disclosures in a shard of rows at most: larger ones mean fewer requests, smaller ones less to join again. */
const rowsShard = 384;
/** Disclosures in a shard of Pagefind at most, which takes much longer to make. */
const pagesShard = 64;

/**
 * Plans the index of an archive: shards of some disclosures of one fiscal year, and one for the procurement catalogue.
 *
 * @param failing whether a check found a figure of a disclosure that does not agree
 * @param pagefind its version
 */
export function planArchive(
  archive: Archive,
  failing: (id: string) => boolean,
  pagefind: string,
): ArchivePlan {
  const program = segmentsProgram();
  const editions = archive.catalogues.map((record) => record.load());
  const disclosures = archive.disclosures.map(
    ({ id, digest }): PlannedRecord => ({
      ...{ id, digest, key: segmentsKey(program, { id, digest }) },
      findings: failing(id),
    }),
  );
  const catalogues = archive.catalogues.map(({ id, digest }, index): PlannedRecord => {
    const edition = editions[index] as (typeof editions)[number];
    const repealed = repealedBy(edition, editions);
    // Named for what is indexed of it: one more copy changes its record, but seldom a row.
    const rows = JSON.stringify(rowsOfCatalogue(edition, repealed));
    return { id, digest, key: keyOf(program, 'catalogue', rows), repealedBy: repealed };
  });
  const plan = (size: number, factsOf: (record: PlannedRecord) => string, ...more: string[]) => {
    const shards = [...planShards(disclosures, size)];
    if (catalogues.length > 0) shards.push(['catalogue', catalogues]);
    return shards.map(
      ([name, records]): ShardPlan => ({
        name,
        digest: keyOf(...more, ...records.map(factsOf)).slice(0, 12),
        records,
      }),
    );
  };
  return {
    disclosures,
    catalogues,
    rows: plan(rowsShard, ({ key, findings }) => `${key} ${findings}`),
    pages: plan(pagesShard, ({ key }) => key, pagefind),
  };
}
