import type { Check } from './check.ts';
import { threePublicNames, threePublicPart } from './reading/three-public.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';
import { threePublicTerm } from './rules/three-public-term.ts';
import type { Statement } from './statements/statement.ts';

const promises: Stating[] = threePublicNames.map(([part, name]) => ({
  what: part === 'total' ? /三公[”"]?经费(财政拨款)?(支出)?(预算)?(数|总额|总数)?$/ : name,
  terms: (book) => [threePublicTerm(book, part)],
}));

/** What comes once more with another amount is that of one unit, or of another year. */
function isFirst(statement: Statement, all: Statement[]): boolean {
  const part = threePublicPart(statement.what);
  const isAlike = (one: Statement) =>
    !one.reason && !one.prior && (one.year ?? statement.year) === statement.year;
  return all.find((one) => one.amount && isAlike(one) && threePublicPart(one.what) === part) === statement;
}

/** Section 七 states the lines of table 十. */
export const narrative7ThreePublic: Check = {
  id: 'narrative-7-three-public',
  sentence: '说明七：“三公”经费及各项费用等于表十',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [10],
  sections: [7],
  templates: ['shanxi-13', 'national'],
  run: (book) => statedInTable('narrative-7-three-public', book, 7, promises, isFirst),
};
