import type { Check } from './check.ts';
import { threePublicSum } from './rules/three-public-sum.ts';

/** In table 十, vehicles equal purchase and running. */
export const t10Vehicles: Check = {
  id: 't10-vehicles',
  sentence: '表十各栏：公务用车购置及运行费等于购置费加运行维护费',
  reason: '公务用车经费由购置和运行维护两项构成。',
  tables: [10],
  templates: ['shanxi-13', 'national'],
  run: (book) => threePublicSum('t10-vehicles', book, 'vehicles', ['purchase', 'running']),
};
