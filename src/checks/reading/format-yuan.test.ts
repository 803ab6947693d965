import { expect, test } from 'vitest';
import { formatWan } from './format-yuan.ts';

test.each([
  [312_361_300, '31236.13'],
  [85_152, '8.5152'],
  [85_150, '8.515'],
  [500, '0.05'],
  [-100, '-0.01'],
  [0, '0.00'],
])('%i yuan are %s 万元', (yuan, text) => {
  expect(formatWan(yuan)).toBe(text);
});
