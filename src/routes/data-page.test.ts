import { expect, test } from 'vitest';
import type { WrittenNote } from '../data/data-step.ts';
import { dataPage, formatBytes } from './data-page.ts';

const written: WrittenNote = {
  dataPackage: {
    $schema: '',
    profile: 'tabular-data-package',
    name: 'mou-xian',
    title: '',
    description: '',
    version: '1',
    resources: [],
    conversion: {
      figures: { total: 20_000, undecided: 1 },
      money: { total: 40, undecided: 0 },
      indicators: { total: 0, undecided: 0 },
      findings: { decided: 3, undecided: 1, note: 0 },
      unknown: 0,
    },
  },
  corrections: [
    { disclosure: 'mou/2024', line: '7', kind: 'mask', was: '', now: '（姓名）', why: '个人姓名' },
  ],
};

test('lists the files without sizes before the first build', () => {
  const page = dataPage([], null);
  const paths = page.files.map(({ path }) => path);
  for (const path of ['figures.csv', 'conversion.csv', 'checks.csv']) expect(paths).toContain(path);
  expect(page.files.every(({ size, rows }) => size === '' && rows === '')).toBe(true);
});

test('rounds shares down, so that 100% means that nothing is open', () => {
  expect(dataPage([], written).quality?.lines.map(({ share }) => share)).toEqual(['99.99%', '100.00%', '—']);
});

test('a mask leads to its line and never shows what it covers', () => {
  expect(dataPage([], written).corrections).toEqual([
    {
      subject: 'mou/2024',
      line: 7,
      href: '/units/mou/2024/source/#L7',
      was: '',
      now: '（姓名）',
      why: '个人姓名',
      isMask: true,
    },
  ]);
});

test.each([
  [999, '999 B'],
  [12_500, '12.5 kB'],
  [3_400_000, '3.4 MB'],
])('writes %i bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
