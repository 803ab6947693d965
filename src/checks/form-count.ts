import type { Check } from './check.ts';
import { unchecked } from './compare.ts';
import { readStatedPerformance } from './rules/stated-performance.ts';

const check = 'form-count';

/** As many forms are printed as section 十 says are published. */
export const formCount: Check = {
  id: 'form-count',
  sentence: '绩效目标表的张数等于说明十所称公开的项目个数',
  reason: '每个公开的项目附一张目标表。',
  tables: [],
  sections: [10],
  templates: ['shanxi-13'],
  run: (book) => {
    // How many have targets says nothing about how many are published.
    const stated = readStatedPerformance(book).published?.count;
    if (!stated?.count) return [unchecked(check, { section: 10 }, '说明十没有读到公开项目的个数')];
    const place = { section: 10, line: stated.line };
    const forms = book.disclosure.projects.length;
    const { value, unit } = stated.count;
    const same = forms === value;
    const unread = book.disclosure.findings.find(({ rule }) => rule === 'form-unread');
    if (forms < value && unread) {
      const reason = `第${unread.place.line}行起的表格像绩效目标表而未读取，张数不作比较`;
      return [unchecked(check, place, reason)];
    }
    return [
      {
        check,
        outcome: same ? '相符' : '不符',
        place,
        actual: `${value} ${unit}`,
        expected: `${forms} 张`,
        operands: [{ label: `说明「${stated.what.slice(-16)}」`, printed: `${value}${unit}`, place }],
        message: `说明称项目 ${value} ${unit}，读到绩效目标表 ${forms} 张`,
        ...(same ? {} : { likely: forms < value ? ('conversion' as const) : ('publication' as const) }),
      },
    ];
  },
};
