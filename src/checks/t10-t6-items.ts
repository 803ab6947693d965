import type { Check } from './check.ts';
import { threePublicItems } from './rules/three-public-items.ts';

/** What table 六 gives for reception, vehicles and travel abroad is a part of table 十. */
export const t10T6Items: Check = {
  id: 't10-t6-items',
  sentence: '表六的公务接待费、公务用车运行维护费、公务用车购置、因公出国（境）费用不超过表十同名经费',
  reason: '“三公”经费包含基本支出中的同名科目，也可能包含项目支出中的部分。',
  tables: [6, 10],
  templates: ['shanxi-13', 'national'],
  run: (book) => threePublicItems('t10-t6-items', book),
};
