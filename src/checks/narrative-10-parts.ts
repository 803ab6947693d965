import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { compareSum, unchecked } from './compare.ts';
import type { Book } from './reading/book.ts';
import { present } from './rules/present.ts';
import { statedTerm } from './rules/stated-in-table.ts';
import { readStatedPerformance, type StatedGroup, type StatedProjects } from './rules/stated-performance.ts';
import { sectionSentences } from './statements/section-sentences.ts';

const check = 'narrative-10-parts';

/** In section 十, number and money of the projects equal those of their classes. */
export const narrative10Parts: Check = {
  id: 'narrative-10-parts',
  sentence: '说明十：绩效目标项目的个数和金额等于其他运转类与特定目标类之和',
  reason: '项目支出由其他运转类和特定目标类项目构成。',
  tables: [],
  sections: [10],
  templates: ['shanxi-13'],
  run: (book) => {
    const { managed, published } = readStatedPerformance(book);
    const groups = [managed, published].filter(
      (group): group is StatedGroup => (group?.classes.length ?? 0) > 0,
    );
    if (groups.length === 0) return [unchecked(check, { section: 10 }, '说明十没有读到项目个数及其分类')];
    const isWhole = isReadWhole(book, groups);
    return groups
      .flatMap((group) => [countFinding(group), ...moneyFinding(book, group)])
      .map((finding) =>
        finding.outcome === '不符' && !isWhole
          ? unchecked(check, finding.place, '说明十各类项目的个数没有读全')
          : finding,
      );
  },
};

/** Whether each class that the section names was read with a number of projects, and none twice in a group. */
function isReadWhole(book: Book, groups: StatedGroup[]): boolean {
  const section = book.section(10);
  if (typeof section === 'string') return false;
  const text = sectionSentences(section)
    .map((sentence) => sentence.text)
    .join('');
  return ['其他运转类', '特定目标类'].every((word) => {
    const read = groups.map(({ classes }) => classes.filter(({ count }) => count.what.includes(word)).length);
    return (
      read.every((times) => times <= 1) &&
      text.split(word).length - 1 <= read.reduce((all, times) => all + times, 0)
    );
  });
}

function countFinding({ count, classes }: StatedGroup): CheckFinding {
  const value = ({ count: one }: StatedProjects) => one.count?.value ?? 0;
  const sum = classes.reduce((number, one) => number + value(one), 0);
  const stated = count.count?.value ?? 0;
  const operands = [count, ...classes.map((one) => one.count)].map((one) => ({
    label: `说明「${one.what.slice(-16)}」`,
    printed: `${one.count?.value ?? ''}${one.count?.unit ?? ''}`,
    place: { section: 10, line: one.line },
  }));
  return {
    check,
    outcome: sum === stated ? '相符' : '不符',
    place: { section: 10, line: count.line },
    actual: `${stated} 个`,
    expected: `${sum} 个`,
    operands,
    message: `说明称项目 ${stated} 个，各类项目共 ${sum} 个`,
    ...(sum === stated ? {} : { likely: 'publication' as const }),
  };
}

function moneyFinding(book: Book, { amount, classes }: StatedGroup): CheckFinding[] {
  const term = (one: StatedProjects['amount']) => (one?.amount ? [statedTerm(10, one, one.amount)] : []);
  const [total] = term(amount);
  const items = classes.flatMap((one) => term(one.amount));
  if (!total || items.length < classes.length) return [];
  return present([
    compareSum(total, items, { check, expected: '各类项目金额之和', conversion: book.disclosure.findings }),
  ]);
}
