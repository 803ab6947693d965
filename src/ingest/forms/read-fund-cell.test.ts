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
