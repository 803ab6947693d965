import type { Check } from './check.ts';
import { compareEqual } from './compare.ts';
import type { ColumnKind } from './reading/column-kind.ts';
import { present } from './rules/present.ts';
import { projectTotal } from './rules/project-total.ts';

/** Table 十二’s columns of funds are the project spending of tables 五, 八 and 九. */
export const t12Funds: Check = {
  id: 't12-funds',
  sentence: '表十二：一般公共预算、政府性基金预算、国有资本经营预算栏分别等于表五、表八、表九的项目支出',
  reason: '各类预算的项目支出在表十二按项目列示。',
  tables: [12, 5, 8, 9],
  templates: ['shanxi-13'],
  run: (book) => {
    const wording = { check: 't12-funds', conversion: book.disclosure.findings };
    const row = (kind: ColumnKind) => projectTotal(book, 12, kind);
    return present([
      compareEqual(row('general'), book.total(5, 'project'), wording),
      book.isEmpty(8) ? null : compareEqual(row('fund'), book.total(8, 'project'), wording),
      book.isEmpty(9) ? null : compareEqual(row('capital'), book.total(9, 'project', '支出'), wording),
    ]);
  },
};
