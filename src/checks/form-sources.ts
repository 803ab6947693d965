import type { CheckFinding } from '../schema/finding.ts';
import type { FundSource, Project } from '../schema/project.ts';
import type { Check } from './check.ts';
import { compareSum, notApplicable, unchecked } from './compare.ts';
import type { Book } from './reading/book.ts';
import { formTerm, formTerms } from './rules/form-term.ts';

const check = 'form-sources';
const levels: FundSource[] = ['中央', '省级', '市县'];
const others: FundSource[] = ['自筹', '其他'];

/** In each form, the total of the period and that of the year equal the sum of their sources. */
export const formSources: Check = {
  id: 'form-sources',
  sentence: '每张绩效目标表：资金总额等于中央、省级、市县（或财政拨款）、上年结转、自筹、其他资金之和',
  reason: '项目资金按来源列示，总额由各来源相加得到。',
  tables: [],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    book.disclosure.projects.flatMap((project) =>
      (['total', 'annual'] as const).flatMap((when): CheckFinding[] => {
        // Some forms have a grid of one year only.
        if (project.funds.every((line) => line[when] === null)) return [];
        const isDivided = (half: 'total' | 'annual') =>
          project.funds.some((line) => line.source !== '合计' && line[half] !== null);
        const term = formTerm(project, when);
        if (!isDivided(when) && isDivided(when === 'total' ? 'annual' : 'total'))
          return [unchecked(check, term.place, `${notApplicable}${term.label}没有按来源列示`, [term])];
        const has = (source: FundSource) => project.funds.some((line) => line.source === source);
        // Lists of projects may print one amount a project.
        if (project.funds.every(({ source }) => source === '合计')) return [];
        if (!has('财政拨款')) return sumOf(book, project, when, '合计', [...levels, '上年结转', ...others]);
        const divided = levels.some(has) ? sumOf(book, project, when, '财政拨款', levels) : [];
        return [...sumOfAppropriation(book, project, when), ...divided];
      }),
    ),
};

/** 上年结转 stands beside 财政拨款 in some forms, and is a part of it in others. */
function sumOfAppropriation(book: Book, project: Project, when: 'total' | 'annual'): CheckFinding[] {
  const [apart, within] = [['上年结转' as const], []].map((carried) =>
    sumOf(book, project, when, '合计', ['财政拨款', ...carried, ...others]),
  );
  return (apart?.[0]?.outcome === '不符' ? within : apart) ?? [];
}

function sumOf(
  book: Book,
  project: Project,
  when: 'total' | 'annual',
  whole: FundSource,
  sources: FundSource[],
): CheckFinding[] {
  const total = formTerm(project, when, whole);
  const items = sources.flatMap((source) => formTerms(project, when, source));
  const conversion = book.disclosure.findings;
  const finding = compareSum(total, items, { check, expected: '各来源之和', conversion });
  const has = (source: FundSource) => project.funds.some((line) => line.source === source);
  // No form prints 上年结转 of need, none that prints 财政拨款 自筹.
  const usual = sources.filter((source) => source !== '上年结转' && !(source === '自筹' && has('财政拨款')));
  const lost = usual.filter((source) => !has(source));
  if (finding?.outcome === '不符' && lost.length > 0 && whole === '合计') {
    const reason = `${total.label}：未读到${lost.join('、')}资金一行`;
    return [unchecked(check, total.place, reason, [total, ...items])];
  }
  return finding ? [finding] : [];
}
