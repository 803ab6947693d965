import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileFacts, factsOf } from '../publish/ledger.ts';
import { writeChanged } from '../publish/write-changed.ts';
import type { ArchiveInfo } from '../schema/archive-info.ts';
import type { Catalogue } from '../schema/catalogue.ts';
import { type DataPackage, packageFile, packageText } from './data-package.ts';
import type { KnownFacts } from './joined-pieces.ts';
import { catalogueResource, checksResource, disclosureResources } from './resources.ts';
import { type JoinedFiles, type Part, writeWhole } from './write-whole.ts';

const checksumFile = 'SHA256SUMS';

/** What an archive's data are made from. */
export interface ArchiveData {
  info: Pick<ArchiveInfo, 'slug' | 'name'>;
  /** In the order of the archive; their own packages stand in `<folder>/<id>/` already. */
  parts: Part[];
  catalogues: Catalogue[];
  /** Changes with all of the above and with the program. */
  version: string;
}

/** What stands in the folder now. */
export interface WrittenData {
  dataPackage: DataPackage;
  /** The archive's own files, relative to the folder. */
  files: string[];
  /** Facts of these where they were written or read. */
  facts: ReadonlyMap<string, FileFacts>;
  /** What the files were joined from; null where nothing was written. */
  joined: JoinedFiles | null;
}

/**
 * Writes the archive as a Frictionless Data Package: `datapackage.json`, one CSV a resource and `SHA256SUMS`, joined from
 * the packages of the disclosures. Nothing is written where all stands there in this version.
 *
 * @param folder `dist/data`; other files in it are left alone
 * @param known of the files of the disclosures' packages, and of what the build before left of the archive's own
 * @param before what the files that stand there were joined from
 */
export async function writeArchiveData(
  folder: string,
  data: ArchiveData,
  known: KnownFacts,
  before: JoinedFiles,
): Promise<WrittenData> {
  const names = [
    packageFile,
    ...disclosureResources.map(({ name }) => `${name}.csv`),
    `${catalogueResource.name}.csv`,
    `${checksResource.name}.csv`,
    checksumFile,
  ];
  const there = names.every((name) => known(name)) && (await readPackage(folder));
  if (there && there.version === data.version)
    return { dataPackage: there, files: names, facts: new Map(), joined: null };

  const about = {
    name: data.info.slug,
    title: `${data.info.name}：预算公开数据`,
    version: data.version,
  };
  const { parts, catalogues } = data;
  const { dataPackage, joined } = await writeWhole(folder, parts, catalogues, about, known, before);
  const description = Buffer.from(packageText(dataPackage));
  await writeChanged(join(folder, packageFile), description);

  const facts = new Map<string, FileFacts>([[packageFile, factsOf(description)]]);
  for (const { path, hash, bytes } of dataPackage.resources)
    facts.set(path, [hash.replace('sha256:', ''), bytes]);
  let lines = '';
  for (const [path, [sha256]] of facts) lines += `${sha256}  ${path}\n`;
  for (const { id } of parts) lines += sumsOf(id, known);
  const checksums = Buffer.from(lines);
  await writeChanged(join(folder, checksumFile), checksums);
  facts.set(checksumFile, factsOf(checksums));
  return { dataPackage, files: [...facts.keys()], facts, joined };
}

/** Lines of the checksum file for a disclosure's package. */
function sumsOf(id: string, known: KnownFacts): string {
  let lines = '';
  for (const name of partFiles) {
    const facts = known(`${id}/${name}`);
    if (!facts) throw new Error(`data/${id}/${name} was not written`);
    lines += `${facts[0]}  ${id}/${name}\n`;
  }
  return lines;
}

/** Files of a disclosure's package. */
const partFiles = [packageFile, ...disclosureResources.map(({ name }) => `${name}.csv`)];

async function readPackage(folder: string): Promise<DataPackage | null> {
  try {
    return JSON.parse(await readFile(join(folder, packageFile), 'utf8')) as DataPackage;
  } catch {
    return null; // not there, or cut off: it is made again
  }
}

/** Digest of what a version stands for. */
export function versionOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
