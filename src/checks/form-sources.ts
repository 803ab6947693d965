import type { CheckFinding } from '../schema/finding.ts';
import { FundSource } from '../schema/project.ts';
import type { Check } from './check.ts';
import { compareSum, unchecked } from './compare.ts';
import { formTerm } from './rules/form-term.ts';

const check = 'form-sources';
const sources = FundSource.options.filter((source) => source !== '合计');

/** In each form, the total of the period and that of the year equal the sum of their sources. */
export const formSources: Check = {
  id: 'form-sources',
  sentence: '每张绩效目标表：资金总额等于中央、省级、市县、自筹、其他资金之和',
  reason: '项目资金按来源列示，总额由各来源相加得到。',
  tables: [],
  templates: ['shanxi-13'],
  run: (book) =>
    book.disclosure.projects.flatMap((project) =>
      (['total', 'annual'] as const).flatMap((when): CheckFinding[] => {
        const total = formTerm(project, when);
        const items = sources.map((source) => formTerm(project, when, source));
        const finding = compareSum(total, items, {
          check,
          expected: '各来源之和',
          conversion: book.disclosure.findings,
        });
        const lost = sources.filter((source) => !project.funds.some((line) => line.source === source));
        if (finding?.outcome === '不符' && lost.length > 0) {
          return [
            unchecked(check, total.place, `${total.label}：未读到${lost.join('、')}资金一行`, [
              total,
              ...items,
            ]),
          ];
        }
        return finding ? [finding] : [];
      }),
    ),
};
