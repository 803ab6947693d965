import type { Section } from '../../schema/block.ts';
import type { BudgetPlan, Money, PlanItem } from './budget-plan.ts';
import { addUp, carriedMoney, currentMoney, printWan, sum, total } from './print-tables.ts';

/** `1,234.50万元` */
export function stateWan(yuan: number): string {
  const [whole = '', decimals = ''] = (printWan(yuan)?.printed ?? '0').split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals && `.${decimals}`}万元`;
}

/** The share of a printed amount in a printed total: `97.68%`. */
function share(part: number, whole: number): string {
  const [a, b] = [printWan(part)?.yuan ?? 0, printWan(whole)?.yuan ?? 0];
  return a === 0 ? '0%' : `${((a / b) * 100).toFixed(2)}%`;
}

/** A change against last year and its rate, as printed: `比上年增加1.00万元，增长4.00%`. */
function change(now: number, last: number): string {
  const printed = (yuan: number) => printWan(yuan)?.yuan ?? 0;
  const delta = printed(now) - printed(last);
  if (delta === 0) return '与上年持平';
  const rate = ((Math.abs(delta) / printed(last)) * 100).toFixed(2);
  const [more, by] = delta > 0 ? ['增加', '增长'] : ['减少', '下降'];
  return `比上年${more}${stateWan(Math.abs(delta))}，${by}${rate}%`;
}

/** The twelve sections of an invented budget, in words of our own. */
export function printNarrative(plan: BudgetPlan): Section[] {
  const { unit, year, items, economic } = plan;
  const now = addUp(items.map(currentMoney));
  const left = addUp(items.map(carriedMoney));
  const all = total(now) + total(left);
  const fiscal = (money: Money) => money.general + money.fund + money.capital;
  const basic = sum(items.map((item) => item.basic));
  const classes = [...Map.groupBy(items, (item) => item.names[0])];
  const byClass = (of: (item: PlanItem) => number) =>
    classes
      .map(([name, members]): [string, number] => [name, sum(members.map(of))])
      .filter(([, yuan]) => yuan > 0);
  const staff = economic.filter((line) => line.staff > 0);
  const office = economic.filter((line) => line.office > 0);
  const officeYuan = sum(office.map((line) => line.office));
  const { abroad, reception, purchase, running } = plan.threePublic;
  const { goods, works, services } = plan.procurement;
  const projects = items.flatMap((item) => item.projects);
  const operating = projects.filter((_, index) => index % 2 === 1);
  const special = projects.filter((_, index) => index % 2 === 0);
  const money = (some: typeof projects) => sum(some.map((project) => total(project.money)));
  const lastYear = (yuan: number) => Math.round(yuan * plan.lastYear);

  const paragraphs: [string, string[]][] = [
    [
      '单位预算收支数据变动情况及原因',
      [
        `${year}年${unit}收入总计${stateWan(all)}，其中：本年收入${stateWan(total(now))}，上年结转${stateWan(total(left))}，${change(all, lastYear(all))}，主要原因是项目安排有所调整。`,
        `本年支出总计${stateWan(all)}，其中：本年预算安排${stateWan(total(now))}，上年结转${stateWan(total(left))}。`,
      ],
    ],
    [
      '收入预算情况说明',
      [
        `${year}年${unit}预算收入${stateWan(all)}：一般公共预算${stateWan(now.general)}，占${share(now.general, all)}；政府性基金预算${stateWan(now.fund)}，占${share(now.fund, all)}；国有资本经营预算${stateWan(now.capital)}，占${share(now.capital, all)}；财政专户管理资金${stateWan(now.account)}，占${share(now.account, all)}；单位资金${stateWan(now.own)}，占${share(now.own, all)}；上年结转${stateWan(total(left))}，占${share(total(left), all)}。`,
      ],
    ],
    [
      '支出预算情况说明',
      [
        `${year}年${unit}支出预算${stateWan(all)}，其中：基本支出${stateWan(basic)}，占${share(basic, all)}；项目支出${stateWan(all - basic)}，占${share(all - basic, all)}。`,
      ],
    ],
    [
      '财政拨款收支预算总体情况说明',
      [
        `${year}年${unit}财政拨款收支总预算${stateWan(fiscal(now) + fiscal(left))}。其中：当年拨款收入${stateWan(fiscal(now))}，上年结转收入${stateWan(fiscal(left))}。按功能分为：${byClass(
          (item) => fiscal(currentMoney(item)) + fiscal(carriedMoney(item)),
        )
          .map(([name, yuan]) => `${name}${stateWan(yuan)}`)
          .join('、')}。`,
      ],
    ],
    [
      '一般公共预算支出情况说明',
      [
        `${year}年${unit}一般公共预算当年支出${stateWan(now.general)}，${change(now.general, lastYear(now.general))}。`,
        `${unit}一般公共预算当年支出${stateWan(now.general)}，分为：${byClass(
          (item) => currentMoney(item).general,
        )
          .map(([name, yuan]) => `${name}${stateWan(yuan)}，占${share(yuan, now.general)}`)
          .join('；')}。`,
      ],
    ],
    [
      '一般公共预算基本支出情况说明',
      [
        `${year}年${unit}基本支出${stateWan(basic)}，其中：`,
        `人员经费${stateWan(sum(staff.map((line) => line.staff)))}，有：${staff.map((line) => line.name).join('、')}；`,
        `公用经费${stateWan(officeYuan)}，有：${office.map((line) => line.name).join('、')}。`,
      ],
    ],
    [
      '“三公”经费增减变动原因说明',
      [
        `${unit}“三公”经费预算${stateWan(abroad + reception + purchase + running)}，比上年减少1.00万元。其中：因公出国（境）费${stateWan(abroad)}，与上年相同；公务接待费${stateWan(reception)}，比上年增加0.20万元；公务用车运行维护费${stateWan(running)}，比上年减少1.20万元；公务用车购置费${stateWan(purchase)}，与上年持平。`,
      ],
    ],
    [
      '机关运行经费增减变动原因说明',
      [
        plan.administrative
          ? `机关运行经费预算${stateWan(officeYuan)}，${change(officeYuan, lastYear(officeYuan))}。`
          : '本馆不是机关，无机关运行经费。',
      ],
    ],
    [
      '政府采购情况',
      [
        `${unit}政府采购预算总额${stateWan(goods + works + services)}，其中：货物${stateWan(goods)}、工程${stateWan(works)}、服务${stateWan(services)}。`,
      ],
    ],
    [
      '绩效管理情况',
      [
        `纳入绩效目标管理的项目${projects.length}个，金额${stateWan(money(projects))}。其中：其他运转类项目${operating.length}个，金额${stateWan(money(operating))}；特定目标类项目${special.length}个，金额${stateWan(money(special))}。`,
        `公开项目绩效目标${projects.length}个，项目金额${stateWan(money(projects))}，占项目支出总额的100%。`,
      ],
    ],
    ['国有资产占有使用情况', ['公务用车实有3辆，其中：业务用车2辆、其他用车1辆。']],
    ['其他说明', ['没有要另外说明的。']],
  ];
  let line = 1000;
  return paragraphs.map(([title, texts], index): Section => {
    line += 2;
    const at = line;
    const blocks = texts.map((text) => ({ kind: 'paragraph' as const, text, line: ++line }));
    return { kind: 'narrative', number: index + 1, title, line: at, blocks };
  });
}
