import type { Check } from './check.ts';
import { compareSum, notApplicable, unchecked } from './compare.ts';
import { present } from './rules/present.ts';
import { isOfThisYear, statedTerm } from './rules/stated-in-table.ts';
import { readDenials } from './statements/read-denials.ts';

/** In section 九, procurement equals goods, works and services. */
export const narrative9Procurement: Check = {
  id: 'narrative-9-procurement',
  sentence: '说明九：政府采购预算总额等于货物、工程、服务预算之和',
  reason: '政府采购由货物、工程、服务三类构成。',
  tables: [],
  sections: [9],
  templates: ['shanxi-13', 'national'],
  run: (book) => {
    const check = 'narrative-9-procurement';
    const statements = book
      .statements(9)
      .filter((statement) => statement.amount && isOfThisYear(statement, book));
    const find = (what: RegExp) => statements.find((statement) => what.test(statement.what));
    const total = statements.find(({ what }) => /采购/.test(what) && !/货物|工程|服务/.test(what));
    const parts = [find(/货物/), find(/工程/), find(/服务/)].filter((part) => part !== undefined);
    const [sum, ...items] = [total, ...parts].flatMap((one) =>
      one?.amount ? [statedTerm(9, one, one.amount)] : [],
    );
    // Kinds of which nothing is bought may be left out: then those that are named are all.
    const named = items.reduce((yuan, { yuan: item }) => yuan + item, 0);
    const section = book.section(9);
    const denies =
      typeof section !== 'string' &&
      readDenials(section, book.disclosure.unit.name).some(({ what }) => /^政府采购$/.test(what));
    if (!total && denies)
      return [unchecked(check, { section: 9 }, `${notApplicable}说明九称没有政府采购预算`)];
    if (!total || !sum || items.length === 0 || (items.length < 3 && named !== sum.yuan)) {
      return [unchecked(check, { section: 9 }, '说明九没有读到采购总额及货物、工程、服务三项')];
    }
    return present([
      compareSum(sum, items, { check, expected: '货物＋工程＋服务', conversion: book.disclosure.findings }),
    ]);
  },
};
