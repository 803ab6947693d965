import { parse } from 'csv-parse/sync';

/** What is read of `datapackage.json`; nothing of the writer is shared, so that it cannot excuse itself. */
interface Described {
  resources: {
    name: string;
    path: string;
    rows: number;
    schema: {
      fields: { name: string; type: string; constraints?: { required?: boolean; enum?: string[] } }[];
      missingValues: string[];
      primaryKey?: string[];
      foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
    };
  }[];
}

type Row = Record<string, string>;

/** Texts of each type of Table Schema that is in use. */
const types: Record<string, (text: string) => boolean> = {
  string: () => true,
  integer: (text) => /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)),
  year: (text) => /^\d{4}$/.test(text),
  array: (text) => Array.isArray(JSON.parse(text)),
};

/**
 * Holds the files of a data package against what it says of them, as Table Schema and SQL read it: columns, types,
 * enums, required cells, primary keys that are unique and filled, foreign keys that lead to a row of a primary key.
 *
 * @param read gives a file of the package as text
 * @returns what is broken, empty where nothing is
 */
export function packageFaults(read: (path: string) => string): string[] {
  const { resources } = JSON.parse(read('datapackage.json')) as Described;
  const tables = new Map(
    resources.map(({ name, path }) => [
      name,
      parse(read(path), { bom: true, columns: true, record_delimiter: '\r\n' }) as Row[],
    ]),
  );
  const faults = resources.flatMap(({ name, path, rows, schema }) => {
    const own = tables.get(name) ?? [];
    const names = schema.fields.map((field) => field.name);
    const header = read(path).split('\r\n')[0];
    return [
      ...(header === `\ufeff${names.join(',')}` ? [] : [`the header is ${header}`]),
      ...(new Set(names).size === names.length ? [] : ['two columns have one name']),
      ...(own.length === rows ? [] : [`there are ${own.length} rows, not ${rows}`]),
      ...own.flatMap((row) => cellFaults(row, schema)),
      ...keyFaults(own, schema),
      ...(schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
        const target = resources.find((other) => other.name === reference.resource);
        const key = target?.schema.primaryKey;
        if (key?.join() !== reference.fields.join())
          return [`${fields} leads to ${key}, not to a primary key`];
        const known = new Set(tables.get(reference.resource)?.map((row) => keyOf(row, reference.fields)));
        return own
          .filter((row) => fields.every((field) => row[field] !== ''))
          .map((row) => keyOf(row, fields))
          .filter((value) => !known.has(value))
          .map((value) => `${reference.resource} has no ${value}`);
      }),
    ].map((fault) => `${name}: ${fault}`);
  });
  return [...new Set(faults)];
}

function cellFaults(row: Row, { fields, missingValues }: Described['resources'][number]['schema']): string[] {
  return fields.flatMap(({ name, type, constraints }) => {
    const text = row[name];
    if (text === undefined) return [`${name} is not there`];
    if (missingValues.includes(text)) return constraints?.required ? [`${name} is empty`] : [];
    if (!types[type]?.(text)) return [`${name} ${text} is no ${type}`];
    return constraints?.enum && !constraints.enum.includes(text)
      ? [`${name} ${text} is not in the enum`]
      : [];
  });
}

function keyFaults(rows: Row[], { primaryKey }: Described['resources'][number]['schema']): string[] {
  if (!primaryKey) return ['there is no primary key'];
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const key = keyOf(row, primaryKey);
    if (primaryKey.some((field) => row[field] === '')) return [`the key ${key} has an empty part`];
    if (seen.has(key)) return [`the key ${key} is there twice`];
    seen.add(key);
    return [];
  });
}

function keyOf(row: Row, fields: string[]): string {
  return JSON.stringify(fields.map((field) => row[field]));
}
