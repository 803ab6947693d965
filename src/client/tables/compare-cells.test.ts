import { expect, test } from 'vitest';
import { compareCells } from './compare-cells.ts';

const sorted = (cells: string[], amounts: boolean, down: boolean) =>
  cells.toSorted((a, b) => compareCells(a, b, amounts, down));

test('orders amounts by their value, and what has none last in both directions', () => {
  const cells = ['9.50', '', '1,200.00', '30O.00', '-4.00', '１２.00'];
  expect(sorted(cells, true, true)).toEqual(['1,200.00', '１２.00', '9.50', '-4.00', '', '30O.00']);
  expect(sorted(cells, true, false)).toEqual(['-4.00', '9.50', '１２.00', '1,200.00', '', '30O.00']);
});

test('orders names and codes as texts', () => {
  expect(sorted(['2080502', '', '208', '20805'], false, false)).toEqual(['208', '20805', '2080502', '']);
});
