import type { FundSource, Project } from '../../schema/project.ts';
import { missingTerm, type Term, termOf } from '../reading/term.ts';

/** An amount of a form: for the whole period (total) or the year (annual), exact to the yuan. */
export function formTerm(project: Project, when: 'total' | 'annual', source: FundSource = '合计'): Term {
  const what = when === 'total' ? '实施期资金' : '年度资金';
  const label = `目标表「${project.name}」${what}${source === '合计' ? '总额' : source}`;
  const fund = project.funds.find((line) => line.source === source);
  const place = { project: project.number, line: fund?.line ?? project.line };
  const term = termOf(label, fund?.[when] ?? null, project.moneyUnit ?? '元', place);
  return source === '合计' && term.printed === '' ? missingTerm(label, place, `${label}空白`) : term;
}

/** The amounts of a source: one a line, as 市级 and 县级 may be printed apart; a blank one where there is no line. */
export function formTerms(project: Project, when: 'total' | 'annual', source: FundSource): Term[] {
  const lines = project.funds.filter((line) => line.source === source);
  if (lines.length < 2) return [formTerm(project, when, source)];
  return lines.map((line) => formTerm({ ...project, funds: [line] }, when, source));
}

/** Whether a form is of money carried over: its budget of this year may be nothing. */
export function isCarriedForm(project: Project): boolean {
  return /结转|结余/.test(project.name);
}

/** Whether a form counts with the money of its period: it is of money carried over, and asks for none of this year. */
export function countsByPeriod(project: Project): boolean {
  const annual = formTerm(project, 'annual');
  return isCarriedForm(project) && (!!annual.unchecked || annual.yuan === 0);
}

/** What a form counts for in this year: the year's amount, or the period's where the money was carried over. */
export function formAmount(project: Project): Term {
  return formTerm(project, countsByPeriod(project) ? 'total' : 'annual');
}
