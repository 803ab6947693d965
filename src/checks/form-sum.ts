import type { Check } from './check.ts';
import { compareSum, unchecked } from './compare.ts';
import { countsByPeriod, formAmount } from './rules/form-term.ts';
import { present } from './rules/present.ts';
import { statedTerm } from './rules/stated-in-table.ts';
import { readStatedPerformance } from './rules/stated-performance.ts';

const check = 'form-sum';

/** The forms' amounts of the year add up to what section 十 says is published. */
export const formSum: Check = {
  id: 'form-sum',
  sentence: '绩效目标表的年度资金合计等于说明十所称公开项目的金额',
  reason: '公开项目的金额由各目标表的年度资金相加得到；上年结转项目按结转金额计入。',
  tables: [],
  sections: [10],
  templates: ['shanxi-13'],
  run: (book) => {
    const { published, managed } = readStatedPerformance(book);
    const group = published ?? managed;
    const amount = group?.amount;
    const { projects, findings } = book.disclosure;
    if (!amount?.amount) return [unchecked(check, { section: 10 }, '说明十没有读到公开项目的金额')];
    const stated = statedTerm(10, amount, amount.amount);
    if (projects.length === 0) return [unchecked(check, stated.place, '没有绩效目标表', [stated])];
    if (group?.count.count?.value !== projects.length) {
      const reason = `读到绩效目标表 ${projects.length} 张，与所称个数不同，金额不作比较`;
      return [unchecked(check, stated.place, reason, [stated])];
    }
    const carriedForms = projects.filter(countsByPeriod).length;
    const carried = carriedForms > 0 ? `（结转项目 ${carriedForms} 张取实施期资金）` : '';
    const expected = `${projects.length} 张目标表年度资金${carried}之和`;
    // The stated amount may have been added up from amounts in 万元, each rounded.
    return present([
      compareSum(stated, projects.map(formAmount), {
        check,
        expected,
        slack: 50 * projects.length,
        conversion: findings,
      }),
    ]);
  },
};
