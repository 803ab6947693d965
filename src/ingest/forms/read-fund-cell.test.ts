import { expect, test } from 'vitest';
import { readFundCell } from './read-fund-cell.ts';

test.each([
  ['实施期资金总额：404,000', '404,000'],
  ['实施期资金总额：-404,000', '-404,000'],
  ['实施期资金总额：（404,000）', '(404,000)'],
  ['实施期资金总额：(404000.00)', '(404000.00)'],
])('%s holds the amount %s', (cell, printed) => {
  const amounts = readFundCell(cell).filter(({ kind }) => kind === 'amount');
  expect(amounts[0]).toEqual({ kind: 'amount', printed });
});

test.each([
  ['实施期资玉总额：404,000', '合计', '实施期'],
  ['年度资金总', '合计', '年度'],
  ['市自（区）财政资金', '市县', null],
  ['其中：中夬财政资金', '中央', null],
  ['省级财资金', '省级', null],
])('%s, misread in one character, is the label of %s', (cell, source, scope) =>
  expect(readFundCell(cell)[0]).toEqual({ kind: 'label', source, scope }),
);

test.each(['运转类财政资金', '某级财政资金', '财务人员工资'])('%s is no label', (cell) =>
  expect(readFundCell(cell)[0]).toMatchObject({ kind: 'other' }),
);
