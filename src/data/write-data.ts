import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { KnownEdition } from '../checks/check.ts';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { writeChanged } from '../publish/write-changed.ts';
import type { Archive } from '../record/load-archive.ts';
import type { ArchiveInfo } from '../schema/archive-info.ts';
import { codeDigest } from './code-digest.ts';
import type { DataPackage } from './data-package.ts';
import { filesOf, readPackage } from './package-folder.ts';
import { writePart } from './write-part.ts';
import { type Part, writeWhole } from './write-whole.ts';

const checksumFile = 'SHA256SUMS';

/** What stands in the folder now. */
export interface WrittenData {
  dataPackage: DataPackage;
  /** Every file, relative to the folder with `/`. */
  files: string[];
  /** How many disclosures' files were made anew. */
  made: number;
}

/**
 * Writes the archive as a Frictionless Data Package: `datapackage.json`, one CSV a resource and `SHA256SUMS`, and a
 * package of each disclosure in `<unit>/<year>/`.
 *
 * Files stay as they are while what they are made from is the same: the record, the editions of the catalogue that
 * the checks know, and the program.
 *
 * @param folder `dist/data`; other files in it are left alone
 */
export async function writeData(archive: Archive, folder: string, info: ArchiveInfo): Promise<WrittenData> {
  const catalogues = archive.catalogues.map((record) => record.load());
  const editions = catalogues.map(
    ({ edition, issued, inForce, repeals }): KnownEdition => ({ edition, issued, inForce, repeals }),
  );
  const program = codeDigest(['catalogue', 'checks', 'data', 'schema']);
  const common = [program, JSON.stringify(editions)];

  let made = 0;
  const parts: Part[] = [];
  for (const { id, digest, load } of archive.disclosures) {
    const version = digestOf(...common, digest);
    let dataPackage = await readPackage(join(folder, id));
    if (dataPackage?.version !== version) {
      const disclosure = load();
      const findings = checkDisclosure(disclosure, { catalogues: editions });
      dataPackage = await writePart(join(folder, id), { disclosure, findings }, version);
      made += 1;
    }
    parts.push({ id, dataPackage });
  }

  const version = digestOf(
    ...[info.slug, info.name, ...common],
    ...archive.catalogues.map(({ digest }) => digest),
    ...parts.map(({ id, dataPackage }) => `${id} ${dataPackage.version}`),
  );
  const about = { name: info.slug, title: `${info.name}：预算公开数据`, version };
  const known = await readPackage(folder);
  const dataPackage =
    known?.version === version ? known : await writeWhole(folder, parts, catalogues, about, known);

  const checksums = [
    ...filesOf(dataPackage),
    ...parts.flatMap(({ id, dataPackage }) =>
      filesOf(dataPackage).map(({ path, sha256 }) => ({ path: `${id}/${path}`, sha256 })),
    ),
  ];
  await writeChanged(
    join(folder, checksumFile),
    checksums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''),
  );
  return { dataPackage, files: [...checksums.map(({ path }) => path), checksumFile], made };
}

function digestOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
