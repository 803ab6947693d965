import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../../schema/catalogue.ts';
import { Catalogue as CatalogueSchema } from '../../schema/catalogue.ts';
import { readCatalogueCorrections } from './catalogue-corrections.ts';
import { openPoll } from './edition-poll.ts';
import { closePoll, mergeCatalogue } from './merge-catalogue.ts';
import type { ParsedCatalogue } from './parsed-catalogue.ts';
import { setCopy } from './set-copy.ts';

type Rows = [code: string, name: string][];

/** A copy with the given departments; lines count from `first`. */
function copy(departments: Record<string, Rows>, first = 1, issued = '2031-05-06'): ParsedCatalogue {
  let line = first;
  return {
    ...{
      edition: '某财综〔2031〕7号',
      title: '某目录',
      issuer: '某省财政厅',
      issued,
      inForce: issued,
      repeals: [],
    },
    ...{ first, last: 99, findings: [] },
    departments: Object.entries(departments).map(([name, rows]) => ({
      name,
      slug: 's',
      line: line++,
      entries: rows.map(([code, entry]) => ({ code, level: 1, name: entry, parent: '', line: line++ })),
    })),
  };
}

const base: Rows = [
  ['A', '公共服务'],
  ['A08', '文化服务'],
  ['A0802', '群众文化服务'],
  ['A080201', '图书借阅服务'],
];
const misread: Rows = base.map(([code, name]) => [code, name.replace('借阅', '借问')]);

/** Merges copies one after the other, each time from what the last step recorded. */
function mergeAll(copies: Record<string, ParsedCatalogue>): Catalogue {
  let catalogue: Catalogue | null = null;
  for (const [id, one] of Object.entries(copies)) catalogue = mergeCatalogue(catalogue, one, id).catalogue;
  return CatalogueSchema.parse(catalogue);
}

test('the first copy is the edition', () => {
  const catalogue = mergeAll({ 'a/2032': copy({ 档案: base }) });
  expect(catalogue).toMatchObject({
    edition: '某财综〔2031〕7号',
    slug: 'mou-cai-zong-2031-7',
    copies: ['a/2032'],
    variants: [],
  });
  expect(catalogue.departments[0]).toMatchObject({ name: '档案', slug: 'dang-an', line: 1 });
  expect(
    catalogue.departments[0]?.entries.map((entry) => [entry.code, entry.level, entry.parent, entry.line]),
  ).toEqual([
    ['A', 1, '', 2],
    ['A08', 2, 'A', 3],
    ['A0802', 3, 'A08', 4],
    ['A080201', 4, 'A0802', 5],
  ]);
});

test('two copies that differ leave the row undecided and show the first one', () => {
  const catalogue = mergeAll({ 'b/2032': copy({ 档案: misread }, 50), 'a/2032': copy({ 档案: base }) });
  expect(catalogue.departments[0]?.entries[3]).toMatchObject({ name: '图书借阅服务', line: 5 });
  expect(catalogue.variants).toEqual([
    {
      ...{ department: '档案', code: 'A080201', occurrence: 0, chosen: 0, decision: 'undecided' },
      readings: [
        { name: '图书借阅服务', line: 5, copies: [] },
        { name: '图书借问服务', line: 54, copies: ['b/2032'] },
      ],
    },
  ]);
});

test('most copies decide, and the line is of a copy that prints it', () => {
  const catalogue = mergeAll({
    'a/2032': copy({ 档案: misread }),
    'b/2032': copy({ 档案: base }, 50),
    'c/2032': copy({ 档案: base }, 70),
  });
  expect(catalogue.departments[0]?.entries[3]).toMatchObject({
    name: '图书借阅服务',
    line: 54,
    copy: 'b/2032',
  });
  expect(catalogue.variants[0]).toMatchObject({ decision: 'majority', chosen: 0 });
  expect(catalogue.variants[0]?.readings[1]).toMatchObject({ name: '图书借问服务', copies: ['a/2032'] });
});

test('width, brackets and blanks make no difference', () => {
  const spaced: Rows = base.map(([code, name]) => [code, name.replace('文化', '文化 ')]);
  expect(
    mergeAll({ 'a/1': copy({ '档案（局）': base }), 'b/1': copy({ '档案(局)': spaced }) }).variants,
  ).toEqual([]);
});

test('a copy that lost a page lacks rows; a copy that lacks a department has no say on its rows', () => {
  const whole = copy({ 档案: base, 体育: base });
  const catalogue = mergeAll({ 'a/1': whole, 'b/1': whole, 'c/1': copy({ 档案: base.slice(0, 2) }) });
  expect(catalogue.departments.map((one) => one.entries.length)).toEqual([4, 4]);
  expect(
    catalogue.variants.map((one) => [one.department, one.code, one.readings[1]?.name, one.decision]),
  ).toEqual([
    ['体育', '', null, 'majority'],
    ['档案', 'A0802', null, 'majority'],
    ['档案', 'A080201', null, 'majority'],
  ]);
});

