import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { unchecked } from './compare.ts';
import { operandOf } from './reading/term.ts';
import { projectTotal } from './rules/project-total.ts';
import { judgeQuotient } from './rules/quotient.ts';
import { statedTerm } from './rules/stated-in-table.ts';
import { readStatedPerformance } from './rules/stated-performance.ts';

const check = 'narrative-10-published';

/** The stated share of published projects is their money over all project spending. */
export const narrative10Published: Check = {
  id: 'narrative-10-published',
  sentence: '说明十：公开项目金额的占比等于公开金额除以项目支出总额',
  reason: '占比以项目支出总额为分母；总额可以含或不含上年结转，任一口径相符即可，大于全部口径的为不符。',
  tables: [12, 3],
  sections: [10],
  templates: ['shanxi-13'],
  run: (book) => {
    const amount = readStatedPerformance(book).published?.amount;
    if (!amount?.amount || !amount.share)
      return [unchecked(check, { section: 10 }, '说明十没有读到公开项目金额的占比')];
    const { share } = amount;
    const term = statedTerm(10, amount, amount.amount);
    const place = { section: 10, line: amount.line };
    const wholes = [projectTotal(book, 12), book.total(3, 'project'), book.total(5, 'project')].filter(
      (whole) => !whole.unchecked && whole.yuan > 0,
    );
    const judged = wholes.flatMap((whole) => {
      const fraction = { part: term.yuan, whole: whole.yuan, partHalf: term.half, wholeHalf: whole.half };
      const result = judgeQuotient(share, fraction);
      return result ? [{ whole, result }] : [];
    });
    const rank = { 相符: 0, 尾差: 1, 不符: 2 };
    const [best] = judged.sort((a, b) => rank[a.result.outcome] - rank[b.result.outcome]);
    if (!best) return [unchecked(check, place, '没有可作为项目支出总额的报表金额', [term])];
    const least = Math.min(...judged.map(({ result }) => Number.parseFloat(result.expected)));
    if (best.result.outcome === '不符' && share.ppm / 10_000 < least) {
      const reason = `说明称公开项目占 ${share.printed}，低于按本单位项目支出计算的占比，分母可能另有口径`;
      return [unchecked(check, place, reason, [term])];
    }
    const finding: CheckFinding = {
      check,
      outcome: best.result.outcome,
      place,
      actual: share.printed,
      expected: best.result.expected,
      operands: [operandOf(term), operandOf(best.whole)],
      message: `说明称公开项目占 ${share.printed}，${term.printed} 与${best.whole.label} ${best.whole.printed} 万元之比为 ${best.result.expected}`,
    };
    if (best.result.outcome === '不符') finding.likely = 'publication';
    return [finding];
  },
};
