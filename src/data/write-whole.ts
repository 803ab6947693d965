import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../schema/catalogue.ts';
import { sumConversions } from './conversion.ts';
import { type DataPackage, describePackage, type WrittenResource } from './data-package.ts';
import { joinCsv } from './join-csv.ts';
import type { DisclosureResource } from './resource.ts';
import { catalogueResource, disclosureResources } from './resources.ts';
import { csvHeader, csvRows } from './write-csv.ts';
import type { PartFacts } from './write-part.ts';

/** The data of one disclosure, in the folder of its id. */
export interface Part {
  id: string;
  facts: PartFacts;
}

/**
 * Joins the parts to one file a resource for the whole archive, and adds the catalogue.
 *
 * @param known hash of a file that stands there by its name; a file that would come out the same is left alone
 * @returns what describes the package; its own file is not written
 */
export async function writeWhole(
  folder: string,
  parts: Part[],
  catalogues: Catalogue[],
  about: Pick<DataPackage, 'name' | 'title' | 'version'>,
  known: (name: string) => string | undefined,
): Promise<DataPackage> {
  const written: WrittenResource[] = [];
  for (const [index, resource] of disclosureResources.entries()) {
    const path = join(folder, `${resource.name}.csv`);
    const facts = await joinCsv(path, piecesOf(folder, resource, parts), known(`${resource.name}.csv`));
    const rows = parts.reduce((sum, { facts }) => sum + (facts.rows[index] ?? 0), 0);
    written.push({ resource, facts: { ...facts, rows } });
  }
  written.push(await writeCatalogues(folder, catalogues, known));
  return describePackage(
    {
      ...about,
      conversion: sumConversions(parts.map(({ facts }) => facts.conversion)),
      description:
        '从公开的预算文本转换而来。每一行都注明来源文本的行号；金额为整元，无法确认的不给数值。' +
        '文件为带 BOM 的 UTF-8，行尾 CRLF；可能被表格软件当作公式的文字前加了一个撇号。',
    },
    written,
  );
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
