import { yuanOf } from '../schema/figure.ts';
import type { CheckFinding } from '../schema/finding.ts';
import type { Indicator, Project } from '../schema/project.ts';
import { readFigure } from '../schema/read-figure.ts';
import type { Check } from './check.ts';
import { formTerm } from './rules/form-term.ts';
import { readAmount } from './statements/read-amount.ts';

const check = 'form-indicator-unit';

/** An indicator that repeats the project's amount in digits repeats its unit too. */
export const formIndicatorUnit: Check = {
  id: 'form-indicator-unit',
  sentence: '指标值与项目资金数字相同的，金额单位也相同',
  reason: '以项目资金作指标值时，“16300000 元”与“16300000 万元”相差一万倍。',
  tables: [],
  templates: ['shanxi-13', 'national'],
  run: (book) =>
    book.disclosure.projects.flatMap((project) =>
      project.indicators.flatMap((indicator): CheckFinding[] => {
        const finding = judgeIndicator(project, indicator);
        return finding ? [finding] : [];
      }),
    ),
};

/** Null where the value is no amount, or not the project's. */
function judgeIndicator(project: Project, indicator: Indicator): CheckFinding | null {
  if (!/[元万]/.test(indicator.value)) return null;
  const value = indicator.value.normalize('NFKC').replace(/[\s,]/g, '');
  const match = /^[≤≥<>=]*(\d+(?:\.\d+)?)(万元?|元)$/.exec(value);
  if (!match) return null;
  const [, digits = '', unit = ''] = match;
  const form = formTerm(project, indicator.scope === '年度' ? 'annual' : 'total');
  if (form.unchecked || form.yuan < 10_000) return null;
  const amount = readAmount(digits, unit === '元' ? '元' : '万元')?.yuan;
  const same = amount === form.yuan;
  const moneyUnit = project.moneyUnit ?? '元';
  // The same digits: a coincidence is out of the question where there are five of them.
  const isLong = moneyUnit === '元' || digits.replace('.', '').length >= 5;
  const wrong = !same && isLong && yuanOf(readFigure(digits, moneyUnit)) === form.yuan;
  if (!same && !wrong) return null;
  const place = { project: project.number, line: indicator.line };
  return {
    check,
    outcome: same ? '相符' : '不符',
    place,
    actual: indicator.value,
    expected: `${form.yuan} 元`,
    operands: [
      { label: `指标「${indicator.name}」`, printed: indicator.value, place },
      { label: form.label, printed: form.printed, yuan: form.yuan, place: form.place },
    ],
    message: same
      ? `指标「${indicator.name}」${indicator.value}，与${form.label}一致`
      : `指标「${indicator.name}」印作「${indicator.value}」，${form.label}为 ${form.printed} ${moneyUnit}`,
    ...(same ? {} : { likely: 'publication' as const }),
  };
}
