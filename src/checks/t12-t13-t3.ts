import type { Check } from './check.ts';
import { compareSum, compareWithin } from './compare.ts';
import { carriedProjects } from './rules/carried-projects.ts';
import { isAllAppropriation } from './rules/is-all-appropriation.ts';
import { present } from './rules/present.ts';
import { projectTotal } from './rules/project-total.ts';

/** The projects of tables 十二 and 十三 are the project spending of table 三. */
export const t12T13T3: Check = {
  id: 't12-t13-t3',
  sentence: '表十二合计加表十三合计等于表三项目支出合计',
  reason:
    '全部项目支出由本年预算项目和上年结转项目构成；表十三只列财政拨款，有其他结转资金时两表之和不超过表三。',
  tables: [12, 13, 3],
  templates: ['shanxi-13'],
  run: (book) => {
    const check = 't12-t13-t3';
    const [now, left, all] = [projectTotal(book, 12), carriedProjects(book), book.total(3, 'project')];
    if (left.unchecked || now.unchecked || isAllAppropriation(book)) {
      const wording = { check, expected: '表十二＋表十三', conversion: book.disclosure.findings };
      return present([compareSum(all, [now, left], wording)]);
    }
    const rest = (now.rest ?? 0) + (left.rest ?? 0);
    const sum = { yuan: now.yuan + left.yuan, rest, half: now.half + left.half };
    const both = { ...now, label: '表十二＋表十三', ...sum };
    return present([compareWithin(both, all, { check, conversion: book.disclosure.findings })]);
  },
};
