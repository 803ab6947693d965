import type { Catalogue } from '../schema/catalogue.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { CheckFinding } from '../schema/finding.ts';

/** One column of a resource, as Table Schema describes it. */
export interface Field {
  name: string;
  /** `array`: a JSON array. */
  type: 'string' | 'integer' | 'year' | 'array';
  /** What it holds, in Chinese: meaning, and where it comes from. */
  description: string;
  /** Unit of its numbers: `元`. */
  unit?: string;
  constraints?: { required?: boolean; enum?: string[] };
}

/** Columns that hold the key of another resource's rows. */
export interface ForeignKey {
  fields: string[];
  reference: { resource: string; fields: string[] };
}

/** A cell: text, a whole number, or nothing. */
export type Value = string | number | null;

/** One table of the data package: what its columns mean, and the rows that one record gives. */
export interface Resource<Content> {
  /** Name of the file, without `.csv`. */
  name: string;
  title: string;
  description: string;
  fields: Field[];
  primaryKey?: string[];
  foreignKeys?: ForeignKey[];
  /** Rows in the order of the document; as many values as there are fields. */
  rows(content: Content): Value[][];
}

/** What the rows of one disclosure are made from. */
export interface CheckedDisclosure {
  disclosure: Disclosure;
  findings: CheckFinding[];
}

/** A resource that every disclosure adds rows to. */
export type DisclosureResource = Resource<CheckedDisclosure>;

/** A resource that every edition of the catalogue adds rows to. */
export type CatalogueResource = Resource<Catalogue>;

/** The column that says which disclosure a row belongs to. */
export const disclosureField: Field = {
  name: 'disclosure',
  type: 'string',
  description: '所属公开文本：单位拼音/年度',
  constraints: { required: true },
};

/** The reference that `disclosureField` is. */
export const disclosureKey: ForeignKey = {
  fields: ['disclosure'],
  reference: { resource: 'disclosures', fields: ['disclosure'] },
};

/** A column that numbers what belongs to one disclosure or project: with its owner it is a key whatever was printed. */
export function numberField(description: string): Field {
  return { name: 'number', type: 'integer', description, constraints: { required: true } };
}

/** The column that says which project of the disclosure a row belongs to. */
export const projectField: Field = {
  name: 'project',
  type: 'integer',
  description: '项目在文本中的序号',
  constraints: { required: true },
};

/** The reference that `disclosureField` and `projectField` are together. */
export const projectKey: ForeignKey = {
  fields: ['disclosure', 'project'],
  reference: { resource: 'projects', fields: ['disclosure', 'project'] },
};

/** The column that leads back to the source. */
export const lineField: Field = {
  name: 'line',
  type: 'integer',
  description: '在来源文本中的行号，从 1 数起',
  constraints: { required: true },
};
