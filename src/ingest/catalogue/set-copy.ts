import { nameKey } from '../../catalogue/name-key.ts';
import type { CatalogueCopy } from './catalogue-copy.ts';
import {
  type DepartmentPoll,
  departmentOf,
  type EditionPoll,
  holdersOf,
  type PolledReading,
  type RowPoll,
  readingOf,
  rowKey,
  statements,
} from './edition-poll.ts';

/** What one copy says in one row. */
interface Said {
  name: string;
  line: number | null;
  printed?: string | undefined;
}

/** Name of a department whose heading no copy prints. */
const unnamed = '（部门未注明）';

/**
 * Puts a copy in, in place of what it said before; `null` withdraws it. The outcome does not depend on the order
 * of the copies.
 */
export function setCopy(poll: EditionPoll, id: string, copy: CatalogueCopy | null): void {
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
function departmentsOf(copy: CatalogueCopy): Map<string, Said & { rows: Map<string, Said> }> {
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
