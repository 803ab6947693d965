import type { Check } from './check.ts';
import { compareEqual, compareWithin } from './compare.ts';
import { present } from './rules/present.ts';
import { projectTotal } from './rules/project-total.ts';

const check = 't12-t3-projects';

/** The list of projects is all project spending where it says what was carried over, else a part of it. */
export const t12T3Projects: Check = {
  id: check,
  sentence: '表十二合计等于表三项目支出合计；表十二没有上年结转栏时不超过它',
  reason: '项目支出按项目逐一列示。',
  tables: [12, 3],
  templates: ['national'],
  run: (book) => {
    const view = book.table(12);
    const hasCarried = typeof view !== 'string' && view.column('', 'carried') !== undefined;
    const wording = { check, conversion: book.disclosure.findings };
    return present([
      (hasCarried ? compareEqual : compareWithin)(projectTotal(book, 12), book.total(3, 'project'), wording),
    ]);
  },
};
