import { expect, test } from 'vitest';
import type { Catalogue } from '../schema/catalogue.ts';
import { compareEditions } from './compare-editions.ts';

/** An edition with the given services (`code name`) by department. */
function edition(departments: Record<string, string[]>): Catalogue {
  return {
    ...{
      edition: '云财综〔2031〕6号',
      slug: 'yun',
      title: '',
      issuer: '',
      issued: '',
      inForce: '',
      repeals: [],
    },
    ...{ copies: [], variants: [] },
    departments: Object.entries(departments).map(([name, rows]) => ({
      name,
      slug: name,
      line: 1,
      entries: rows.map((row) => {
        const [code = '', entry = ''] = row.split(' ');
        return { code, name: entry, level: (code.length + 1) / 2, parent: '', line: 1 };
      }),
    })),
  };
}

/** `kind: department code name → department code name` of each change. */
function changes(from: Record<string, string[]>, to: Record<string, string[]>): string[] {
  const { departments, entries } = compareEditions(edition(from), edition(to));
  return [
    ...departments.map((one) => `${one.kind}: ${one.from?.name ?? ''} → ${one.to?.name ?? ''}`),
    ...entries.map(({ kind, from: a, to: b }) => {
      const text = (one: typeof a): string =>
        one ? `${one.department.name} ${one.entry.code} ${one.entry.name}` : '';
      return `${kind}: ${text(a)} → ${text(b)}`;
    }),
  ];
}

test('editions that are the same differ in nothing, whatever width they are printed in', () => {
  const one = { '档案（局）': ['A 公共服务', 'A080201 图书(古籍)借阅服务'] };
  const other = { '档案(局)': ['A 公共服务', 'A080201 图书（古籍）借阅服务'] };
  expect(compareEditions(edition(one), edition(other))).toEqual({ departments: [], entries: [], same: 2 });
});

test('added, removed, renamed and moved within a department', () => {
  expect(
    changes(
      {
        档案: [
          'A080201 图书借阅服务',
          'A080202 古籍修复服务',
          'A080203 夜间开放服务',
          'A080204 展板制作服务',
        ],
      },
      { 档案: ['A080201 图书借阅和归还服务', 'A080202 夜间开放服务', 'A080204 气象观测服务'] },
    ),
  ).toEqual([
    'renamed: 档案 A080201 图书借阅服务 → 档案 A080201 图书借阅和归还服务',
    'moved: 档案 A080203 夜间开放服务 → 档案 A080202 夜间开放服务',
    'removed: 档案 A080202 古籍修复服务 → ',
    'removed: 档案 A080204 展板制作服务 → ',
    'added:  → 档案 A080204 气象观测服务',
  ]);
});

test('a service that went to another department moved', () => {
  expect(
    changes(
      { 档案: ['A08 文化服务', 'A080201 图书借阅服务'], 体育: ['A09 体育服务'] },
      { 档案: ['A08 文化服务'], 体育: ['A09 体育服务', 'A090101 图书借阅服务'] },
    ),
  ).toEqual(['moved: 档案 A080201 图书借阅服务 → 体育 A090101 图书借阅服务']);
});

test('a department that kept its services was renamed', () => {
  const rows = ['A080201 图书借阅服务', 'A080202 古籍修复服务'];
  expect(changes({ 人防: rows, 体育: ['A09 体育服务'] }, { 国防: rows })).toEqual([
    'renamed: 人防 → 国防',
    'removed: 体育 → ',
    'removed: 体育 A09 体育服务 → ',
  ]);
});
