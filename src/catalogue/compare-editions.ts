import type { Catalogue, CatalogueDepartment, CatalogueEntry } from '../schema/catalogue.ts';
import { nameKey } from './name-key.ts';

/** Where an entry stands in an edition. */
export interface Standing {
  department: CatalogueDepartment;
  entry: CatalogueEntry;
}

export type ChangeKind = 'added' | 'removed' | 'renamed' | 'moved';

/** One difference between two editions; `from` is in the earlier, `to` in the later one. */
export interface EntryChange {
  kind: ChangeKind;
  from: Standing | null;
  to: Standing | null;
}

/** A department that only one of the editions has, or that has another name in the later one. */
export interface DepartmentChange {
  kind: 'added' | 'removed' | 'renamed';
  from: CatalogueDepartment | null;
  to: CatalogueDepartment | null;
}

export interface EditionChanges {
  departments: DepartmentChange[];
  /** In the order of the later edition, removed ones after the department that they stood in. */
  entries: EntryChange[];
  /** Entries that are the same in both. */
  same: number;
}

/**
 * Compares two editions entry by entry.
 *
 * Within a department, an entry is the same where code and name are; moved where its name has another code;
 * renamed where its code has another, similar name. What is left over is looked for in other departments by its
 * name, then counts as added or removed. A name that is not printed matches nothing by itself.
 */
export function compareEditions(earlier: Catalogue, later: Catalogue): EditionChanges {
  const pairs = matchDepartments(earlier, later);
  const departments = pairs.flatMap(departmentChange);
  const changes: EntryChange[] = [];
  let same = 0;
  const removed: Standing[] = [];
  const added: Standing[] = [];
  for (const [from, to] of pairs) {
    const old = new Set(from?.entries.map((entry): Standing => ({ department: from, entry })));
    const fresh = new Set(to?.entries.map((entry): Standing => ({ department: to, entry })));
    same += take(old, fresh, (one) => `${one.entry.code} ${nameKey(one.entry.name)}`).length;
    const named = (one: Standing): string =>
      one.entry.name === '' ? '' : `${one.entry.level} ${nameKey(one.entry.name)}`;
    for (const [a, b] of take(old, fresh, named)) changes.push({ kind: 'moved', from: a, to: b });
    for (const [a, b] of take(old, fresh, (one) => one.entry.code, similar))
      changes.push({ kind: 'renamed', from: a, to: b });
    removed.push(...old);
    added.push(...fresh);
  }
  const [old, fresh] = [new Set(removed), new Set(added)];
  // Only the services themselves move between departments; the branches above them are everywhere.
  const service = (one: Standing): string => (one.entry.level === 4 ? nameKey(one.entry.name) : '');
  for (const [a, b] of take(old, fresh, service)) changes.push({ kind: 'moved', from: a, to: b });
  for (const from of old) changes.push({ kind: 'removed', from, to: null });
  for (const to of fresh) changes.push({ kind: 'added', from: null, to });
  return { departments, entries: inOrder(changes, pairs), same };
}

type DepartmentPair = [CatalogueDepartment | null, CatalogueDepartment | null];

/** Departments by name; of those left over, the ones that share most of their entries are one with a new name. */
function matchDepartments(earlier: Catalogue, later: Catalogue): DepartmentPair[] {
  const old = new Map(earlier.departments.map((department) => [nameKey(department.name), department]));
  const pairs: DepartmentPair[] = later.departments.map((to) => {
    const from = old.get(nameKey(to.name)) ?? null;
    old.delete(nameKey(to.name));
    return [from, to];
  });
  for (const pair of pairs) {
    const to = pair[1];
    if (pair[0] || !to) continue;
    const best = [...old.values()]
      .map((from) => ({ from, share: sharedServices(from, to) }))
      .toSorted((a, b) => b.share - a.share)[0];
    if (!best || best.share < 0.5) continue;
    pair[0] = best.from;
    old.delete(nameKey(best.from.name));
  }
  return [...pairs, ...[...old.values()].map((from): DepartmentPair => [from, null])];
}

/** Share of the smaller department's services that the other one has too. */
function sharedServices(a: CatalogueDepartment, b: CatalogueDepartment): number {
  const services = ({ entries }: CatalogueDepartment): Set<string> =>
    new Set(
      entries.filter((entry) => entry.level === 4 && entry.name !== '').map((entry) => nameKey(entry.name)),
    );
  const [one, other] = [services(a), services(b)];
  const size = Math.min(one.size, other.size);
  return size === 0 ? 0 : one.intersection(other).size / size;
}

function departmentChange([from, to]: DepartmentPair): DepartmentChange[] {
  if (from && to) return nameKey(from.name) === nameKey(to.name) ? [] : [{ kind: 'renamed', from, to }];
  return [{ kind: from ? 'removed' : 'added', from, to }];
}

/** Takes those out of both sets that have the same key, in order; `''` is no key. */
function take(
  old: Set<Standing>,
  fresh: Set<Standing>,
  keyOf: (one: Standing) => string,
  accept: (a: Standing, b: Standing) => boolean = () => true,
): [Standing, Standing][] {
  const byKey = Map.groupBy(old, keyOf);
  const pairs: [Standing, Standing][] = [];
  for (const to of fresh) {
    const key = keyOf(to);
    const candidates = key === '' ? [] : (byKey.get(key) ?? []);
    const at = candidates.findIndex((from) => accept(from, to));
    const [from] = at < 0 ? [] : candidates.splice(at, 1);
    if (from) pairs.push([from, to]);
  }
  for (const [from, to] of pairs) {
    old.delete(from);
    fresh.delete(to);
  }
  return pairs;
}

/** Whether two names of one code are so much alike that it was renamed and not given to another service. */
function similar({ entry: a }: Standing, { entry: b }: Standing): boolean {
  if (a.name === '' || b.name === '') return true;
  const pairs = (name: string): Set<string> => {
    const signs = [...nameKey(name).replace(/服务$/, '')];
    return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`));
  };
  const [one, other] = [pairs(a.name), pairs(b.name)];
  return (2 * one.intersection(other).size) / Math.max(1, one.size + other.size) >= 0.4;
}

/** Changes by department (order of the pairs), then by code. */
function inOrder(changes: readonly EntryChange[], pairs: readonly DepartmentPair[]): EntryChange[] {
  const position = new Map(
    pairs.flatMap((pair, index) => pair.map((department) => [department, index] as const)),
  );
  const place = ({ from, to }: EntryChange): number => position.get((to ?? from)?.department ?? null) ?? 0;
  const code = ({ from, to }: EntryChange): string => (to ?? from)?.entry.code ?? '';
  return changes.toSorted(
    (a, b) => place(a) - place(b) || (code(a) < code(b) ? -1 : code(a) > code(b) ? 1 : 0),
  );
}
