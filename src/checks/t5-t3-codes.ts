import type { Check } from './check.ts';
import { compareEqual, compareWithin } from './compare.ts';
import { isAllGeneral } from './rules/is-all-general.ts';
import { sameCodes } from './rules/same-codes.ts';

/** By functional item, table 五 is a part of table 三, and equal to it where there is no other money. */
export const t5T3Codes: Check = {
  id: 't5-t3-codes',
  sentence: '按科目：表五的基本支出、项目支出不超过表三；没有其他来源和结转时两者相等',
  reason: '表五是表三中由当年一般公共预算安排的部分。',
  tables: [5, 3],
  templates: ['shanxi-13', 'national'],
  run: (book) => {
    const wording = { check: 't5-t3-codes', conversion: book.disclosure.findings };
    const { basic, project } = isAllGeneral(book);
    return sameCodes('t5-t3-codes', book, [5, 3], (pair) => [
      (basic ? compareEqual : compareWithin)(pair.a('basic'), pair.b('basic'), wording),
      (project ? compareEqual : compareWithin)(pair.a('project'), pair.b('project'), wording),
    ]);
  },
};
