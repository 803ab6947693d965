import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { notApplicable, unchecked } from './compare.ts';
import type { Book } from './reading/book.ts';
import { operandOf, type Term } from './reading/term.ts';
import { threePublicTerm } from './rules/three-public-term.ts';
import { type Denial, readDenials } from './statements/read-denials.ts';

const check = 'narrative-denials';

/** What may be denied, and the amount that is then nothing. */
const objects: [RegExp, (book: Book) => Term][] = [
  [/^政府性基金$/, (book) => book.source(1, 'fund')],
  [/^国有资本(经营)?$/, (book) => book.source(1, 'capital')],
  [/^财政专户(管理)?$/, (book) => book.source(1, 'account')],
  [/^上年(财政拨款)?(结转|结余)$/, (book) => book.line(1, 'carriedIncome')],
  [/^项目$/, (book) => book.total(3, 'project')],
  [/三公["”]?经费$/, (book) => threePublicTerm(book, 'total')],
  [/^因公出国\(境\)(费用?|经费)?$/, (book) => threePublicTerm(book, 'abroad')],
  [/^公务接待费?$/, (book) => threePublicTerm(book, 'reception')],
];

/** What the narrative says that the body has none of has no amount in the tables. */
export const narrativeDenials: Check = {
  id: 'narrative-denials',
  sentence: '说明称没有的收支，报表中也没有金额',
  reason: '称“无政府性基金预算”“无项目支出”等的，报表中相应的金额应为零或空白。',
  tables: [1, 3, 10],
  sections: [1, 2, 3, 4, 7, 10, 12],
  templates: ['shanxi-13', 'national'],
  run: (book) => {
    const { sections, unit } = book.disclosure;
    const findings = sections
      .filter(({ kind }) => kind === 'narrative')
      .flatMap((section) =>
        readDenials(section, unit.name).flatMap((denial) => judge(book, section.number, denial)),
      );
    return findings.length > 0 ? findings : [unchecked(check, {}, `${notApplicable}说明未称没有某项收支`)];
  },
};

function judge(book: Book, section: number | null, { what, clause, line }: Denial): CheckFinding[] {
  const term = objects.find(([name]) => name.test(what))?.[1](book);
  if (!term) return [];
  const place = section === null ? { line } : { section, line };
  if (term.unchecked) return [unchecked(check, place, term.unchecked, [term])];
  const same = term.yuan === 0;
  return [
    {
      check,
      outcome: same ? '相符' : '不符',
      place,
      operands: [operandOf(term)],
      message: `说明称「${clause}」，${term.label}为 ${term.printed || '空白'}`,
      ...(same ? {} : { likely: 'publication' as const }),
    },
  ];
}
