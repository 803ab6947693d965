import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import { present } from './rules/present.ts';

/** Table 四’s sources of appropriation are table 一’s. */
export const t4T1Sources: Check = {
  id: 't4-t1-sources',
  sentence: '表四的一般公共预算、政府性基金预算、国有资本经营预算收入等于表一同名收入',
  reason: '财政拨款收入是本年收入中的同一部分。',
  tables: [4, 1],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    present(
      (['general', 'fund', 'capital'] as const).map((kind) =>
        compareEqual(book.source(4, kind), book.source(1, kind), {
          check: 't4-t1-sources',
          conversion: book.disclosure.findings,
        }),
      ),
    ),
};
