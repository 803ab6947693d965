import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { unchecked } from './compare.ts';
import type { Book } from './reading/book.ts';
import { readEconomicGroups } from './reading/economic-groups.ts';
import { economicItems } from './reading/economic-items.ts';
import { type Line, plainName } from './reading/table-view.ts';
import { isNear } from './rules/project-name.ts';
import { sectionSentences } from './statements/section-sentences.ts';

/** The items that section 六 names are items of table 六 with an amount. */
export const narrative6Items: Check = {
  id: 'narrative-6-items',
  sentence: '说明六列举的人员经费、公用经费科目都在表六中有金额',
  reason: '说明列举的是表六所列的经济科目。',
  tables: [6],
  sections: [6],
  templates: ['shanxi-13'],
  run: (book) => {
    const section = book.section(6);
    const six = book.table(6);
    if (typeof section === 'string') return [unchecked('narrative-6-items', { section: 6 }, section)];
    if (typeof six === 'string')
      return [unchecked('narrative-6-items', { section: 6, line: section.line }, six)];
    return sectionSentences(section).flatMap(({ text, lines }) => {
      const list = /(人员|公用)(?:经费|支出)[^、]*?[,:](.*、.*)$/.exec(text);
      if (!list) return [];
      const names = (list[2] ?? '')
        .split(/[、,:]/)
        .map((name) => name.replace(/^(主要)?(包括|包含|用于|有|为|是)|等.*$/g, ''));
      // Offices also describe items in their own words; only names of the classification can be looked up.
      const items = names.map(plainName).filter((name) => economicItems.has(name));
      if (items.length === 0) return [];
      return [judgeList(book, list[1] === '人员' ? 'staff' : 'office', items, lines.at(-1) ?? section.line)];
    });
  },
};

function judgeList(book: Book, kind: 'staff' | 'office', names: string[], line: number): CheckFinding {
  const six = book.table(6);
  const check = 'narrative-6-items';
  const place = { section: 6, line };
  const column = typeof six === 'string' ? undefined : six.column('', kind);
  if (typeof six === 'string' || !column) return unchecked(check, place, '表六没有人员经费、公用经费栏');
  const { groups } = readEconomicGroups(six);
  const namesIn = (lines: Line[]) =>
    lines.filter((item) => item.amounts.has(column.path)).map((item) => item.name);
  const printed = namesIn(groups.flatMap(({ line: group, items }) => [group, ...items]));
  const missing = names.filter((name) => !printed.some((item) => isMeant(item, name)));
  const what = kind === 'staff' ? '人员经费' : '公用经费';
  if (missing.length === 0) {
    const message = `说明列举的 ${names.length} 个${what}科目都在表六中`;
    return { check, outcome: '相符', place, operands: [], message };
  }
  const unnamed = namesIn(groups.flatMap(({ items }) => items)).filter(
    (item) => !names.some((name) => isMeant(item, name)),
  );
  if (isGeneral(missing.length + unnamed.length, names.length)) {
    const reason = `说明列举的${what}科目有 ${missing.length} 个不在表六中，表六有 ${unnamed.length} 个未列举，应是对经费范围的一般说明`;
    return unchecked(check, place, reason);
  }
  const operands = missing.map((name) => ({ label: `说明列举「${name}」`, printed: '', place }));
  const message = `说明列举的${what}科目${missing.map((name) => `「${name}」`).join('')}在表六${what}栏中没有金额`;
  return { check, outcome: '不符', place, operands, message, likely: 'publication' };
}

/**
 * Whether a list tells what such money is spent on at all, as many bodies print it word for word: it and the table
 * differ by more than an item in ten. A list that was made from the table differs by a slip.
 */
function isGeneral(different: number, listed: number): boolean {
  return different > Math.max(2, listed / 10);
}

/** Whether a printed item is the one that is named, or no item at all and nearly that one: 离休费 is not 退休费 misread. */
function isMeant(item: string, name: string): boolean {
  return item === name || (!economicItems.has(item) && isNear(item, name));
}
