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
