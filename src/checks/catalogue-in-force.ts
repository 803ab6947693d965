import { inForceIn } from '../catalogue/in-force-in.ts';
import type { CheckFinding } from '../schema/finding.ts';
import type { Check, CheckContext } from './check.ts';
import { unchecked } from './compare.ts';

const check = 'catalogue-in-force';

/** The attached edition of the procurement catalogue was in force in the budget's year. */
export const catalogueInForce: Check = {
  id: 'catalogue-in-force',
  sentence: '所附政府购买服务指导性目录在预算年度内有效',
  reason: '目录由后来的文件废止后不再适用；生效日期晚于预算年度的目录尚未适用。',
  tables: [],
  templates: ['shanxi-13'],
  run: ({ disclosure }, context) => {
    const { edition, first } = disclosure.catalogue;
    if (edition === '') return [unchecked(check, {}, '未附政府购买服务指导性目录')];
    const place = first > 0 ? { line: first } : {};
    return [judge(edition, disclosure.year, place, context)];
  },
};

function judge(
  edition: string,
  year: number,
  place: CheckFinding['place'],
  context: CheckContext,
): CheckFinding {
  const answer = inForceIn(context.catalogues, edition, year);
  const base = { check, place, actual: edition };
  const operands = [{ label: '所附目录', printed: edition, place }];
  switch (answer.status) {
    case 'repealed':
      return {
        ...base,
        outcome: '不符',
        expected: answer.by,
        operands,
        message: `所附目录「${edition}」已由「${answer.by}」自 ${answer.since} 起废止，预算年度为 ${year} 年`,
        likely: 'publication',
      };
    case 'not-yet':
      return {
        ...base,
        outcome: '不符',
        operands,
        message: `所附目录「${edition}」自 ${answer.since} 起施行，预算年度为 ${year} 年`,
        likely: 'publication',
      };
    case 'unknown':
      return unchecked(check, place, `「${edition}」的施行日期不明，无法判断在 ${year} 年是否有效`);
    case 'unrepealed':
      return unchecked(
        check,
        place,
        `所附目录「${edition}」自 ${answer.since} 起施行，所收文件中未见废止，但未收其后的目录，无法判断在 ${year} 年是否仍有效`,
      );
    case 'in-force':
      return {
        ...base,
        outcome: '相符',
        operands: [],
        message: `所附目录「${edition}」自 ${answer.since} 起施行，未见在 ${year} 年前废止`,
      };
  }
}
