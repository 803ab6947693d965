import { nameKey } from '../../catalogue/name-key.ts';
import type { Catalogue, Reading, Variant } from '../../schema/catalogue.ts';

/**
 * What the copies of one edition print, row by row. Thousands of copies agree on almost everything, so the reading
 * of most copies lists none of them (`copies: null`: all others), as in the record.
 */
export interface EditionPoll {
  edition: string;
  copies: Set<string>;
  departments: Map<string, DepartmentPoll>;
  /** Title, issuer, dates: by name of the statement. */
  statements: Map<string, RowPoll>;
  /** Copies whose text has to be read again, because the copy that gave a name and line was withdrawn. */
  stale: Set<string>;
}

export interface DepartmentPoll {
  /** Whether the department is there, and how its name is printed. */
  heading: RowPoll;
  rows: Map<string, RowPoll>;
  /** Number of copies that have the department. */
  holders: number;
}

export interface RowPoll {
  code: string;
  occurrence: number;
  readings: PolledReading[];
}

export interface PolledReading {
  /** Name without blanks and width: copies that differ in those print the same. `null`: not there. */
  key: string | null;
  name: string | null;
  line: number | null;
  printed: string | undefined;
  /** First of its copies, which name, line and printed are of. */
  first: string;
  /** Sorted; null for all others. */
  copies: string[] | null;
}

/** Statements about the edition that copies may print differently. */
export const statements = ['title', 'issuer', 'issued', 'inForce', 'repeals'] as const;

/** Begins from an edition as recorded, or from nothing. */
export function openPoll(edition: string, existing: Catalogue | null): EditionPoll {
  const poll: EditionPoll = {
    edition,
    copies: new Set(existing?.copies),
    departments: new Map(),
    statements: new Map(),
    stale: new Set(),
  };
  if (!existing) return poll;
  const first = existing.copies[0] ?? '';
  for (const { name, line, copy = first, entries } of existing.departments) {
    const heading = { code: '', occurrence: 0, readings: [rest(name, line, copy)] };
    const rows = new Map<string, RowPoll>();
    const counts = new Map<string, number>();
    for (const entry of entries) {
      const occurrence = counts.get(entry.code) ?? 0;
      counts.set(entry.code, occurrence + 1);
      const reading = rest(entry.name, entry.line, entry.copy ?? first, entry.printed);
      rows.set(rowKey(entry.code, occurrence), { code: entry.code, occurrence, readings: [reading] });
    }
    poll.departments.set(nameKey(printedName(existing, name)), { heading, rows, holders: poll.copies.size });
  }
  for (const name of statements) {
    const value = existing[name];
    const text = typeof value === 'string' ? value : value.join('、');
    poll.statements.set(name, { code: name, occurrence: 0, readings: [rest(text || null, null, first)] });
  }
  // Departments before their rows: the rows' copies depend on who has the department.
  for (const variant of existing.variants)
    if (variant.department === '' || variant.code === '') reopen(poll, variant);
  for (const department of poll.departments.values()) department.holders = holdersOf(poll, department).length;
  for (const variant of existing.variants)
    if (variant.department !== '' && variant.code !== '') reopen(poll, variant);
  return poll;
}

/** Name that copies print for a department whose published name is a correction's. */
function printedName({ variants }: Catalogue, name: string): string {
  const variant = variants.find(
    (one) => one.code === '' && one.department !== '' && one.readings[one.chosen]?.name === name,
  );
  return variant?.department ?? name;
}

/** Puts the readings of a recorded variant back in place of the decided one. */
function reopen(poll: EditionPoll, variant: Variant): void {
  const { code, occurrence } = variant;
  const department = variant.department === '' ? undefined : departmentOf(poll, variant.department);
  // A reading behind the first that no copy prints was put there by a correction.
  const printed = variant.readings.filter((reading, index) => index === 0 || reading.copies.length > 0);
  const readings = printed.map((reading, index) => toPolled(reading, index === 0));
  const row: RowPoll = { code, occurrence, readings };
  const voters = department && code !== '' ? holdersOf(poll, department) : [...poll.copies].toSorted();
  const listed = new Set(readings.flatMap((reading) => reading.copies ?? []));
  for (const reading of readings) {
    if (reading.copies === null) reading.first = voters.find((copy) => !listed.has(copy)) ?? '';
  }
  if (!department) poll.statements.set(code, row);
  else if (code === '') department.heading = row;
  else department.rows.set(rowKey(code, occurrence), row);
}

function toPolled({ name, line, printed, copies }: Reading, others: boolean): PolledReading {
  const key = name === null ? null : nameKey(name);
  const listed = others && copies.length === 0 ? null : [...copies];
  return { key, name, line, printed, first: listed?.[0] ?? '', copies: listed };
}

function rest(name: string | null, line: number | null, first: string, printed?: string): PolledReading {
  return { key: name === null ? null : nameKey(name), name, line, printed, first, copies: null };
}

export const rowKey = (code: string, occurrence: number): string => `${code} ${occurrence}`;

/** The department of a name, made where it is new; then no copy has it yet. */
export function departmentOf(poll: EditionPoll, name: string): DepartmentPoll {
  const key = nameKey(name);
  const known = poll.departments.get(key);
  if (known) return known;
  const made: DepartmentPoll = {
    heading: { code: '', occurrence: 0, readings: [] },
    rows: new Map(),
    holders: 0,
  };
  poll.departments.set(key, made);
  return made;
}

/** Copies that have a department, sorted. */
export function holdersOf(poll: EditionPoll, { heading }: DepartmentPoll): string[] {
  return [...poll.copies].filter((copy) => readingOf(heading, copy)?.key != null).toSorted();
}

/** The reading that a copy stands by, if it has a say in the row at all. */
export function readingOf(row: RowPoll, copy: string): PolledReading | undefined {
  return (
    row.readings.find((reading) => reading.copies?.includes(copy)) ??
    row.readings.find((reading) => reading.copies === null)
  );
}
