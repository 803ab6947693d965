import { nameKey } from '../../catalogue/name-key.ts';
import type { Catalogue, Reading, Variant } from '../../schema/catalogue.ts';
import type { ParsedCatalogue } from './parsed-catalogue.ts';

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

/** What one copy says in one row. */
interface Said {
  name: string;
  line: number | null;
  printed?: string | undefined;
}

/** Statements about the edition that copies may print differently. */
export const statements = ['title', 'issuer', 'issued', 'inForce', 'repeals'] as const;

/** Name of a department whose heading no copy prints. */
const unnamed = '（部门未注明）';

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
function departmentOf(poll: EditionPoll, name: string): DepartmentPoll {
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
function readingOf(row: RowPoll, copy: string): PolledReading | undefined {
  return (
    row.readings.find((reading) => reading.copies?.includes(copy)) ??
    row.readings.find((reading) => reading.copies === null)
  );
}

/**
 * Puts a copy in, in place of what it said before; `null` withdraws it. The outcome does not depend on the order
 * of the copies.
 */
export function setCopy(poll: EditionPoll, id: string, copy: ParsedCatalogue | null): void {
  const known = poll.copies.has(id);
  const others = poll.copies.size - (known ? 1 : 0);
  const said = copy ? departmentsOf(copy) : new Map<string, Said & { rows: Map<string, Said> }>();
  for (const { name } of said.values()) departmentOf(poll, name);

  for (const [key, department] of poll.departments) {
    const own = said.get(key);
    const held = known && readingOf(department.heading, id)?.key != null;
    const voters = department.holders - (held ? 1 : 0);
    const keys = new Set([...(own?.rows.keys() ?? []), ...(held || own ? department.rows.keys() : [])]);
    for (const rowId of keys) {
      const row = department.rows.get(rowId) ?? newRow(department, rowId);
      const before = held ? readingOf(row, id) : undefined;
      if (!own) retract(poll, row, id, before, voterList(poll, department, id));
      else
        speak(poll, row, id, own.rows.get(rowId) ?? null, before, voters, () =>
          voterList(poll, department, id),
        );
    }
    const all = (): string[] => [...poll.copies].filter((other) => other !== id).toSorted();
    const before = known ? readingOf(department.heading, id) : undefined;
    if (copy) speak(poll, department.heading, id, own ?? null, before, others, all);
    else retract(poll, department.heading, id, before, all());
    department.holders = voters + (own ? 1 : 0);
  }
  for (const name of statements) {
    const row = poll.statements.get(name) ?? { code: name, occurrence: 0, readings: [] };
    poll.statements.set(name, row);
    const all = (): string[] => [...poll.copies].filter((other) => other !== id).toSorted();
    const before = known ? readingOf(row, id) : undefined;
    const value = copy?.[name] ?? '';
    const text = typeof value === 'string' ? value : value.join('、');
    if (copy) speak(poll, row, id, text === '' ? null : { name: text, line: null }, before, others, all);
    else retract(poll, row, id, before, all());
  }
  if (copy) poll.copies.add(id);
  else poll.copies.delete(id);
  poll.stale.delete(id);
}

/** Other copies that have the department, sorted. */
const voterList = (poll: EditionPoll, department: DepartmentPoll, id: string): string[] =>
  holdersOf(poll, department).filter((copy) => copy !== id);

function newRow(department: DepartmentPoll, rowId: string): RowPoll {
  const [code = '', occurrence = '0'] = rowId.split(' ');
  const row: RowPoll = { code, occurrence: Number(occurrence), readings: [] };
  department.rows.set(rowId, row);
  return row;
}

/** A copy's rows by department and row; headings that repeat are one department, their rows in printed order. */
function departmentsOf(copy: ParsedCatalogue): Map<string, Said & { rows: Map<string, Said> }> {
  const departments = new Map<string, Said & { rows: Map<string, Said> }>();
  for (const { name: printedName, line, entries } of copy.departments) {
    const name = printedName || unnamed;
    const department = departments.get(nameKey(name)) ?? { name, line, rows: new Map<string, Said>() };
    departments.set(nameKey(name), department);
    for (const entry of entries) {
      let occurrence = 0;
      while (department.rows.has(rowKey(entry.code, occurrence))) occurrence++;
      const { name: entryName, line: entryLine, printed } = entry;
      department.rows.set(rowKey(entry.code, occurrence), { name: entryName, line: entryLine, printed });
    }
  }
  return departments;
}

/** Records what a copy says in a row. `voters`: number of other copies that have a say in it. */
function speak(
  poll: EditionPoll,
  row: RowPoll,
  id: string,
  said: Said | null,
  before: PolledReading | undefined,
  voters: number,
  others: () => string[],
): void {
  const key = said === null ? null : nameKey(said.name);
  if (row.readings.length === 0 && voters > 0) {
    row.readings.push({ key: null, name: null, line: null, printed: undefined, first: '', copies: null });
  }
  if (before && before.key !== key) retract(poll, row, id, before, others());
  let reading = row.readings.find((one) => one.key === key);
  if (!reading) {
    const alone = row.readings.length === 0;
    reading = { key, name: null, line: null, printed: undefined, first: id, copies: alone ? null : [] };
    row.readings.push(reading);
  }
  if (reading.copies && !reading.copies.includes(id)) reading.copies = [...reading.copies, id].toSorted();
  if (reading.first === '' || id <= reading.first) {
    Object.assign(reading, {
      first: id,
      name: said?.name ?? null,
      line: said?.line ?? null,
      printed: said?.printed,
    });
  }
}

/** Takes back what a copy said. `voters`: the other copies that have a say in the row, sorted. */
function retract(
  poll: EditionPoll,
  row: RowPoll,
  id: string,
  reading: PolledReading | undefined,
  voters: readonly string[],
): void {
  if (!reading) return;
  const listed = new Set(row.readings.flatMap((one) => (one === reading ? [] : (one.copies ?? []))));
  const left = reading.copies
    ? reading.copies.filter((copy) => copy !== id)
    : voters.filter((copy) => !listed.has(copy));
  // A reading of all others must not take up the copy again when it speaks otherwise.
  reading.copies = left;
  if (left.length === 0) row.readings = row.readings.filter((one) => one !== reading);
  else if (reading.first === id) {
    reading.first = left[0] ?? '';
    if (reading.key !== null) poll.stale.add(reading.first);
  }
}
