import { expect, test } from 'vitest';
import { formatSummary } from './format-summary.ts';

const nothing = { added: [], changed: [], removed: [], files: 0, steps: [], seconds: 0 };

test('names the pages that changed, and counts what is too long to name', () => {
  const text = formatSummary({
    ...nothing,
    added: ['units/u/2024/'],
    changed: ['', ...Array.from({ length: 20 }, (_, index) => `units/u${index}/`)],
    files: 22,
    seconds: 1.25,
  });
  expect(text).toContain('新增 1 页\n  units/u/2024/');
  expect(text).toContain('更新 21 页\n  /\n  units/u0/');
  expect(text).toContain('  …另有 9 页');
  expect(text).toContain('已发布：22 个文件有变化，用时 1.3 秒。');
});

test('says so where nothing changed', () => {
  expect(formatSummary(nothing)).toBe('站点没有变化。');
});
