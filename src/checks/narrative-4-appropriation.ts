import type { Check } from './check.ts';
import { functionPromises } from './rules/function-promises.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';
import { notCarried, notOneSource } from './rules/wholes.ts';
import { saidOnce } from './statements/said-once.ts';

const promises: Stating[] = [
  {
    what: /^(?!.*(一般公共|政府性基金|国有资本)).*(收支总?预算|收支预算总(计|额)|收支总计)$/,
    terms: (book) => [book.line(4, 'totalIncome')],
  },
  {
    what: /^(当年|本年)(财政)?拨款(收入)?$/,
    of: notOneSource,
    terms: (book) => [book.line(4, 'currentIncome')],
  },
  { what: /^上年(财政拨款)?结转/, of: notOneSource, terms: (book) => [book.line(4, 'carriedIncome')] },
  {
    what: /^(本年|当年)?一般公共预算(本年|当年)?(财政)?(拨款)?(收入)?$/,
    of: notCarried,
    terms: (book) => [book.line(4, 'totalExpense', 'general'), book.source(4, 'general')],
  },
  {
    what: /^(本年|当年)?政府性基金(预算)?(本年|当年)?(财政)?(拨款)?(收入)?$/,
    of: notCarried,
    terms: (book) => [book.line(4, 'totalExpense', 'fund'), book.source(4, 'fund')],
  },
  {
    what: /^(本年|当年)?国有资本(经营)?(预算)?(本年|当年)?(财政)?(拨款)?(收入)?$/,
    of: notCarried,
    terms: (book) => [book.line(4, 'totalExpense', 'capital'), book.source(4, 'capital')],
  },
];

/** Section 四 states the totals, funds and functions of table 四. */
export const narrative4Appropriation: Check = {
  id: 'narrative-4-appropriation',
  sentence: '说明四：财政拨款收支总预算、各类预算拨款、各项支出等于表四',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [4],
  sections: [4],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    statedInTable('narrative-4-appropriation', book, 4, functionPromises(book, 4, promises), saidOnce),
};
