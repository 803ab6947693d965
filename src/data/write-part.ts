import { factsOf } from '../publish/ledger.ts';
import { type Conversion, conversionOf } from './conversion.ts';
import { describePackage, packageFile, packageText, type WrittenResource } from './data-package.ts';
import type { CheckedDisclosure } from './resource.ts';
import { disclosureResources } from './resources.ts';
import { csvHeader, csvRows } from './write-csv.ts';

/** What the whole archive's package needs to know of a disclosure's own. */
export interface PartFacts {
  /** Rows of each resource, in the order of the package. */
  rows: number[];
  conversion: Conversion;
}

/**
 * The data of one disclosure as a package of its own: files by name, and what is known of them.
 *
 * @param encode gives a text as UTF-8
 */
export function writePart(
  content: CheckedDisclosure,
  version: string,
  encode: (text: string) => Buffer = Buffer.from,
): { files: Map<string, Buffer>; facts: PartFacts } {
  const files = new Map<string, Buffer>();
  const written = disclosureResources.map((resource): WrittenResource => {
    const rows = resource.rows(content);
    const csv = encode(csvHeader(resource.fields) + csvRows(rows));
    files.set(`${resource.name}.csv`, csv);
    const [sha256, bytes] = factsOf(csv);
    return { resource, facts: { bytes, sha256, rows: rows.length } };
  });
  const { id, unit, year, kind, phase } = content.disclosure;
  const conversion = conversionOf(content.disclosure);
  const dataPackage = describePackage(
    {
      name: id.replaceAll('/', '-'),
      title: `${unit.name}${year}年${kind}${phase}`,
      description: '一份公开文本的金额、项目、绩效指标、名词解释、核对结果和转换记录。',
      version,
      conversion,
    },
    written,
  );
  files.set(packageFile, encode(packageText(dataPackage)));
  return { files, facts: { rows: written.map(({ facts }) => facts.rows), conversion } };
}
