import { nameKey } from '../../catalogue/name-key.ts';
import type {
  Catalogue,
  CatalogueDepartment,
  CatalogueEntry,
  Reading,
  Variant,
} from '../../schema/catalogue.ts';
import { slugOf } from '../../schema/slug-of.ts';
import { CorrectionError } from '../corrections/read-corrections.ts';
import type { CatalogueCorrection } from './catalogue-corrections.ts';
import { levelOf, nearestPrinted, parentOf } from './code-tree.ts';
import {
  type DepartmentPoll,
  type EditionPoll,
  holdersOf,
  openPoll,
  type PolledReading,
  type RowPoll,
  statements,
} from './edition-poll.ts';
import type { ParsedCatalogue } from './parsed-catalogue.ts';
import { setCopy } from './set-copy.ts';

/** The edition after a change. */
export interface MergedCatalogue {
  /** null where no copy is left. */
  catalogue: Catalogue | null;
  /**
   * Copies that have to be merged again, from their own sources: names and line numbers were those of a copy that
   * is gone. Empty unless a copy was withdrawn or changed.
   */
  stale: string[];
}

/**
 * Puts one copy of an edition beside the others, in place of what the same disclosure attached before.
 *
 * The result depends on the set of copies only, not on their order. For many copies at once, keep the poll open:
 * `openPoll`, `setCopy` for each, `closePoll` at the end.
 *
 * @param existing the edition as recorded, null where it is new
 * @param copy what the disclosure attaches; null where it does not attach this edition any more
 * @param id disclosure `<unit>/<year>`
 */
export function mergeCatalogue(
  existing: Catalogue | null,
  copy: ParsedCatalogue | null,
  id: string,
  corrections: readonly CatalogueCorrection[] = [],
): MergedCatalogue {
  const poll = openPoll(existing?.edition ?? copy?.edition ?? '', existing);
  setCopy(poll, id, copy);
  return closePoll(poll, corrections);
}

/**
 * Decides each row by most copies, or by a correction; a tie stays undecided and shows the first copy's reading.
 *
 * @throws CorrectionError where a correction names a row that no copy has
 */
export function closePoll(
  poll: EditionPoll,
  corrections: readonly CatalogueCorrection[] = [],
): MergedCatalogue {
  const copies = [...poll.copies].toSorted();
  if (copies.length === 0) return { catalogue: null, stale: [] };
  const first = copies[0] ?? '';
  const open = new Set(corrections);
  const variants: Variant[] = [];

  const decide = (
    department: string,
    row: RowPoll,
    voters: () => string[],
    count: number,
  ): Decided | undefined => {
    settle(row, voters, count);
    if (department !== '' && row.readings.every((reading) => reading.key === null)) return undefined;
    const correction = corrections.find(
      (one) =>
        nameKey(one.department) === nameKey(department) &&
        one.code === row.code &&
        one.occurrence === row.occurrence,
    );
    if (correction) open.delete(correction);
    const decided = choose(row, count, correction);
    if (decided.variant)
      variants.push({ department, code: row.code, occurrence: row.occurrence, ...decided.variant });
    return decided;
  };

  const head = new Map<string, string>();
  for (const name of statements) {
    const row = poll.statements.get(name);
    const decided = row && decide('', row, () => copies, copies.length);
    head.set(name, decided?.reading.name ?? '');
  }
  const departments: CatalogueDepartment[] = [];
  for (const department of poll.departments.values()) {
    const name = department.heading.readings.find((reading) => reading.key !== null)?.name;
    if (name == null || department.holders === 0) continue;
    const decided = decide(name, department.heading, () => copies, copies.length);
    const shown = decided?.reading.name ?? null;
    const entries = decideRows(poll, department, name, first, decide, variants, shown !== null);
    if (shown === null || !decided) continue;
    const { line, copy } = placeOf(decided, first);
    departments.push({ name: shown, slug: '', line, ...(copy === undefined ? {} : { copy }), entries });
  }
  const [missing] = open;
  if (missing) {
    const place = [missing.department, missing.code].filter((part) => part !== '').join(' ');
    throw new CorrectionError(`${poll.edition}：「${place}」的更正在各份目录中都没有对应的行`);
  }
  const stated = (name: (typeof statements)[number]): string => head.get(name) ?? '';
  return {
    catalogue: {
      edition: poll.edition,
      slug: slugOf(poll.edition),
      title: stated('title'),
      issuer: stated('issuer'),
      issued: stated('issued'),
      inForce: stated('inForce'),
      repeals: stated('repeals')
        .split('、')
        .filter((number) => number !== ''),
      copies,
      departments: withSlugs(departments, first),
      variants: variants.toSorted(byPlace),
    },
    stale: [...poll.stale].filter((copy) => poll.copies.has(copy)).toSorted(),
  };
}

interface Decided {
  /** The reading that the published text has. */
  reading: PolledReading;
  variant: Pick<Variant, 'readings' | 'chosen' | 'decision' | 'why'> | undefined;
  /** Reading that name the line, where the chosen one is a correction's. */
  line: PolledReading;
}

