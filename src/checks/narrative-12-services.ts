import type { Check } from './check.ts';
import { notApplicable, unchecked } from './compare.ts';
import { operandOf } from './reading/term.ts';
import { isOfThisYear, statedTerm } from './rules/stated-in-table.ts';
import { sectionSentences } from './statements/section-sentences.ts';

const check = 'narrative-12-services';

/** Where section 十二 says that there is no procurement of services, section 九 states none. */
export const narrative12Services: Check = {
  id: 'narrative-12-services',
  sentence: '说明十二称无政府采购服务支出时，说明九的服务采购预算为零',
  reason: '同一文本对同一事项的陈述应一致；“政府购买服务”与“政府采购服务”不是同一事项，不作比较。',
  tables: [],
  sections: [12, 9],
  templates: ['shanxi-13'],
  run: (book) => {
    const section = book.section(12);
    if (typeof section === 'string') return [unchecked(check, { section: 12 }, section)];
    const denial = sectionSentences(section).find(({ text }) => /(无|没有|未安排)(政府)?采购服务/.test(text));
    if (!denial)
      return [
        unchecked(check, { section: 12, line: section.line }, `${notApplicable}说明十二未称无政府采购服务`),
      ];
    const services = book
      .statements(9)
      .find((one) => /服务/.test(one.what) && one.amount && isOfThisYear(one, book));
    if (!services?.amount) return [unchecked(check, { section: 9 }, '说明九没有读到服务采购预算')];
    const term = statedTerm(9, services, services.amount);
    const same = term.yuan === 0;
    const place = { section: 12, line: denial.lines[0] };
    return [
      {
        check,
        outcome: same ? '相符' : '不符',
        place,
        operands: [operandOf(term)],
        message: `说明十二称无政府采购服务支出，说明九的服务采购预算为 ${term.printed}`,
        ...(same ? {} : { likely: 'publication' as const }),
      },
    ];
  },
};
