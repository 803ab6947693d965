import { expect, test } from 'vitest';
import { nameMatcher } from './name-matcher.ts';

const texts = ['云溪县教育局（部门）', '江北省临水市云溪县', 'ＡＢ中心'];

test.each([
  ['', true],
  ['教育', true],
  ['临水 教育', true],
  ['教育　临水', true],
  ['（部门）', true],
  ['2中心', false],
  ['ＡＢ'.normalize('NFKC').concat('中心'), true],
  ['水利', false],
  ['教育 水利', false],
])('「%s」', async (typed, fits) => {
  expect((await nameMatcher(typed))(texts)).toBe(fits);
});
