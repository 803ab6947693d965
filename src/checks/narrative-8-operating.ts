import type { Check } from './check.ts';
import { projectTotal } from './rules/project-total.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';

const promises: Stating[] = [
  {
    what: /机关运行经费(财政拨款)?(支出)?(预算)?(数|总额|安排|支出)?$/,
    terms: (book) => [projectTotal(book, 11)],
  },
];

/** Section 八 states the total of table 十一. */
export const narrative8Operating: Check = {
  id: 'narrative-8-operating',
  sentence: '说明八：机关运行经费等于表十一合计',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [11],
  sections: [8],
  templates: ['shanxi-13'],
  run: (book) => statedInTable('narrative-8-operating', book, 8, promises),
};
