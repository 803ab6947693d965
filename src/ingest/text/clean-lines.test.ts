import { expect, test } from 'vitest';
import { cleanLines } from './clean-lines.ts';

const clean = (text: string) => cleanLines([{ text, line: 1 }]).dropped.map(({ reason }) => reason);

test.each(['{4}------------------------', '--- Page 4 ---', '[Page 4 of 60]', '=== 第 4 页 ===', '— 4 —'])(
  '%s parts pages',
  (text) => expect(clean(text)).toEqual(['页码']),
);

test.each(['第4页为项目支出', 'Page', '4个项目'])('%s is text', (text) => expect(clean(text)).toEqual([]));
