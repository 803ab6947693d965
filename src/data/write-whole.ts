import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../schema/catalogue.ts';
import { sumConversions } from './conversion.ts';
import { type DataPackage, describePackage, type WrittenResource } from './data-package.ts';
import { joinCsv } from './join-csv.ts';
import { writePackage } from './package-folder.ts';
import type { DisclosureResource } from './resource.ts';
import { catalogueResource, disclosureResources } from './resources.ts';
import { csvHeader, csvRows } from './write-csv.ts';

/** The data of one disclosure, in the folder of its id. */
export interface Part {
  id: string;
  dataPackage: DataPackage;
}

/**
 * Joins the parts to one file a resource for the whole archive, and adds the catalogue.
 *
 * @param known the package that stands there; a file that would come out the same is left alone
 */
export async function writeWhole(
  folder: string,
  parts: Part[],
  catalogues: Catalogue[],
  about: Pick<DataPackage, 'name' | 'title' | 'version'>,
  known: DataPackage | null,
): Promise<DataPackage> {
  const written: WrittenResource[] = [];
  for (const resource of disclosureResources) {
    const path = join(folder, `${resource.name}.csv`);
    const facts = await joinCsv(path, piecesOf(folder, resource, parts), hashIn(known, resource.name));
    written.push({ resource, facts: { ...facts, rows: countRows(resource, parts) } });
  }
  written.push(await writeCatalogues(folder, catalogues, known));
  const dataPackage = describePackage(
    {
      ...about,
      conversion: sumConversions(parts.map(({ dataPackage }) => dataPackage.conversion)),
      description:
        '从公开的预算文本转换而来。每一行都注明来源文本的行号；金额为整元，无法确认的不给数值。' +
        '文件为带 BOM 的 UTF-8，行尾 CRLF；可能被表格软件当作公式的文字前加了一个撇号。',
    },
    written,
  );
  await writePackage(folder, dataPackage);
  return dataPackage;
}

/** A resource's header, then the rows of each part. */
async function* piecesOf(
  folder: string,
  { name, fields }: DisclosureResource,
  parts: Part[],
): AsyncGenerator<Buffer> {
  const header = Buffer.from(csvHeader(fields));
  yield header;
  for (const { id } of parts) yield (await readFile(join(folder, id, `${name}.csv`))).subarray(header.length);
}

function countRows({ name }: DisclosureResource, parts: Part[]): number {
  const counts = parts.map(
    ({ dataPackage }) => dataPackage.resources.find((found) => found.name === name)?.rows ?? 0,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function writeCatalogues(
  folder: string,
  catalogues: Catalogue[],
  known: DataPackage | null,
): Promise<WrittenResource> {
  const path = join(folder, `${catalogueResource.name}.csv`);
  const rows = catalogues.flatMap((catalogue) => catalogueResource.rows(catalogue));
  async function* pieces() {
    yield Buffer.from(csvHeader(catalogueResource.fields) + csvRows(rows));
  }
  const facts = await joinCsv(path, pieces(), hashIn(known, catalogueResource.name));
  return { resource: catalogueResource, facts: { ...facts, rows: rows.length } };
}

/** SHA-256 of a file that stands there, hex. */
function hashIn(known: DataPackage | null, name: string): string | undefined {
  return known?.resources.find((resource) => resource.name === name)?.hash.replace('sha256:', '');
}
