import { expect, test } from 'vitest';
import { sampleDisclosure } from '../gallery/sample-disclosure.ts';
import { layoutProjects } from './layout.ts';
import { readProjects } from './read-projects.ts';

test('ranks by money and takes the source from the form of the same name and amount', () => {
  const { projects, total } = readProjects(
    sampleDisclosure({
      projects: [
        ['道路 养护', '30.00'],
        ['道路养护', '50.00'],
        ['设备购置', '10.00'],
      ],
      forms: [
        ['道路养护', { 合计: '500000', 省级: '200000', 市县: '300000' }],
        ['设备购置', { 合计: '990000', 市县: '990000' }],
      ],
    }),
  );
  expect(projects.map(({ name, yuan, sources }) => [name, yuan, sources])).toEqual([
    [
      '道路养护',
      500_000,
      [
        { source: '省级', yuan: 200_000 },
        { source: '市县', yuan: 300_000 },
      ],
    ],
    ['道路养护', 300_000, [{ source: '未列明', yuan: 300_000 }]],
    ['设备购置', 100_000, [{ source: '未列明', yuan: 100_000 }]],
  ]);
  expect(total).toBe(900_000);
});

test('uses the forms where table 十二 has no rows', () => {
  const { projects, tables } = readProjects(
    sampleDisclosure({ forms: [['设备购置', { 市县: '70000', 中央: '30000' }]] }),
  );
  expect(projects).toMatchObject([{ name: '设备购置', yuan: 100_000 }]);
  expect(tables).toEqual([]);
});

test.each([
  [{ 财政拨款: '90000', 省级: '20000', 市县: '70000', 其他: '10000' }, ['省级', '市县', '其他']],
  [{ 财政拨款: '90000', 省级: '20000', 其他: '10000' }, ['财政拨款', '其他']],
  [{ 合计: '90000', 财政拨款: '90000', 上年结转: '30000' }, ['财政拨款']],
  [{ 合计: '120000', 财政拨款: '90000', 上年结转: '30000' }, ['财政拨款', '上年结转']],
])('counts 财政拨款 and what it is made up of once: %o', (funds, expected) => {
  const { projects } = readProjects(sampleDisclosure({ forms: [['设备购置', funds]] }));
  const [{ yuan, sources } = { yuan: 0, sources: [] }] = projects;
  expect(sources.map(({ source }) => source)).toEqual(expected);
  expect(sources.reduce((sum, source) => sum + source.yuan, 0)).toBe(yuan);
  expect(yuan).toBe(Number('合计' in funds ? funds.合计 : 100_000));
});

test('groups what is beyond twelve and lists it in the table', () => {
  const projects = Array.from({ length: 20 }, (_, index): [string, string] => [
    `项目${index + 1}`,
    `${40 - index}.00`,
  ]);
  const chart = layoutProjects(sampleDisclosure({ projects }));
  expect(chart?.scenes?.narrow.marks).toHaveLength(13);
  expect(chart?.scenes?.narrow.marks.at(-1)?.title).toMatch(
    /^其他 8 个项目：196.00 万元，占 32.13%：项目13 28.00/,
  );
  expect(chart?.table.rows.filter((row) => row.grouped)).toHaveLength(8);
});

test('is a sentence with one project', () => {
  const chart = layoutProjects(sampleDisclosure({ projects: [['设备购置', '9.00']] }));
  expect(chart?.scenes).toBeNull();
  expect(chart?.sentence).toBe('2031 年只有一个项目有资金：「设备购置」，9.00 万元（来源未列明）。');
});
