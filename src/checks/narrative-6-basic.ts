import type { Check } from './check.ts';
import type { Book } from './reading/book.ts';
import { readEconomicGroups } from './reading/economic-groups.ts';
import { economicItems } from './reading/economic-items.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';

const promises: Stating[] = [
  { what: /基本支出(预算)?$/, terms: (book) => [book.economicTotal()] },
  { what: /^人员经费(支出|预算)?$/, terms: (book) => [book.economicTotal('staff')] },
  { what: /^(日常)?公用经费(支出|预算)?$/, terms: (book) => [book.economicTotal('office')] },
];

/** Section 六 states the totals of table 六. */
export const narrative6Basic: Check = {
  id: 'narrative-6-basic',
  sentence: '说明六：基本支出、人员经费、公用经费及写明金额的科目等于表六',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [6],
  sections: [6],
  templates: ['shanxi-13', 'national'],
  run: (book) => statedInTable('narrative-6-basic', book, 6, [...itemPromises(book), ...promises]),
};

/** Items that table 六 prints once, each by its full name. */
function itemPromises(book: Book): Stating[] {
  const six = book.table(6);
  if (typeof six === 'string') return [];
  const items = readEconomicGroups(six).groups.flatMap((group) => group.items);
  const lines = Map.groupBy(items, ({ name }) => name);
  return [...lines].flatMap(([name, [line, ...others]]): Stating[] => {
    if (!line || others.length > 0 || !economicItems.has(name)) return [];
    return [
      { what: { test: (what) => what === name }, terms: () => [six.find(line, '', 'total', line.label)] },
    ];
  });
}
