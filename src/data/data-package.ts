import type { Conversion } from './conversion.ts';
import type { Field, ForeignKey, Resource } from './resource.ts';

/** What is known of a written file. */
export interface FileFacts {
  bytes: number;
  /** Hex. */
  sha256: string;
  /** Rows without the header. */
  rows: number;
}

/** A resource with the file that was written of it. */
export interface WrittenResource {
  resource: Omit<Resource<never>, 'rows'>;
  facts: FileFacts;
}

/** A resource of `datapackage.json`, after the Data Package and Table Schema specifications. */
export interface PackagedResource {
  name: string;
  title: string;
  description: string;
  path: string;
  type: 'table';
  profile: 'tabular-data-resource';
  format: 'csv';
  mediatype: 'text/csv';
  encoding: 'utf-8';
  dialect: { delimiter: string; lineTerminator: string; quoteChar: string; doubleQuote: true; header: true };
  bytes: number;
  /** `sha256:<hex>` */
  hash: string;
  /** Number of rows; not part of the specification. */
  rows: number;
  schema: { fields: Field[]; missingValues: string[]; primaryKey?: string[]; foreignKeys?: ForeignKey[] };
}

/** `datapackage.json`: what stands in a folder of the open data. */
export interface DataPackage {
  $schema: string;
  profile: 'tabular-data-package';
  name: string;
  title: string;
  description: string;
  /** Stands for the content: the same version has the same bytes. */
  version: string;
  /** How the texts came through the conversion; not part of the specification. */
  conversion: Conversion;
  resources: PackagedResource[];
}

/** What a package says of itself. */
export type About = Pick<DataPackage, 'name' | 'title' | 'description' | 'version' | 'conversion'>;

export const packageFile = 'datapackage.json';

/** The text of a package's description, a column a line: every disclosure has one. */
export function packageText(dataPackage: DataPackage): string {
  const resources = dataPackage.resources.map(({ schema, ...about }) => {
    const { fields, ...keys } = schema;
    const text = JSON.stringify({ ...about, schema: keys });
    return `${text.slice(0, -2)},"fields":[${fieldsText(fields)}\n]}}`;
  });
  const text = JSON.stringify({ ...dataPackage, resources: [] }, null, 2);
  return `${text.slice(0, text.lastIndexOf('[]'))}[\n${resources.join(',\n')}\n  ]\n}\n`;
}

const fieldsTexts = new WeakMap<Field[], string>();

/** The same for every disclosure, so made once. */
function fieldsText(fields: Field[]): string {
  let text = fieldsTexts.get(fields);
  if (text === undefined) {
    text = fields.map((field) => `\n  ${JSON.stringify(field)}`).join(',');
    fieldsTexts.set(fields, text);
  }
  return text;
}

/** Describes written resources as a Frictionless Data Package. */
export function describePackage(
  { name, title, description, version, conversion }: About,
  written: WrittenResource[],
): DataPackage {
  const present = new Set(written.map(({ resource }) => resource.name));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    profile: 'tabular-data-package',
    ...{ name, title, description, version, conversion },
    resources: written.map((one) => describeResource(one, present)),
  };
}

function describeResource(
  { resource, facts: { bytes, sha256, rows } }: WrittenResource,
  present: Set<string>,
): PackagedResource {
  const { name, title, description, fields, primaryKey } = resource;
  const foreignKeys = resource.foreignKeys?.filter(({ reference }) => present.has(reference.resource));
  return {
    ...{ name, title, description, path: `${name}.csv` },
    ...{
      type: 'table',
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
    },
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    ...{ bytes, hash: `sha256:${sha256}`, rows },
    schema: {
      fields,
      missingValues: [''],
      ...(primaryKey && { primaryKey }),
      ...(foreignKeys && { foreignKeys }),
    },
  };
}
