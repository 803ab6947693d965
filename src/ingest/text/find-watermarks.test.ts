import { expect, test } from 'vitest';
import { findWatermarks } from './find-watermarks.ts';

const numbered = (texts: string[]) => texts.map((text, index) => ({ text, line: index + 1 }));

test('rows that blanks align are alike in every form, and no watermarks', () => {
  const row = '项目属性      一次性项目      项目期      1年';
  const header = '云溪县图书馆      2031年度单位预算公开';
  const lines = numbered(Array.from({ length: 8 }, () => [row, '', header, '']).flat());
  expect([...findWatermarks(lines)]).toEqual(['云溪县图书馆2031年度单位预算公开']);
});

test.each(['仅供校对      仅供校对      仅供校对', '仅  供  校  对'])('%s is a watermark', (tiled) => {
  expect(findWatermarks(numbered([tiled, tiled, tiled]))).toHaveProperty('size', 1);
});

const rows = (mark: string) => ['购书\t5.00', mark, '修缮\t3.00', mark, '演出\t2.00', mark, '讲座\t1.00'];

test('a line between the rows of one table of many is the beginning of names', () => {
  const others = Array.from({ length: 12 }, (_, index) => `2031年其他报表${index + 1}表`);
  const table = ['2031年项目支出预算表', ...rows('2031年乡村阅读推广专项资金'), '注：略'];
  expect(findWatermarks(numbered([...others, ...table]))).toHaveProperty('size', 0);
});

test('a line between the rows of several tables is a watermark', () => {
  const tables = ['2031年预算收入总表', ...rows('仅供校对'), '2031年预算支出总表', ...rows('仅供校对')];
  expect([...findWatermarks(numbered(tables))]).toEqual(['仅供校对']);
});

test('a running header may name a body with a long name, a sentence that repeats may not', () => {
  const header = '云溪县文化广电和旅游体育事业发展服务保障中心2031年度单位预算公开';
  const sentence = '本套报表的各项金额取自预算管理一体化系统并按规定的口径四舍五入';
  const lines = Array.from({ length: 8 }, () => [header, '', sentence, '']).flat();
  expect([...findWatermarks(numbered(lines))]).toEqual([header]);
});
