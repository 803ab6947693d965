import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { checkDisclosure } from '../../checks/check-disclosure.ts';
import type { Archive, ArchivedDisclosure } from '../../record/load-archive.ts';
import type { Catalogue } from '../../schema/catalogue.ts';
import { rowsOfCatalogue } from '../rows-of-catalogue.ts';
import { rowsOfDisclosure } from '../rows-of-disclosure.ts';
import type { SearchPage } from '../search-page.ts';
import { digestSources } from './digest-sources.ts';
import { planShards } from './plan-shards.ts';

/** A shard to be: what it is made from, and how. */
export interface ShardPlan {
  /** `2031`, `2031-0`, `catalogue`. */
  name: string;
  /** Changes with everything that goes into the shard. */
  digest: string;
  /** Reads what goes into it. */
  pages(): SearchPage[];
}

/**
 * Plans the shards of an archive: some a fiscal year, and one for the procurement catalogue.
 *
 * @param size disclosures in one shard at most
 * @param more whatever else the shards depend on
 */
export async function planArchive(archive: Archive, size: number, more: string): Promise<ShardPlan[]> {
  const source = resolve(import.meta.dirname, '../..');
  const version = (await digestSources(source, ['search', 'checks', 'schema'])) + more;
  const catalogues = archive.catalogues.map((record) => record.load());
  const inForce = catalogues.map(({ edition, issued, inForce, repeals }) => [
    edition,
    issued,
    inForce,
    repeals,
  ]);
  const digestOf = (records: { id: string; digest: string }[], ...context: unknown[]) =>
    createHash('sha256')
      .update(JSON.stringify([version, context, records.map(({ id, digest }) => [id, digest])]))
      .digest('hex')
      .slice(0, 12);
  const plans = [...planShards(archive.disclosures, size)].map(
    ([name, records]): ShardPlan => ({
      name,
      digest: digestOf(records, inForce),
      pages: () => records.map((record) => pageOf(record, catalogues)),
    }),
  );
  if (catalogues.length > 0)
    plans.push({
      name: 'catalogue',
      digest: digestOf(archive.catalogues),
      pages: () =>
        catalogues.flatMap((catalogue) => rowsOfCatalogue(catalogue, repealedBy(catalogue, catalogues))),
    });
  return plans;
}

function pageOf(record: ArchivedDisclosure, catalogues: Catalogue[]): SearchPage {
  const disclosure = record.load();
  const findings = checkDisclosure(disclosure, { catalogues });
  return rowsOfDisclosure(
    disclosure,
    findings.some(({ outcome }) => outcome === '不符'),
  );
}

function repealedBy({ edition }: Catalogue, catalogues: Catalogue[]): string {
  return catalogues.find(({ repeals }) => repeals.includes(edition))?.edition ?? '';
}
