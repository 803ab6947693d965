import type { CheckFinding } from '../schema/finding.ts';
import type { Check, CheckContext, KnownEdition } from './check.ts';
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
  const known = context.catalogues.find((one) => sameNumber(one.edition, edition));
  const repealing = context.catalogues
    .filter((one) => one.repeals.some((repealed) => sameNumber(repealed, edition)))
    .filter((one) => startOf(one) !== '')
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))[0];
  const base = { check, place, actual: edition };
  if (repealing && startOf(repealing) < `${year}-01-01`) {
    return {
      ...base,
      outcome: '不符',
      expected: repealing.edition,
      operands: [{ label: '所附目录', printed: edition, place }],
      message: `所附目录「${edition}」已由「${repealing.edition}」自 ${startOf(repealing)} 起废止，预算年度为 ${year} 年`,
      likely: 'publication',
    };
  }
  if (!known || startOf(known) === '') {
    return unchecked(check, place, `「${edition}」的施行日期不明，无法判断在 ${year} 年是否有效`);
  }
  if (startOf(known) > `${year}-12-31`) {
    return {
      ...base,
      outcome: '不符',
      operands: [{ label: '所附目录', printed: edition, place }],
      message: `所附目录「${edition}」自 ${startOf(known)} 起施行，预算年度为 ${year} 年`,
      likely: 'publication',
    };
  }
  return {
    ...base,
    outcome: '相符',
    operands: [],
    message: `所附目录「${edition}」自 ${startOf(known)} 起施行，未见在 ${year} 年前废止`,
  };
}

/** The day from which an edition applies, as far as it is known. */
function startOf({ inForce, issued }: KnownEdition): string {
  return inForce || issued;
}

/** Whether two document numbers are the same, whatever brackets they are printed with. */
function sameNumber(a: string, b: string): boolean {
  const plain = (number: string) => number.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return plain(a) !== '' && plain(a) === plain(b);
}
