import {
  type ChangeKind,
  compareEditions,
  type EntryChange,
  type Standing,
} from '../catalogue/compare-editions.ts';
import { entryAnchors } from '../catalogue/entry-anchors.ts';
import { csvHeader, csvRows } from '../data/write-csv.ts';
import type { Catalogue, CatalogueDepartment } from '../schema/catalogue.ts';
import { address } from './address.ts';
import { formatCount } from './format-money.ts';
import type { Crumb } from './page.ts';

/** An entry on one side of a change. */
export interface ChangedEntry {
  code: string;
  name: string;
  /** Named where the entry went to another department. */
  department: string;
  href: string;
}

/** What changed from one edition to a later one. */
export interface ChangesPage {
  title: string;
  description: string;
  breadcrumbs: Crumb[];
  from: { edition: string; href: string };
  to: { edition: string; href: string };
  csv: string;
  counts: { kind: ChangeKind; text: string; count: string }[];
  same: string;
  /** How many of the added entries came with a new department, `''` where none. */
  inNew: string;
  departments: {
    kind: 'added' | 'removed' | 'renamed';
    text: string;
    from: string;
    to: string;
    href: string;
  }[];
  groups: {
    name: string;
    id: string;
    changes: {
      kind: ChangeKind;
      text: string;
      from: ChangedEntry | undefined;
      to: ChangedEntry | undefined;
    }[];
  }[];
}

const kinds: Record<ChangeKind, string> = { added: '新增', removed: '取消', renamed: '更名', moved: '调整' };

/** Makes the page of what changed. */
export function changesPage(earlier: Catalogue, later: Catalogue): ChangesPage {
  const { departments, entries, same } = compareEditions(earlier, later);
  const link = linker(earlier, later);
  const fresh = new Set(departments.filter(({ kind }) => kind === 'added').map(({ to }) => to));
  const inNew = entries.filter(({ kind, to }) => kind === 'added' && to && fresh.has(to.department)).length;
  const groups = Map.groupBy(entries, ({ from, to }) => (to ?? from)?.department.name ?? '');
  const count = (kind: ChangeKind): string =>
    formatCount(entries.filter((change) => change.kind === kind).length);
  return {
    title: `${earlier.edition} → ${later.edition} 的变化`,
    description: `政府购买服务目录从 ${earlier.edition} 到 ${later.edition}：新增、取消、更名和调整的条目。`,
    breadcrumbs: [{ name: '购买服务目录', href: address.catalogues() }],
    from: { edition: earlier.edition, href: address.catalogue(earlier.slug) },
    to: { edition: later.edition, href: address.catalogue(later.slug) },
    csv: address.catalogueChangesFile(earlier.slug, later.slug),
    counts: (['added', 'removed', 'renamed', 'moved'] as const).map((kind) => ({
      kind,
      text: kinds[kind],
      count: count(kind),
    })),
    same: formatCount(same),
    inNew: inNew > 0 ? formatCount(inNew) : '',
    departments: departments.map(({ kind, from, to }) => ({
      kind,
      text: kinds[kind],
      from: from?.name ?? '',
      to: to?.name ?? '',
      href: to
        ? address.catalogueDepartment(later.slug, to.slug)
        : address.catalogueDepartment(earlier.slug, from?.slug ?? ''),
    })),
    groups: [...groups].map(([name, changes], at) => ({
      name,
      id: `d${at + 1}`,
      changes: changes.map((change) => ({
        kind: change.kind,
        text: kinds[change.kind],
        from: link(change.from, 'from', change),
        to: link(change.to, 'to', change),
      })),
    })),
  };
}

/** Makes links to entries; the anchors of a department are counted once. */
function linker(earlier: Catalogue, later: Catalogue) {
  const anchors = new Map<CatalogueDepartment, string[]>();
  return (standing: Standing | null, side: 'from' | 'to', change: EntryChange): ChangedEntry | undefined => {
    if (!standing) return undefined;
    const { department, entry } = standing;
    const own = anchors.get(department) ?? entryAnchors(department.entries);
    anchors.set(department, own);
    const anchor = own[department.entries.indexOf(entry)] ?? entry.code;
    const other = side === 'from' ? change.to : change.from;
    const slug = side === 'from' ? earlier.slug : later.slug;
    return {
      code: entry.code,
      name: entry.name || '（名称空白）',
      department: other && other.department.name !== department.name ? department.name : '',
      href: address.catalogueDepartment(slug, department.slug, anchor),
    };
  };
}

const fields = [
  ['change', '新增、取消、更名或调整'],
  ['department_from', '原部门'],
  ['code_from', '原代码'],
  ['name_from', '原名称'],
  ['department_to', '现部门'],
  ['code_to', '现代码'],
  ['name_to', '现名称'],
] as const;

/** The changes as CSV, one entry a row (RFC 4180, UTF-8 with byte order mark). */
export function changesCsv(earlier: Catalogue, later: Catalogue): string {
  const side = (one: Standing | null): string[] =>
    one ? [one.department.name, one.entry.code, one.entry.name] : ['', '', ''];
  const { entries } = compareEditions(earlier, later);
  return (
    csvHeader(fields.map(([name, description]) => ({ name, type: 'string' as const, description }))) +
    csvRows(entries.map(({ kind, from, to }) => [kinds[kind], ...side(from), ...side(to)]))
  );
}