/** Rows of a department in the order of their codes; those that are not published are kept as variants. */
function decideRows(
  poll: EditionPoll,
  department: DepartmentPoll,
  name: string,
  first: string,
  decide: (department: string, row: RowPoll, voters: () => string[], count: number) => Decided | undefined,
  variants: Variant[],
  present: boolean,
): CatalogueEntry[] {
  const rows = [...department.rows.values()].toSorted((a, b) =>
    a.code === b.code ? a.occurrence - b.occurrence : a.code < b.code ? -1 : 1,
  );
  const kept: { code: string; name: string; decided: Decided }[] = [];
  for (const row of rows) {
    const decided = decide(name, row, () => holdersOf(poll, department), department.holders);
    if (!decided) continue;
    // A department that is not published keeps its rows on record all the same.
    if (!present && !decided.variant) {
      const readings = row.readings.map(toReading);
      variants.push({
        department: name,
        code: row.code,
        occurrence: row.occurrence,
        readings,
        chosen: 0,
        decision: 'majority',
      });
    }
    if (decided.reading.name !== null) kept.push({ code: row.code, name: decided.reading.name, decided });
  }
  const codes = new Set(kept.map((row) => row.code));
  return kept.map(({ code, name: entryName, decided }) => {
    const { line, copy } = placeOf(decided, first);
    const printed = decided.line.printed;
    return {
      code,
      level: levelOf(code),
      name: entryName,
      parent: nearestPrinted(parentOf(code), codes),
      line,
      ...(printed === undefined ? {} : { printed }),
      ...(copy === undefined ? {} : { copy }),
    };
  });
}

/** Line of what was decided, and the copy that it belongs to where that is not the first. */
function placeOf({ line: reading }: Decided, first: string): { line: number; copy: string | undefined } {
  return { line: reading.line ?? 1, copy: reading.first === first ? undefined : reading.first };
}

/** Sorts the readings, most copies first, and lets the first of them stand for all others. */
function settle(row: RowPoll, voters: () => string[], count: number): void {
  const listed = row.readings.reduce((sum, reading) => sum + (reading.copies?.length ?? 0), 0);
  const counts = new Map(row.readings.map((reading) => [reading, reading.copies?.length ?? count - listed]));
  row.readings = row.readings
    .filter((reading) => (counts.get(reading) ?? 0) > 0)
    .toSorted(
      (a, b) =>
        (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
        Number(a.key === null) - Number(b.key === null) ||
        (a.first < b.first ? -1 : 1),
    );
  const others = row.readings.findIndex((reading) => reading.copies === null);
  if (others > 0) {
    const named = new Set(row.readings.flatMap((reading) => reading.copies ?? []));
    const reading = row.readings[others];
    if (reading) reading.copies = voters().filter((copy) => !named.has(copy));
  }
  const [top] = row.readings;
  if (top) top.copies = null;
}

/** Takes the reading of most copies, or the correction's. What is not there gives way where only a statement is missing. */
function choose(row: RowPoll, count: number, correction: CatalogueCorrection | undefined): Decided {
  const listed = row.readings.reduce((sum, reading) => sum + (reading.copies?.length ?? 0), 0);
  const size = (reading: PolledReading | undefined): number =>
    reading === undefined ? 0 : (reading.copies?.length ?? count - listed);
  const statement = statements.some((name) => name === row.code);
  const candidates = statement ? row.readings.filter((reading) => reading.key !== null) : row.readings;
  const top = (candidates.length > 0 ? candidates : row.readings) as [PolledReading, ...PolledReading[]];
  const line = row.readings.find((reading) => reading.key !== null) ?? top[0];
  if (correction) return corrected(row, correction, line);
  const decision = size(top[0]) > size(top[1]) ? ('majority' as const) : ('undecided' as const);
  const chosen = row.readings.indexOf(top[0]);
  const variant =
    row.readings.length > 1 ? { readings: row.readings.map(toReading), chosen, decision } : undefined;
  return { reading: top[0], line: top[0].key === null ? line : top[0], variant };
}

/** The reading that a correction names, put behind the others where no copy prints it. */
function corrected(row: RowPoll, correction: CatalogueCorrection, line: PolledReading): Decided {
  const key = correction.name === null ? null : nameKey(correction.name);
  const readings = row.readings.map(toReading);
  const at = row.readings.findIndex((reading) => reading.key === key);
  const printed = row.readings[at];
  if (at < 0) readings.push({ name: correction.name, line: null, copies: [] });
  const chosen = at < 0 ? readings.length - 1 : at;
  const reading = printed ?? {
    key,
    name: correction.name,
    line: null,
    printed: undefined,
    first: line.first,
    copies: [],
  };
  const variant = { readings, chosen, decision: 'correction' as const, why: correction.why };
  return { reading, line: printed && printed.key !== null ? printed : line, variant };
}

function toReading({ name, line, printed, copies }: PolledReading): Reading {
  return { name, line, ...(printed === undefined ? {} : { printed }), copies: copies ?? [] };
}

/** Departments in the order of the first copy, those that it lacks at the end; addresses in that order. */
function withSlugs(departments: readonly CatalogueDepartment[], first: string): CatalogueDepartment[] {
  const copyOf = (one: CatalogueDepartment): string => one.copy ?? first;
  const counts = new Map<string, number>();
  return departments
    .toSorted((a, b) => (copyOf(a) === copyOf(b) ? a.line - b.line : copyOf(a) < copyOf(b) ? -1 : 1))
    .map((department) => {
      const base = slugOf(department.name) || 'bu-men';
      const count = (counts.get(base) ?? 0) + 1;
      counts.set(base, count);
      return { ...department, slug: count === 1 ? base : `${base}-${count}` };
    });
}

function byPlace(a: Variant, b: Variant): number {
  const [one, other] = [a, b].map((variant) => `${nameKey(variant.department)} ${variant.code}`) as [
    string,
    string,
  ];
  return one === other ? a.occurrence - b.occurrence : one < other ? -1 : 1;
}
