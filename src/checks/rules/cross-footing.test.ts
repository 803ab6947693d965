import { expect, test } from 'vitest';
import type { Cell, Column } from '../../schema/table.ts';
import { checkDisclosure } from '../check-disclosure.ts';
import { cleanDisclosure } from '../testing/clean-disclosure.ts';
import { editTable } from '../testing/edit-disclosure.ts';

const clean = cleanDisclosure(3, { funds: true, exact: true });

/** Table 二 with a column more, made of the cell under 单位资金. */
const withColumn = (path: string, cell: (own: Cell) => Cell) =>
  editTable(2, (table) => {
    const own = table.columns.findIndex((column) => column.path.endsWith('单位资金'));
    const column: Column = { path, role: 'amount', side: '' };
    return {
      ...table,
      columns: table.columns.toSpliced(own + 1, 0, column),
      rows: table.rows.map((row) => ({
        ...row,
        cells: row.cells.toSpliced(own + 1, 0, cell(row.cells[own] ?? null)),
      })),
    };
  })(clean);
const outcomes = (disclosure: typeof clean) =>
  new Set(
    checkDisclosure(disclosure).flatMap(({ check, outcome }) => (check === 't2-cross' ? [outcome] : [])),
  );

test('what 单位资金 is made of is no part of the total beside it', () => {
  expect(outcomes(withColumn('本年收入/事业收入', (own) => own))).toEqual(new Set(['相符']));
  expect(outcomes(withColumn('本年收入/其中：事业收入', () => ({ printed: '5.00', yuan: 50_000 })))).toEqual(
    new Set(['相符']),
  );
});

test('a further source of income is a part of it', () => {
  expect(outcomes(withColumn('本年收入/事业收入', () => ({ printed: '5.00', yuan: 50_000 })))).toContain(
    '不符',
  );
});
