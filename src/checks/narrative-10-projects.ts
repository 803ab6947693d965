import type { Check } from './check.ts';
import { compareWithin, unchecked } from './compare.ts';
import { present } from './rules/present.ts';
import { statedTerm } from './rules/stated-in-table.ts';
import { readStatedPerformance } from './rules/stated-performance.ts';

/** The projects that section 十 speaks of are a part of table 三's project spending. */
export const narrative10Projects: Check = {
  id: 'narrative-10-projects',
  sentence: '说明十：绩效目标项目的金额不超过表三项目支出合计',
  reason: '设定绩效目标的项目是全部项目支出的一部分。',
  tables: [3],
  sections: [10],
  templates: ['shanxi-13'],
  run: (book) => {
    const { managed, published } = readStatedPerformance(book);
    const check = 'narrative-10-projects';
    const stated = [managed?.amount, published?.amount].flatMap((one) =>
      one?.amount ? [statedTerm(10, one, one.amount)] : [],
    );
    if (stated.length === 0) return [unchecked(check, { section: 10 }, '说明十没有读到项目金额')];
    const wording = { check, conversion: book.disclosure.findings };
    return present(stated.map((term) => compareWithin(term, book.total(3, 'project'), wording)));
  },
};
