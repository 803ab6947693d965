import { expect, test } from 'vitest';
import type { Chart } from './chart.ts';
import { chartCsv } from './chart-csv.ts';

test('writes whole yuan, parts of one, blanks and lines, quoted where needed', () => {
  const chart: Chart = {
    id: 'income',
    title: '收入预算图',
    unit: '万元',
    sentence: '',
    tables: [1],
    scenes: null,
    table: {
      columns: [
        { name: '来源', kind: 'text' },
        { name: '金额', kind: 'money' },
        { name: '占比', kind: 'share' },
      ],
      rows: [
        { cells: ['拨款, "当年"', 800_000, 2 / 3], line: 90, grouped: false },
        { cells: ['=单位资金', null, null], line: null, grouped: false },
      ],
    },
  };
  expect(chartCsv(chart)).toBe(
    '\uFEFF来源,金额（元）,占比,原文行\r\n"拨款, ""当年""",800000,0.666667,90\r\n\'=单位资金,,,\r\n',
  );
});
