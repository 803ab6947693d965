import { join } from 'node:path';
import type { Catalogue } from '../schema/catalogue.ts';
import { inAThread } from '../threads/in-a-thread.ts';
import { sumConversions } from './conversion.ts';
import { type DataPackage, describePackage, type WrittenResource } from './data-package.ts';
import { joinCsv } from './join-csv.ts';
import joinTables, { type JoinTask } from './join-tables.ts';
import { type Joined, type KnownFacts, partsOf } from './joined-pieces.ts';
import type { Resource } from './resource.ts';
import { catalogueResource, checksResource, disclosureResources } from './resources.ts';
import { csvHeader, csvRows } from './write-csv.ts';
import type { PartFacts } from './write-part.ts';

/** What each resource's file was joined from. */
export type JoinedFiles = Partial<Record<string, Joined>>;

type Facts = ReturnType<typeof joinTables>[number];

const joinTask = new URL('join-tables.ts', import.meta.url);

/** Bytes from which on the tables are joined in another thread: to start one takes as long as to join so many. */
const many = 32 * 1024 * 1024;

/** The data of one disclosure, in the folder of its id. */
export interface Part {
  id: string;
  facts: PartFacts;
}

/**
 * Joins the parts to one file a resource for the whole archive, and adds the catalogue and what the checks are.
 *
 * @param known files of the folder; one that would come out the same is left alone
 * @param before what the archive's files that stand there were joined from, by resource
 * @returns what describes the package, whose own file is not written, and what its files were joined from
 */
export async function writeWhole(
  folder: string,
  parts: Part[],
  catalogues: Catalogue[],
  about: Pick<DataPackage, 'name' | 'title' | 'version'>,
  known: KnownFacts,
  before: JoinedFiles,
): Promise<{ dataPackage: DataPackage; joined: JoinedFiles }> {
  const written: WrittenResource[] = [];
  const joined: JoinedFiles = {};
  const digestOf = (name: string) => known(name)?.[0];
  const ids = parts.map(({ id }) => id);
  const tables = disclosureResources.map(({ name, fields }): JoinTask['tables'][number] => {
    const stands = digestOf(`${name}.csv`);
    const last = before[name];
    const reusable = last && last.sha256 === stands ? last : null;
    return { ...partsOf(name, csvHeader(fields), ids, known), before: reusable, known: stands };
  });
  const task: JoinTask = { folder, tables };
  const bytes = tables.flatMap(({ parts }) => parts).reduce((sum, [, , bytes]) => sum + bytes, 0);
  const joining = bytes < many ? joinTables(task) : inAThread<JoinTask, Facts[]>(joinTask, task);
  // Loading the checks takes a tenth of a second: only for this, and while the thread joins.
  const [{ checks }, facts] = await Promise.all([import('../checks/index.ts'), joining]);
  for (const [index, resource] of disclosureResources.entries()) {
    const { parts: own } = tables[index] as (typeof tables)[number];
    const file = facts[index] as Facts;
    joined[resource.name] = { sha256: file.sha256, parts: own };
    const rows = parts.reduce((sum, { facts }) => sum + (facts.rows[index] ?? 0), 0);
    written.push({ resource, facts: { ...file, rows } });
  }
  written.push(
    writeRecords(folder, catalogueResource, catalogues, digestOf),
    writeRecords(folder, checksResource, checks, digestOf),
  );
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

/** Writes a resource that disclosures have no part in. */
function writeRecords<Content>(
  folder: string,
  resource: Resource<Content>,
  records: Content[],
  digestOf: (name: string) => string | undefined,
): WrittenResource {
  const file = `${resource.name}.csv`;
  const rows = records.flatMap((record) => resource.rows(record));
  const text = Buffer.from(csvHeader(resource.fields) + csvRows(rows));
  const facts = joinCsv(join(folder, file), [text], digestOf(file));
  return { resource, facts: { ...facts, rows: rows.length } };
}
