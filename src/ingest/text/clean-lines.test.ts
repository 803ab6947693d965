import { expect, test } from 'vitest';
import { cleanLines } from './clean-lines.ts';

const clean = (text: string) => cleanLines([{ text, line: 1 }]).dropped.map(({ reason }) => reason);

test.each(['{4}------------------------', '--- Page 4 ---', '[Page 4 of 60]', '=== 第 4 页 ===', '— 4 —'])(
  '%s parts pages',
  (text) => expect(clean(text)).toEqual(['页码']),
);

test.each(['第4页为项目支出', 'Page', '4个项目'])('%s is text', (text) => expect(clean(text)).toEqual([]));

test('a running header is content on the cover, and nowhere behind it', () => {
  const header = '云溪县图书馆2031年度单位预算公开';
  const page = (text: string) => ['', header, '', text];
  const body = [
    '第一部分 概况',
    '一、本单位职责',
    '收藏图书。',
    '二、机构设置情况',
    '内设科室。',
    '第三部分 说明',
  ];
  const read = (cover: string[]) =>
    cleanLines([...cover, ...body.flatMap(page)].map((text, index) => ({ text, line: index + 1 })))
      .lines.map(({ text }) => text)
      .filter(Boolean);
  expect(read([header])).toEqual([header, ...body]);
  expect(read(['云溪县图书馆', '2031年度单位预算公开', '第一部分 概况'])).not.toContain(header);
});