test('a statement that a copy does not print gives way to one that it prints', () => {
  const catalogue = mergeAll({
    'a/1': copy({ 档案: base }, 1, ''),
    'b/1': copy({ 档案: base }, 1, ''),
    'c/1': copy({ 档案: base }),
  });
  expect(catalogue.issued).toBe('2031-05-06');
});

describe('corrections', () => {
  const both = openPoll('某财综〔2031〕7号', null);
  setCopy(both, 'a/1', copy({ 档案: base }));
  setCopy(both, 'b/1', copy({ 档案: misread }));

  test('decide against most copies, with the reason on record', () => {
    const yaml = '- {department: 档案, code: A080201, name: 图书借问服务, why: 以原件为准}';
    const { catalogue } = closePoll(both, readCatalogueCorrections(yaml, 'x.yaml'));
    expect(catalogue?.departments[0]?.entries[3]?.name).toBe('图书借问服务');
    expect(catalogue?.variants[0]).toMatchObject({ decision: 'correction', chosen: 1, why: '以原件为准' });
  });

  test('may give a name that no copy prints, and go again', () => {
    const yaml = '- {department: 档案, code: A0802, name: 大众文化服务, why: 以原件为准}';
    const { catalogue } = closePoll(both, readCatalogueCorrections(yaml, 'x.yaml'));
    expect(catalogue?.departments[0]?.entries[2]?.name).toBe('大众文化服务');
    const again = mergeCatalogue(catalogue, copy({ 档案: base }), 'a/1').catalogue;
    expect(again).toEqual(mergeAll({ 'a/1': copy({ 档案: base }), 'b/1': copy({ 档案: misread }) }));
  });

  test('that match nothing fail with their place', () => {
    const corrections = readCatalogueCorrections(
      '- {department: 档案, code: A99, name: 无, why: 无}',
      'x.yaml',
    );
    expect(() => closePoll(both, corrections)).toThrow('「档案 A99」的更正在各份目录中都没有对应的行');
    expect(() => readCatalogueCorrections('- {code: A99}', 'x.yaml')).toThrow(
      'x.yaml:1：「department」没有写',
    );
  });
});

test('withdrawing the first copy names the copy whose lines are needed; the last one leaves nothing', () => {
  const [one, two] = [copy({ 档案: base }), copy({ 档案: base }, 50)];
  const removed = mergeCatalogue(mergeAll({ 'a/1': one, 'b/1': two }), null, 'a/1');
  expect(removed.stale).toEqual(['b/1']);
  expect(mergeCatalogue(removed.catalogue, two, 'b/1')).toEqual({
    catalogue: mergeAll({ 'b/1': two }),
    stale: [],
  });
  expect(mergeCatalogue(mergeAll({ 'b/1': two }), null, 'b/1')).toEqual({ catalogue: null, stale: [] });
});

/** Any small copy: departments and rows left out, names misread, codes repeated. */
const anyCopy = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom('档案', '体育', '统计'),
      fc.array(
        fc.tuple(
          fc.constantFrom('A', 'A08', 'A0802', 'A080201', 'A080202'),
          fc.constantFrom('甲', '乙', '丙', ''),
        ),
        {
          maxLength: 6,
        },
      ),
    ),
    fc.integer({ min: 1, max: 500 }),
    fc.constantFrom('', '2031-05-06', '2031-05-08'),
  )
  .map(([departments, line, issued]) => copy(departments as Record<string, Rows>, line, issued));

test('the result is the same in any order, through the record, and after copies came and went', () => {
  const copies = fc.dictionary(fc.stringMatching(/^[a-f]\/[12]$/), anyCopy, { minKeys: 1, maxKeys: 6 });
  fc.assert(
    fc.property(
      copies,
      fc.infiniteStream(fc.nat(5)),
      fc.dictionary(fc.stringMatching(/^[a-f]\/[12]$/), anyCopy, { maxKeys: 3 }),
      (all, pick, earlier) => {
        const expected = mergeAll(Object.fromEntries(Object.entries(all).toSorted()));
        const ids = Object.keys(all);
        const order = ids.toSorted(() => (pick.next().value ?? 0) - 2.5);
        expect(mergeAll(Object.fromEntries(order.map((id) => [id, all[id] as ParsedCatalogue])))).toEqual(
          expected,
        );

        // What was attached earlier is replaced or withdrawn, then what is stale is read again.
        let catalogue: Catalogue | null = Object.keys(earlier).length ? mergeAll(earlier) : null;
        let stale: string[] = [];
        const put = (id: string, one: ParsedCatalogue | null): void => {
          const merged = mergeCatalogue(catalogue, one, id);
          catalogue = merged.catalogue;
          stale = [...stale, ...merged.stale].filter((other) => other !== id);
        };
        for (const id of order) put(id, all[id] ?? null);
        for (const id of Object.keys(earlier)) if (!(id in all)) put(id, null);
        while (stale.length > 0) {
          const id = stale[0] as string;
          if (all[id]) put(id, all[id]);
          else stale.shift();
        }
        expect(catalogue).toEqual(expected);
      },
    ),
    { seed: 20310506, numRuns: 300 },
  );
});
