import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { writeChanged } from '../publish/write-changed.ts';
import { conversionOf } from './conversion.ts';
import { type DataPackage, describePackage, type WrittenResource } from './data-package.ts';
import { writePackage } from './package-folder.ts';
import type { CheckedDisclosure } from './resource.ts';
import { disclosureResources } from './resources.ts';
import { csvHeader, csvRows } from './write-csv.ts';

/** Writes the data of one disclosure into its folder, as a package of its own. */
export async function writePart(
  folder: string,
  content: CheckedDisclosure,
  version: string,
): Promise<DataPackage> {
  const written = await Promise.all(
    disclosureResources.map(async (resource): Promise<WrittenResource> => {
      const rows = resource.rows(content);
      const bytes = Buffer.from(csvHeader(resource.fields) + csvRows(rows));
      await writeChanged(join(folder, `${resource.name}.csv`), bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { resource, facts: { bytes: bytes.length, sha256, rows: rows.length } };
    }),
  );
  const { id, unit, year, kind, phase } = content.disclosure;
  const dataPackage = describePackage(
    {
      name: id.replaceAll('/', '-'),
      title: `${unit.name}${year}年${kind}${phase}`,
      description: '一份公开文本的金额、项目、绩效指标、名词解释和核对结果。',
      version,
      conversion: conversionOf(content.disclosure),
    },
    written,
  );
  await writePackage(folder, dataPackage);
  return dataPackage;
}
