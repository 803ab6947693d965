import { describe, expect, test } from 'vitest';
import { compareDetails } from './compare-details.ts';
import type { ComparedSide } from './compare-page.ts';
import type { FigureRow } from './figure-row.ts';

const row = (table: number, line: number, label: string, wan: number, code = ''): FigureRow => ({
  table,
  line,
  side: '',
  code,
  label,
  column: '合计',
  printed: wan.toFixed(2),
  yuan: Math.round(wan * 10_000),
});

const side = (year: number, rows: FigureRow[], more: Partial<ComparedSide> = {}): ComparedSide => ({
  id: `shi-li-guan/${year}`,
  unit: '示例馆',
  year,
  kind: '单位',
  rows,
  ...more,
});

/** `1 207 文化支出 | 300.00 200.00 | 多 …`, without the level where rows have none. */
const show = (sides: ComparedSide[], title: string) =>
  compareDetails(sides)
    .find((section) => section.title === title)
    ?.rows.map(
      ({ level, name, cells, difference }) =>
        `${level ? `${level} ` : ''}${name} | ${cells.map((cell) => cell.text || '—').join(' ')} | ${difference}`,
    );

describe('spending by 类, 款 and 项', () => {
  const sides = [
    side(2031, [
      row(3, 40, '文化支出', 30, '207'),
      row(3, 41, '文物', 30, '20702'),
      row(3, 42, '博物馆', 30, '2070205'),
    ]),
    side(2030, [
      row(3, 50, '文化支出', 20, '207'),
      row(3, 51, '文物', 20, '20702'),
      row(3, 52, '文物保护', 20, '2070204'),
    ]),
  ];

  test('is matched by code, and says what came and what went', () => {
    expect(show(sides, '支出功能：类、款、项')).toEqual([
      '1 207 文化支出 | 30.00 20.00 | 多 10.00（50.00%）',
      '2 20702 文物 | 30.00 20.00 | 多 10.00（50.00%）',
      '3 2070204 文物保护 | — 20.00 | 不再列',
      '3 2070205 博物馆 | 30.00 — | 新列',
    ]);
  });

  test('says only where it stands for two bodies', () => {
    const [a, b] = sides as [ComparedSide, ComparedSide];
    const other = { ...b, id: 'yi-guan/2030', unit: '乙馆' };
    expect(show([a, other], '支出功能：类、款、项')?.slice(2)).toEqual([
      '3 2070204 文物保护 | — 20.00 | 只列于后者',
      '3 2070205 博物馆 | 30.00 — | 只列于前者',
    ]);
  });

  test('leads to the row of a figure, and to none where it is the sum of the rows of several bodies', () => {
    const department = side(2031, [
      row(3, 40, '文化支出', 30, '207'),
      row(3, 45, '文化支出', 10, '207'),
      row(3, 46, '文物', 10, '20702'),
    ]);
    const [section] = compareDetails([department, department]);
    expect(section?.rows.map(({ cells }) => `${cells[0]?.text} ${cells[0]?.anchor}`)).toEqual([
      '40.00 ',
      '10.00 L46',
    ]);
  });
});

test('economic items are matched by name within their group', () => {
  const sides = [
    side(2031, [
      row(6, 60, '工资福利支出', 9),
      row(6, 61, '基本工资', 9),
      row(6, 62, '商品和服务支出', 2),
      row(6, 63, '其他', 2),
    ]),
    side(2030, [row(6, 70, '工资福利支出', 8), row(6, 71, '基本工资', 7), row(6, 72, '其他', 1)]),
  ];
  expect(show(sides, '基本支出经济科目')).toEqual([
    '1 工资福利支出 | 9.00 8.00 | 多 1.00（12.50%）',
    '2 基本工资 | 9.00 7.00 | 多 2.00（28.57%）',
    '2 其他 | — 1.00 | 不再列',
    '1 商品和服务支出 | 2.00 — | 新列',
    '2 其他 | 2.00 — | 新列',
  ]);
});

