import type { Check } from './check.ts';
import { threePublicSum } from './rules/three-public-sum.ts';

/** In table 十, the total equals abroad, reception and vehicles. */
export const t10Sum: Check = {
  id: 't10-sum',
  sentence: '表十各栏：合计等于因公出国（境）费、公务接待费、公务用车购置及运行费之和',
  reason: '“三公”经费由这三项构成。',
  tables: [10],
  templates: ['shanxi-13', 'national'],
  run: (book) => threePublicSum('t10-sum', book, 'total', ['abroad', 'reception', 'vehicles']),
};
