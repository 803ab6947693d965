import type { Check } from './check.ts';
import { compareSum, unchecked } from './compare.ts';
import { present } from './rules/present.ts';
import { readStatedThreePublic } from './rules/stated-three-public.ts';

/** In section 七, the total equals abroad, reception and vehicles. */
export const narrative7Sum: Check = {
  id: 'narrative-7-sum',
  sentence: '说明七：“三公”经费总额等于因公出国（境）费、公务接待费、公务用车费用之和',
  reason: '“三公”经费由这三项构成。',
  tables: [],
  sections: [7],
  templates: ['shanxi-13', 'national'],
  run: (book) => {
    const stated = readStatedThreePublic(book);
    const { total, parts } = stated;
    if (!total || !parts)
      return [unchecked('narrative-7-sum', { section: 7 }, '说明七没有读到总额及全部分项')];
    return present([
      compareSum(
        total.term,
        parts.map(({ term }) => term),
        { check: 'narrative-7-sum', expected: '各分项之和', conversion: book.disclosure.findings },
      ),
    ]);
  },
};
