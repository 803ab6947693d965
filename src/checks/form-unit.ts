import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { unchecked } from './compare.ts';
import { formatWan } from './reading/format-yuan.ts';
import { operandOf } from './reading/term.ts';
import { formTerm } from './rules/form-term.ts';
import { isWrongUnit } from './rules/is-wrong-unit.ts';

const check = 'form-unit';

/** A form's money is in the unit that it prints. */
export const formUnit: Check = {
  id: 'form-unit',
  sentence: '绩效目标表的金额与表头的单位相符',
  reason: '表头注明“项目资金（元）”或“（万元）”；以另一单位填写的金额与表十二相差一万倍。',
  tables: [12],
  templates: ['shanxi-13'],
  run: (book) => {
    if (book.disclosure.projects.length === 0) return [unchecked(check, {}, '没有绩效目标表')];
    return book.matches().pairs.map(({ row, project }): CheckFinding => {
      const form = formTerm(project, 'annual');
      const open = form.unchecked ?? row.term.unchecked;
      if (open) return unchecked(check, form.place, open, [form, row.term]);
      const wrong = isWrongUnit(form, row.term);
      return {
        check,
        outcome: wrong ? '不符' : '相符',
        place: form.place,
        ...(wrong
          ? { expected: `${row.term.yuan} 元`, actual: `${form.yuan} 元`, likely: 'publication' as const }
          : {}),
        operands: [form, row.term].map(operandOf),
        message: wrong
          ? `${form.label}印作 ${form.printed} ${project.moneyUnit ?? '元'}，${row.term.label}为 ${formatWan(row.term.yuan)} 万元，相差一万倍`
          : `${form.label}的单位与表头一致`,
      };
    });
  },
};
