import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Catalogue, CatalogueDepartment } from '../schema/catalogue.ts';
import { changesCsv, changesPage } from './catalogue-changes.ts';
import { departmentPage, type EntryView } from './catalogue-department.ts';
import { editionPage } from './catalogue-edition.ts';
import { catalogueIndex } from './catalogue-index.ts';
import { catalogueList } from './catalogue-list.ts';
import type { Summary } from './summary.ts';

/** A department with rows `code parent name`. */
function department(name: string, slug: string, ...rows: string[]): CatalogueDepartment {
  const entries = rows.map((row, at) => {
    const [code = '', parent = '', entry = ''] = row.split(' ');
    const level = Math.min(4, 1 + Math.ceil((code.length - 1) / 2));
    return { code, name: entry, level, parent: parent === '-' ? '' : parent, line: at + 2 };
  });
  return { name, slug, line: 1, entries };
}

const branch = ['A - 公共服务', 'A08 A 文化服务', 'A0802 A08 群众文化服务'];
const older: Catalogue = {
  ...{ edition: '云财综〔2031〕6号', slug: 'yun-6', title: '某目录', issuer: '云岭省财政厅' },
  ...{ issued: '2031-11-03', inForce: '2032-01-01', repeals: [], copies: ['a/2032', 'b/2034'] },
  departments: [
    department('档案', 'dang-an', ...branch, 'A080201 A0802 图书借阅服务', 'A080201 A0802 古籍修复服务'),
    department('体育', 'ti-yu', ...branch, 'A080201 A0802 图书借阅服务', 'A090101 - 晨跑组织服务'),
  ],
  variants: [
    {
      ...{ department: '档案', code: 'A080201', occurrence: 1, chosen: 0, decision: 'undecided' },
      readings: [
        { name: '古籍修复服务', line: 6, copies: [] },
        { name: '古藉修复服务', line: 9, copies: ['b/2034'] },
      ],
    },
    {
      ...{ department: '体育', code: 'A080299', occurrence: 0, chosen: 0, decision: 'majority' },
      readings: [
        { name: null, line: null, copies: [] },
        { name: '多印的服务', line: 9, copies: ['b/2034'] },
      ],
    },
  ],
};
const newer: Catalogue = {
  ...older,
  ...{ edition: '云财综〔2033〕4号', slug: 'yun-4', issued: '2033-08-22', inForce: '2033-08-22' },
  ...{ repeals: ['云财综〔2031〕6号', '云财综〔2032〕9号'], copies: ['c/2034'], variants: [] },
  departments: [department('档案', 'dang-an', ...branch, 'A080201 A0802 图书借阅服务')],
};
const editions = [newer, older];
const pairs = [[older, newer]] as const;

/** A disclosure that attaches an edition. */
const attached = (id: string, edition: string): Summary =>
  ({ id, edition, year: Number(id.split('/')[1]), unit: { name: id, slug: id.split('/')[0] } }) as Summary;
const copies = [attached('a/2032', older.edition), attached('b/2034', older.edition)];

test('the list tells which editions are in force and how many attached them too late', () => {
  const list = catalogueList(editions, (edition) => (edition === older ? copies : []), pairs);
  expect(
    list.editions.map(({ edition, force, copies: count, outdated, undecided }) => ({
      edition,
      force,
      count,
      outdated,
      undecided,
    })),
  ).toEqual([
    {
      edition: newer.edition,
      force: '自 2033-08-22 起施行，本档案所收文件中未见废止',
      count: 0,
      outdated: 0,
      undecided: 0,
    },
    {
      edition: older.edition,
      force: '自 2032-01-01 起施行，2033-08-22 由 云财综〔2033〕4号 废止',
      count: 2,
      outdated: 1,
      undecided: 1,
    },
  ]);
  expect(list.missing).toEqual([{ edition: '云财综〔2032〕9号', by: newer.edition }]);
});

test('an edition tells for each year whether it applied, and links what it repeals', () => {
  const page = editionPage(
    older,
    editions,
    pairs,
    copies,
    catalogueIndex(editions).branches.get('yun-6') ?? [],
  );
  expect(page.years.map(({ year, force }) => [year, force.text, force.tone])).toEqual([
    [2034, '已于 2033-08-22 废止', 'bad'],
    [2032, '年度内有效', 'good'],
  ]);
  expect(page.branches.map(({ anchor, places }) => [anchor, places.length])).toEqual([
    ['A', 2],
    ['A08', 2],
    ['A0802', 2],
  ]);
  expect(page.changes).toEqual([
    { text: '云财综〔2031〕6号 → 云财综〔2033〕4号', href: '/catalogue/changes/yun-6..yun-4/' },
  ]);
  const repeals = editionPage(newer, editions, pairs, [], []).facts.find((fact) => fact.term === '同时废止');
  expect(repeals?.links?.map((link) => link.href)).toEqual(['/catalogue/yun-6/', '']);
});

describe('a department', () => {
  const [own] = older.departments as [CatalogueDepartment];
  const page = departmentPage(older, own, editions, catalogueIndex(editions));
  const flat = (views: EntryView[]): EntryView[] => views.flatMap((view) => [view, ...flat(view.children)]);
  const entries = flat(page.tree);

  test('is a tree in which every entry has an address of its own', () => {
    expect(entries.map((entry) => entry.anchor)).toEqual(['A', 'A08', 'A0802', 'A080201', 'A080201-2']);
    expect(page.tree).toHaveLength(1);
    expect(entries[4]?.source).toEqual({ line: 6, href: '/units/a/2032/source/#L6' });
  });

  test('shows where the same service stands otherwise, and which departments share a branch', () => {
    expect(entries[3]?.elsewhere).toEqual([
      { text: '云财综〔2033〕4号', href: '/catalogue/yun-4/dang-an/#A080201' },
      { text: '体育', href: '/catalogue/yun-6/ti-yu/#A080201' },
    ]);
    expect(entries[2]?.shared).toEqual({ count: 1, href: '/catalogue/yun-6/#A0802' });
  });

  test('shows readings that are not decided, with their number of copies', () => {
    expect(entries[4]?.variant).toMatchObject({
      decision: 'undecided',
      readings: [
        { name: '古籍修复服务', count: 1, chosen: true },
        { name: '古藉修复服务', count: 1, chosen: false },
      ],
    });
    expect(entries[3]?.variant).toBeUndefined();
  });

  test('names rows that only some copies print', () => {
    const other = departmentPage(
      older,
      older.departments[1] as CatalogueDepartment,
      editions,
      catalogueIndex(editions),
    );
    expect(other.leftOut).toMatchObject([
      { code: 'A080299', readings: [{ name: '（没有这一条）' }, { name: '多印的服务' }] },
    ]);
  });
});

test('changes are counted, linked on both sides, and the CSV has each of them once', () => {
  const page = changesPage(older, newer);
  expect(page.counts.map(({ text, count }) => `${text} ${count}`)).toEqual([
    '新增 0',
    '取消 6',
    '更名 0',
    '调整 0',
  ]);
  expect(page.departments).toMatchObject([{ text: '取消', from: '体育', to: '' }]);
  expect(page.groups[0]?.changes[0]).toMatchObject({
    text: '取消',
    from: { href: '/catalogue/yun-6/dang-an/#A080201-2' },
    to: undefined,
  });
  const rows = parse(changesCsv(older, newer), { columns: true, bom: true }) as Record<string, string>[];
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatchObject({
    change: '取消',
    department_from: '档案',
    code_from: 'A080201',
    name_from: '古籍修复服务',
    name_to: '',
  });
});
