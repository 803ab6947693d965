import { expect, test } from 'vitest';
import type { Chart } from '../../charts/chart.ts';
import { writeChart } from './write-chart.ts';

const chart: Chart = {
  ...{ id: 'flow', title: '资金流向', sentence: '一句话。', unit: '万元', tables: [2, 3], scenes: null },
  table: {
    columns: [
      { name: '从', kind: 'text' },
      { name: '到', kind: 'text' },
      { name: '金额', kind: 'money' },
    ],
    rows: [{ cells: ['一般公共预算', '教育支出', 10_000], line: 12, grouped: false }],
  },
};

test('names stand at the left of their columns, figures and their headings at the right', () => {
  const html = writeChart(chart);
  expect(html).toContain(
    '<th scope="col">到</th><th scope="col" class="n">金额（万元）</th><th scope="col" class="n">原文行</th>',
  );
  expect(html).toContain('<td class="t">教育支出</td><td>1.00</td><td><a href="#L12">12</a></td>');
});

test('downloads and origins are told apart', () => {
  const html = writeChart(chart, { file: (extension) => `/flow.${extension}` });
  const text = html.slice(html.indexOf('<p class="small">')).replace(/<[^>]+>/g, '');
  expect(text).toBe('CSV　取自表二、表三');
});
