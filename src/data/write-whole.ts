import { join } from 'node:path';
import type { Ledger } from '../publish/ledger.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import { sumConversions } from './conversion.ts';
import { type DataPackage, describePackage, type WrittenResource } from './data-package.ts';
import { joinCsv } from './join-csv.ts';
import { type Joined, joinedPieces, partsOf } from './joined-pieces.ts';
import { catalogueResource, disclosureResources } from './resources.ts';
import { csvHeader, csvRows } from './write-csv.ts';
import type { PartFacts } from './write-part.ts';

/** What each resource's file was joined from. */
export type JoinedFiles = Partial<Record<string, Joined>>;

/** The data of one disclosure, in the folder of its id. */
export interface Part {
  id: string;
  facts: PartFacts;
}

/**
 * Joins the parts to one file a resource for the whole archive, and adds the catalogue.
 *
 * @param ledger files of the folder; one that would come out the same is left alone
 * @param before what the archive's files that stand there were joined from, by resource
 * @returns what describes the package, whose own file is not written, and what its files were joined from
 */
export async function writeWhole(
  folder: string,
  parts: Part[],
  catalogues: Catalogue[],
  about: Pick<DataPackage, 'name' | 'title' | 'version'>,
  ledger: Ledger,
  before: JoinedFiles,
): Promise<{ dataPackage: DataPackage; joined: JoinedFiles }> {
  const written: WrittenResource[] = [];
  const joined: JoinedFiles = {};
  const known = (name: string) => ledger.get(name)?.[0];
  const ids = parts.map(({ id }) => id);
  for (const [index, resource] of disclosureResources.entries()) {
    const file = `${resource.name}.csv`;
    const own = partsOf(resource, ids, ledger);
    const last = before[resource.name];
    const reusable = last && last.sha256 === known(file) ? last : null;
    const pieces = joinedPieces(folder, resource, own, reusable);
    const facts = await joinCsv(join(folder, file), pieces, known(file));
    joined[resource.name] = { sha256: facts.sha256, parts: own };
    const rows = parts.reduce((sum, { facts }) => sum + (facts.rows[index] ?? 0), 0);
    written.push({ resource, facts: { ...facts, rows } });
  }
  written.push(await writeCatalogues(folder, catalogues, known));
  const dataPackage = describePackage(
    {
      ...about,
      conversion: sumConversions(parts.map(({ facts }) => facts.conversion)),
      description:
        '从公开的预算文本转换而来。每一行都注明来源文本的行号；金额为整元，无法确认的不给数值。' +
        '文件为带 BOM 的 UTF-8，行尾 CRLF；可能被表格软件当作公式的文字前加了一个撇号。',
    },
    written,
  );
  return { dataPackage, joined };
}

async function writeCatalogues(
  folder: string,
  catalogues: Catalogue[],
  known: (name: string) => string | undefined,
): Promise<WrittenResource> {
  const path = join(folder, `${catalogueResource.name}.csv`);
  const rows = catalogues.flatMap((catalogue) => catalogueResource.rows(catalogue));
  async function* pieces() {
    yield Buffer.from(csvHeader(catalogueResource.fields) + csvRows(rows));
  }
  const facts = await joinCsv(path, pieces(), known(`${catalogueResource.name}.csv`));
  return { resource: catalogueResource, facts: { ...facts, rows: rows.length } };
}
