import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 二’s columns of funds are table 一’s sources of income. */
export const t2T1Sources: Check = {
  id: 't2-t1-sources',
  sentence: '表二各资金来源栏的合计等于表一同一来源的收入',
  reason: '两张表按同样的资金来源划分本年收入。',
  tables: [2, 1],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present(
      (['general', 'fund', 'capital', 'account', 'own'] as const).map((kind) =>
        compareEqual(book.total(2, kind), book.source(1, kind), {
          check: 't2-t1-sources',
          conversion: book.disclosure.findings,
        }),
      ),
    ),
};
