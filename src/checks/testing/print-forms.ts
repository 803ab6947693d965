import type { ReadFigure } from '../../schema/figure.ts';
import type { FundLine, Project } from '../../schema/project.ts';
import type { BudgetPlan } from './budget-plan.ts';
import { total } from './print-tables.ts';

/** The forms of an invented budget: one a project of this year. Every third project runs on in later years. */
export function printForms(plan: BudgetPlan): Project[] {
  let line = 1200;
  return plan.items
    .flatMap((item) => item.projects)
    .map(({ name, money }, index): Project => {
      const first = line + 1;
      const annual = total(money);
      const lasting = index % 3 === 2;
      const whole = lasting ? annual * 3 : annual;
      const [now, all] = [Math.floor(annual / 3), Math.floor(whole / 3)];
      const rows: [FundLine['source'], number, number][] = [
        ['合计', whole, annual],
        ['中央', 0, 0],
        ['省级', all, now],
        ['市县', whole - all, annual - now],
        ['自筹', 0, 0],
        ['其他', 0, 0],
      ];
      const funds = rows.map(([source, period, year]): FundLine => {
        line += 1;
        return { source, total: printYuan(period), annual: printYuan(year), line };
      });
      line += 10;
      return {
        number: index + 1,
        name,
        line: first,
        sheets: [{ first, last: line }],
        department: { code: '036', name: '云溪县文化和旅游局' },
        unit: plan.unit,
        attribute: lasting ? '经常性项目（长期开展）' : '一次性项目（1年结束）',
        period: lasting ? '99年' : '1年',
        funds,
        texts: [],
        indicators: [
          {
            scope: '年度',
            level1: '产出指标',
            level2: '成本指标',
            name: '项目成本',
            value: `≤${annual}元`,
            line,
          },
        ],
        timestamp: '',
      };
    });
}

function printYuan(yuan: number): ReadFigure {
  return { printed: yuan.toString().replace(/\B(?=(\d{3})+$)/g, ','), yuan };
}
