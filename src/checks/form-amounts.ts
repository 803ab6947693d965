import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { compareEqual, compareSum, unchecked } from './compare.ts';
import { formTerm } from './rules/form-term.ts';
import { isWrongUnit } from './rules/is-wrong-unit.ts';
import { sameAmount } from './rules/match-projects.ts';

const check = 'form-amounts';

/** A form's amount of the year is the amount of its project in table 十二. */
export const formAmounts: Check = {
  id: 'form-amounts',
  sentence: '每张绩效目标表的年度资金总额（元）等于表十二同一项目的合计（万元）',
  reason: '两处是同一项目的年度预算；上年结转项目以表十三为准，可填在实施期资金中。',
  tables: [12, 13],
  templates: ['shanxi-13', 'national'],
  run: (book) => {
    if (book.disclosure.projects.length === 0) return [unchecked(check, {}, '没有绩效目标表')];
    const twelve = book.table(12);
    if (typeof twelve === 'string') return [unchecked(check, { table: 12 }, twelve)];
    return book.matches().pairs.flatMap(({ row, project, carried: addend }): CheckFinding[] => {
      if (addend) {
        const total = formTerm(project, 'annual');
        const expected = '表十二、表十三同一项目之和';
        const sum = compareSum(total, [row.term, addend.term], { check, expected });
        return sum ? [sum] : [];
      }
      const carried = row.table === 13 && sameAmount(row, project) && formTerm(project, 'annual').yuan === 0;
      const form = formTerm(project, carried ? 'total' : 'annual');
      if (isWrongUnit(form, row.term)) {
        return [
          unchecked(check, form.place, `${form.label}与报表相差一万倍，另见金额单位的核对`, [form, row.term]),
        ];
      }
      // Some systems cut off what is below 0.01 万元 instead of rounding it.
      const finding = compareEqual(form, row.term, {
        check,
        slack: 50,
        conversion: book.disclosure.findings,
      });
      return finding ? [finding] : [];
    });
  },
};
