import type { Check } from './check.ts';
import { compareWithin } from './compare.ts';
import { present } from './rules/present.ts';
import { projectTotal } from './rules/project-total.ts';

/** The funds of table 十三 are carried over in table 四. */
export const t13T4Funds: Check = {
  id: 't13-t4-funds',
  sentence: '表十三各类预算栏不超过表四同类预算的上年结转',
  reason: '表十三的项目由上年结转的财政拨款安排。',
  tables: [13, 4],
  templates: ['shanxi-13'],
  run: (book) =>
    present(
      (['general', 'fund', 'capital'] as const).map((kind) =>
        compareWithin(projectTotal(book, 13, kind), book.source(4, kind, true), {
          check: 't13-t4-funds',
          conversion: book.disclosure.findings,
        }),
      ),
    ),
};
