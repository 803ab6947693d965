import { expect, test } from 'vitest';
import type { CompareRow, Comparison } from './compare-page.ts';
import { comparisonCsv } from './comparison-csv.ts';

const row = (name: string, level: number, texts: string[], difference: string): CompareRow => ({
  ...{ name, level, difference },
  cells: texts.map((text) => ({ text, share: '', bar: 0, anchor: '' })),
});

const comparison: Comparison = {
  heads: [2031, 2030].map((year) => ({ id: `shi-li-guan/${year}`, unit: '示例馆', year })),
  sections: [
    {
      ...{ title: '收支总量', unit: '万元', note: '' },
      rows: [row('支出总计', 0, ['1,234,567.80', '1,000.00'], '多 1,233,567.80（是后者的 1234.6 倍）')],
    },
    {
      ...{ title: '项目', unit: '万元', note: '' },
      rows: [row('讲座, 二期', 2, ['3l2,100（无法确认）', ''], '')],
    },
  ],
};

test('each row of a comparison is a line, with amounts that a spreadsheet can add up', () => {
  expect(comparisonCsv(comparison)).toBe(
    [
      '\ufeff部分,级次,项目,单位,示例馆 2031,示例馆 2030,前者比后者',
      '收支总量,,支出总计,万元,1234567.80,1000.00,多 1233567.80（是后者的 1234.6 倍）',
      '项目,2,"讲座, 二期",万元,"3l2,100（无法确认）",,',
      '',
    ].join('\r\n'),
  );
});

test('of more than two, no difference is given', () => {
  const { heads, sections } = comparison;
  const three = {
    heads: [...heads, { id: 'yi-guan/2031', unit: '乙馆', year: 2031 }],
    sections: sections.slice(0, 1),
  };
  expect(comparisonCsv(three)).toMatch(/,示例馆 2030,乙馆 2031\r\n.*,1000.00\r\n$/);
});
