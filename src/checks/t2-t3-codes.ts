import type { Check } from './check.ts';
import { compareSum, unchecked } from './compare.ts';
import { sameCodes } from './rules/same-codes.ts';

/** By functional item, income and carry-over of table 二 are the spending of table 三. */
export const t2T3Codes: Check = {
  id: 't2-t3-codes',
  sentence: '按科目：表二本年收入加上年结转等于表三支出合计',
  reason: '没有年终结转时，每个科目的资金全部用于该科目的支出。',
  tables: [2, 3],
  templates: ['shanxi-13'],
  run: (book) => {
    const closing = book.line(1, 'closing');
    if (!closing.unchecked && closing.yuan !== 0) {
      return [unchecked('t2-t3-codes', closing.place, '表一有年终结转，各科目的收支不必相等')];
    }
    const two = book.table(2);
    const carried = typeof two === 'string' ? undefined : two.column('', 'carried');
    if (
      typeof two !== 'string' &&
      carried &&
      two.lines.filter((line) => line.amounts.has(carried.path)).length === 1
    ) {
      return [unchecked('t2-t3-codes', { table: 2, line: two.table.line }, '表二的上年结转没有按科目列示')];
    }
    return sameCodes('t2-t3-codes', book, [3, 2], (pair) => [
      compareSum(pair.a('total'), [pair.b('total'), pair.b('carried')], {
        check: 't2-t3-codes',
        expected: '表二本年收入＋上年结转',
        conversion: book.disclosure.findings,
      }),
    ]);
  },
};
