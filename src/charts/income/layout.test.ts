import { expect, test } from 'vitest';
import { sampleDisclosure } from '../gallery/sample-disclosure.ts';
import { layoutIncome } from './layout.ts';

test('draws each source with an amount; zero and blank stand in the table only', () => {
  const chart = layoutIncome(
    sampleDisclosure({
      income: {
        sources: [
          ['一、一般公共预算', '80.00'],
          ['二、政府性基金预算', ''],
          ['五、单位资金', '0.00'],
          ['本年收入合计', '80.00'],
          ['上年结转', '20.00'],
        ],
        total: '100.00',
      },
    }),
  );
  expect(chart?.scenes?.wide.marks.map((mark) => mark.title)).toEqual([
    '一般公共预算：80.00 万元，占 80.00%',
    '上年结转：20.00 万元，占 20.00%',
  ]);
  expect(chart?.table.rows.map((row) => row.cells)).toEqual([
    ['一般公共预算', 800_000, 0.8],
    ['单位资金', 0, 0],
    ['上年结转', 200_000, 0.2],
    ['政府性基金预算', null, null],
  ]);
});

test('shows what the printed total has beyond its sources', () => {
  const chart = layoutIncome(
    sampleDisclosure({
      income: {
        sources: [
          ['一、一般公共预算', '60.00'],
          ['五、单位资金', '15.00'],
        ],
        total: '100.00',
      },
    }),
  );
  expect(chart?.table.rows.at(-1)).toMatchObject({ cells: ['总计与各项之差', 250_000, 0.25], line: null });
});

test('names what could not be read, with the text as printed', () => {
  const chart = layoutIncome(
    sampleDisclosure({
      income: {
        sources: [
          ['一、一般公共预算', '60.00'],
          ['上年结转', '1O.00'],
        ],
        total: '60.00',
      },
    }),
  );
  expect(chart?.table.rows.at(-1)?.cells).toEqual(['上年结转', '存疑（原文「1O.00」）', null]);
});

test('is a sentence with one source, and nothing without any', () => {
  const one = layoutIncome(
    sampleDisclosure({ income: { sources: [['一、一般公共预算', '88.00']], total: '88.00' } }),
  );
  expect(one?.scenes).toBeNull();
  expect(one?.sentence).toBe('2031 年收入预算 88.00 万元，全部来自一般公共预算。');
  expect(layoutIncome(sampleDisclosure({}))).toBeNull();
});
