import type { Check } from './check.ts';
import { type Stating, statedInTable } from './rules/stated-in-table.ts';
import { notCarried, notOneSource } from './rules/wholes.ts';
import { saidOnce } from './statements/said-once.ts';

const of = (name: string): RegExp =>
  new RegExp(`^(本年|当年)?${name}(预算)?(财政)?(拨款)?(安排)?(的)?(收入|资金)?(预算)?$`);

const promises: Stating[] = [
  { what: of('一般公共'), of: notCarried, terms: (book) => [book.source(1, 'general')] },
  { what: of('政府性基金'), of: notCarried, terms: (book) => [book.source(1, 'fund')] },
  { what: of('国有资本(经营)?'), of: notCarried, terms: (book) => [book.source(1, 'capital')] },
  { what: /^财政专户(管理)?(资金)?(收入)?$/, terms: (book) => [book.source(1, 'account')] },
  { what: /^单位资金(收入)?$/, terms: (book) => [book.source(1, 'own')] },
  {
    what: /^上年结转(结余)?(收入|资金)?$/,
    of: notOneSource,
    terms: (book) => [book.line(1, 'carriedIncome')],
  },
  {
    what: /(?<!一般公共|政府性基金|国有资本经营)(预算收入|收入总计|收入合计|总收入|收入总?预算(总额|合计|共计)?)$/,
    terms: (book) => [book.line(1, 'totalIncome'), book.line(1, 'currentIncome')],
  },
];

/** Section 二 states the sources of income of table 一. */
export const narrative2Income: Check = {
  id: 'narrative-2-income',
  sentence: '说明二：预算收入及各资金来源等于表一',
  reason: '情况说明解释的就是报表中的数字。',
  tables: [1],
  sections: [2],
  templates: ['shanxi-13', 'national'],
  run: (book) => statedInTable('narrative-2-income', book, 2, promises, saidOnce),
};
