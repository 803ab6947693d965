import type { CheckFinding } from '../schema/finding.ts';
import type { Project } from '../schema/project.ts';
import type { Check } from './check.ts';
import { compareEqual, compareWithin } from './compare.ts';
import { formTerm, isCarriedForm } from './rules/form-term.ts';

const check = 'form-annual';

/** In each form, the year's amount is a part of the period's, and equal to it where the period is this one year. */
export const formAnnual: Check = {
  id: 'form-annual',
  sentence: '每张绩效目标表：年度资金总额不超过实施期资金总额；一次性的一年期项目两者相等',
  reason: '年度资金是实施期资金的一部分；实施期只有一年时，两者是同一笔资金。',
  tables: [],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    book.disclosure.projects.flatMap((project): CheckFinding[] => {
      if (project.funds.every((line) => line.total === null)) return [];
      const [annual, total] = [formTerm(project, 'annual'), formTerm(project, 'total')];
      const compare = isOneYear(project) && annual.yuan !== 0 ? compareEqual : compareWithin;
      const finding = compare(annual, total, { check, conversion: book.disclosure.findings });
      return finding ? [finding] : [];
    }),
};

/** 一次性项目（1年结束）, 项目期 1 年; money carried over has its own rules. */
function isOneYear(project: Project): boolean {
  const [attribute, period] = [project.attribute, project.period].map((text) =>
    text.normalize('NFKC').replace(/\s/g, ''),
  );
  return /一次性/.test(attribute ?? '') && /^(1|一)年$/.test(period ?? '') && !isCarriedForm(project);
}