describe('projects', () => {
  test('are matched by name without the year, alike ones first, and the total of the unit is no project', () => {
    const sides = [
      side(2031, [
        row(12, 80, '示例馆', 60),
        row(12, 81, '2031年修缮补助', 30),
        row(12, 82, '讲座', 10),
        row(12, 83, '讲座', 20),
      ]),
      side(2030, [
        row(12, 90, '示例馆', 26),
        row(12, 91, '2030年修缮（补助）', 15),
        row(12, 92, '讲座', 10),
        row(12, 93, '迁址', 1),
      ]),
    ];
    expect(show(sides, '项目')).toEqual([
      '2031年修缮补助 | 30.00 15.00 | 多 15.00（100.00%）',
      '讲座 | 20.00 — | 新列',
      '讲座 | 10.00 10.00 | 相同',
      '迁址 | — 1.00 | 不再列',
    ]);
  });

  const form = (name: string, yuan?: number, printed = '') => ({
    ...{ name, printed, anchor: 'p1' },
    ...(yuan === undefined ? {} : { yuan }),
  });

  test('are those of the forms where no table names them', () => {
    const forms = [form('讲座', 123_456)];
    const [, , section] = compareDetails([side(2031, [], { forms }), side(2030, [row(12, 90, '讲座', 10)])]);
    expect(section?.rows[0]?.cells.map(({ text, anchor }) => [text, anchor])).toEqual([
      ['12.3456', 'p1'],
      ['10.00', 'L90'],
    ]);
    expect(section?.note).toContain('2031 年的文本没有逐项的项目支出表');
  });

  test('of forms and of both tables are one list, for forms do not tell what is carried over', () => {
    const forms = [form('讲座', 100_000), form('迁址', 200_000)];
    const sides = [side(2031, [], { forms }), side(2030, [row(12, 90, '讲座', 10), row(13, 95, '迁址', 30)])];
    expect(show(sides, '项目')).toEqual([
      '迁址 | 20.00 30.00 | 少 10.00（33.33%）',
      '讲座 | 10.00 10.00 | 相同',
    ]);
    expect(show(sides, '上年结转的项目')).toBeUndefined();
  });

  test('whose money cannot be read are there all the same', () => {
    const undecided = { ...row(12, 91, '迁址', 0), printed: '3l2.10' };
    delete undecided.yuan;
    const tables = side(2031, [row(12, 90, '讲座', 10), undecided]);
    const forms = [form('讲座'), form('迁址', 3_121_000)];
    expect(show([tables, side(2030, [], { forms })], '项目')).toEqual([
      '迁址 | 3l2.10（无法确认） 312.10 | ',
      '讲座 | 10.00 未写明 | ',
    ]);
  });

  test('did neither come nor go where the other text lists none at all', () => {
    const sides = [
      side(2031, [row(12, 90, '讲座', 10), row(3, 42, '博物馆', 30, '2070205')]),
      side(2030, []),
    ];
    expect(show(sides, '项目')).toEqual(['讲座 | 10.00 — | ']);
    expect(show(sides, '支出功能：类、款、项')).toEqual(['3 2070205 博物馆 | 30.00 — | ']);
  });

  test('are set side by side where a body calls its text 单位预算 in one year and 部门预算 in another', () => {
    const before = { id: 'shi-li-guan-bu-men/2030', unit: '示例馆（部门）', kind: '部门' as const };
    const rows = [row(12, 90, '示例馆', 99), row(12, 91, '讲座', 10), row(12, 92, '迁址', 1)];
    expect(show([side(2031, [row(12, 80, '讲座', 12)]), side(2030, rows, before)], '项目')).toEqual([
      '讲座 | 12.00 10.00 | 多 2.00（20.00%）',
      '迁址 | — 1.00 | 只列于后者',
    ]);
  });

  test('of two bodies are not set side by side', () => {
    const other = side(2031, [row(12, 90, '讲座', 10)], { id: 'yi-guan/2031', unit: '乙馆' });
    expect(show([side(2031, [row(12, 80, '讲座', 10)]), other], '项目')).toBeUndefined();
  });
});
