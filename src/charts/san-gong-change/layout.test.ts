import { expect, test } from 'vitest';
import type { Disclosure } from '../../schema/disclosure.ts';
import { sampleDisclosure } from '../gallery/sample-disclosure.ts';
import { layoutSanGongChange } from './layout.ts';

function saying(text: string): Disclosure {
  return {
    ...sampleDisclosure({}),
    sections: [
      {
        kind: 'narrative',
        number: 7,
        title: '“三公”经费增减变动原因说明',
        line: 400,
        blocks: [{ kind: 'paragraph', text, line: 401 }],
      },
    ],
  };
}

test('draws both years of each item that the narrative compares', () => {
  const chart = layoutSanGongChange(
    saying(
      '2031年“三公”经费预算5.00万元，比2030年减少3.00万元。其中：公务接待费1.00万元，与上年预算数相同；公务用车运行维护费4.00万元，比上年减少3.00万元。',
    ),
  );
  expect(chart?.table.rows.map((row) => row.cells)).toEqual([
    ['“三公”经费合计', 80_000, 50_000, -30_000],
    ['公务接待费', 10_000, 10_000, 0],
    ['公务用车运行维护费', 70_000, 40_000, -30_000],
  ]);
  expect(chart?.scenes?.narrow.marks.map((mark) => mark.title)).toContain(
    '公务用车运行维护费 2030 年：7.00 万元（−3.00）',
  );
  expect(chart?.sentence).toContain('减少 3.00 万元；变动的有公务用车运行维护费');
});

test('is a sentence where nothing changed, and nothing where nothing is compared', () => {
  const same = layoutSanGongChange(saying('2031年“三公”经费预算2.00万元，与2030年预算数相同。'));
  expect(same).toMatchObject({ scenes: null, sentence: '情况说明称 2031 年“三公”经费各项与 2030 年相同。' });
  expect(layoutSanGongChange(sampleDisclosure({}))).toBeNull();
});
