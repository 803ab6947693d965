import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../schema/disclosure.ts';
import { checkDisclosure } from './check-disclosure.ts';
import { inventBudget } from './testing/budget-plan.ts';
import { cleanDisclosure, cleanEdition } from './testing/clean-disclosure.ts';
import { stateWan } from './testing/print-narrative.ts';
import { addUp, carriedMoney, currentMoney, sum, total } from './testing/print-tables.ts';

const options = { funds: true, carried: true, administrative: true, exact: true };
const plan = inventBudget(8, options);
const clean = cleanDisclosure(8, options);

const now = addUp(plan.items.map(currentMoney));
const left = addUp(plan.items.map(carriedMoney));
const all = stateWan(total(now) + total(left));
const basicYuan = sum(plan.items.map((item) => item.basic));
const staffYuan = sum(plan.economic.map((line) => line.staff));
const officeYuan = sum(plan.economic.map((line) => line.office));
const basic = stateWan(basicYuan);
const office = stateWan(officeYuan);
const { reception, running, purchase } = plan.threePublic;

const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(2)}%`;

/** The clean disclosure with one section in other words. */
function worded(number: number, ...texts: string[]): Disclosure {
  const sections = clean.sections.map((section) =>
    section.number === number
      ? {
          ...section,
          blocks: texts.map((text, index) => ({ kind: 'paragraph' as const, text, line: 1500 + index })),
        }
      : section,
  );
  return { ...clean, sections };
}

/** What the narrative's checks say of it: outcomes by check, 不符 with their sentence. */
function outcomes(disclosure: Disclosure) {
  const findings = checkDisclosure(disclosure, { catalogues: [cleanEdition] });
  return {
    failures: findings
      .filter(({ outcome }) => outcome === '不符')
      .map(({ check, message }) => `${check}: ${message}`),
    held: (check: string) => findings.filter((one) => one.check === check && one.outcome === '相符').length,
  };
}

/** Each wording is true; `held` comparisons of the check must be made, and none may fail. */
const wordings: [string, number, string, number, string[]][] = [
  [
    'a list of sources that carry 预算收入 in their names, numbered',
    2,
    'narrative-2-income',
    4,
    [
      `2031年收入预算${all}，其中：`,
      `1.一般公共预算收入${stateWan(now.general)}；2.政府性基金预算收入${stateWan(now.fund)}；（三）国有资本经营预算收入${stateWan(now.capital)}。`,
      `一般公共预算拨款结转1.00万元，政府性基金结转2.00万元。`,
    ],
  ],
  [
    'spending by fund beside the total',
    3,
    'narrative-3-expense',
    2,
    [
      `支出预算${all}。一般公共预算支出${stateWan(now.general)}，政府性基金预算支出${stateWan(now.fund)}；基本支出${basic}。`,
    ],
  ],
  [
    'last year named before this year, and an explanation with amounts',
    8,
    'narrative-8-operating',
    1,
    [
      `2030年机关运行经费预算1.00万元，2031年机关运行经费${office}，因办公费增加3.00万元、会议费减少1.00万元。`,
    ],
  ],
  [
    'shares of something else, and shares that moved',
    3,
    'narrative-shares',
    0,
    [`布展9.00万元，占比下降5%；基本支出${basic}，较上年占比提高3.2%。`],
  ],
  [
    'several items of one sentence, each with its own change',
    5,
    'narrative-changes',
    2,
    ['布展100万元，比上年增加10万元，增长11.11%，修书50万元，较上年减少5万元，下降9.09%。'],
  ],
  [
    'two amounts of this year against one of last year',
    1,
    'narrative-changes',
    1,
    ['2031年区级30万元、上级15万元，2030年合计40万元，比上年增加5万元，增幅12.5%。'],
  ],
  [
    'a rate of growth that itself grew or fell',
    5,
    'narrative-5-general',
    1,
    [`一般公共预算当年支出${stateWan(now.general)}，比上年增加1.00万元，增幅下降3%。`],
  ],
  [
    'a change of something whose amount is not stated',
    7,
    'narrative-7-three-public',
    2,
    [
      `“三公”经费中，公务接待费${stateWan(reception)}，公务用车购置及运行费${stateWan(purchase + running)}，油价上涨使燃料费增加0.50万元，增长12%。`,
    ],
  ],
  [
    'what was carried over, divided in brackets',
    2,
    'narrative-2-income',
    5,
    [
      `2031年收入总预算${all}，其中：上年结转${stateWan(total(left))}（一般公共预算${stateWan(left.general)}、政府性基金预算${stateWan(left.fund)}），占${share(total(left), total(now) + total(left))}；本年收入${stateWan(total(now))}（一般公共预算拨款${stateWan(now.general)}、政府性基金预算拨款${stateWan(now.fund)}、国有资本经营预算拨款${stateWan(now.capital)}、其他资金）。`,
    ],
  ],
  [
    'each function with its own basic and project spending',
    3,
    'narrative-3-expense',
    2,
    [
      `支出总预算${all}，其中：基本支出${basic}。`,
      `1.教育支出9.00万元，其中：基本支出4.00万元，项目支出5.00万元；`,
      `（2）农林水支出7.00万元。其中：基本支出3.00万元，项目支出4.00万元。`,
      `（3）其他支出2.00万元（基本支出1.00万元、项目支出1.00万元）。`,
    ],
  ],
  [
    'what was carried over of each fund, right behind it',
    4,
    'narrative-4-appropriation',
    2,
    [
      `收入包括：一般公共预算当年拨款${stateWan(now.general)}，上年结转${stateWan(left.general)}；政府性基金预算当年拨款${stateWan(now.fund)}，上年结转${stateWan(left.fund)}。政府性基金收支预算${stateWan(now.fund)}。`,
    ],
  ],
  [
    'shares of a whole that the list has named once',
    2,
    'narrative-shares',
    3,
    [
      '书款100.00万元，其中：旧书20.00万元，占20%；新书80.00万元，占80%。新书中，童书60.00万元，占新书的75%；词典20.00万元，占25%。',
    ],
  ],
  [
    'parts of an amount that is itself a share, and was compared with last year',
    5,
    'narrative-shares',
    2,
    [
      '书款80.00万元，比上年预算数70.00万元增加10.00万元，占全部花费的40%。',
      '童书60.00万元，占75%；词典20.00万元，占25%。',
    ],
  ],
  [
    'functions with their levels in brackets',
    5,
    'narrative-5-general',
    plan.items.length,
    plan.items.map((item) => {
      const [top, section, name] = item.names;
      const now = stateWan(currentMoney(item).general);
      return `${top.replace(/支出$/, '')}（类）${section}（款）${name}（项）2031年预算数为${now}。`;
    }),
  ],
  [
    'economic items with their amounts',
    6,
    'narrative-6-basic',
    3,
    [
      `人员经费主要包括：${plan.economic
        .filter((line) => line.staff > 0)
        .map((line) => `${line.name}${stateWan(line.staff)}`)
        .join('、')}。`,
    ],
  ],
  [
    'procurement of two kinds',
    9,
    'narrative-9-procurement',
    1,
    ['政府采购预算3.00万元，其中：货物1.00万元，服务2.00万元。'],
  ],
  [
    'procurement of which some kinds are not told',
    9,
    'narrative-9-procurement',
    0,
    ['政府采购预算3.00万元，其中服务2.00万元。'],
  ],
  [
    'targets of the whole body, and projects counted before they are named',
    10,
    'narrative-10-parts',
    1,
    [
      `编报整体绩效目标1个，涉及资金${all}。`,
      '3个项目（其他运转类1个、特定目标类2个）编报了绩效目标，涉及资金1.00万元。',
    ],
  ],
  [
    'the appropriation by fund, each with what was carried over',
    4,
    'narrative-4-appropriation',
    3,
    [
      `财政拨款收支总预算${stateWan(now.general + left.general + now.fund + left.fund + now.capital)}，其中一般公共预算${stateWan(now.general + left.general)}（含上年结转${stateWan(left.general)}），政府性基金${stateWan(now.fund + left.fund)}（含上年结转${stateWan(left.fund)}）。`,
    ],
  ],
  [
    'a department with its units',
    2,
    'narrative-2-income',
    1,
    [`部门收入预算${all}，其中：总馆收入预算3.00万元；分馆收入预算5.00万元。`],
  ],
  [
    'parts of basic spending before project spending, each with a share of its own whole',
    3,
    'narrative-shares',
    4,
    [
      `支出预算共计${all}。基本支出${basic}，占支出预算的${share(basicYuan, total(now) + total(left))}，其中：人员经费${stateWan(staffYuan)}，占基本支出的${share(staffYuan, basicYuan)}，公用经费${office}，占基本支出的${share(officeYuan, basicYuan)}；项目支出${stateWan(total(now) + total(left) - basicYuan)}，占支出预算的${share(total(now) + total(left) - basicYuan, total(now) + total(left))}，主要是修书增加1.00万元，占增加额的40%。`,
    ],
  ],
  [
    'what each unit spends on the three public expenses',
    7,
    'narrative-7-three-public',
    2,
    [
      `公务接待费${stateWan(reception)}，公务用车运行维护费${stateWan(running)}。`,
      '1.总馆公务接待费0.01万元；2.分馆公务接待费0.02万元，公务用车运行维护费0.03万元。',
    ],
  ],
  [
    'what vehicles cost, divided in brackets',
    7,
    'narrative-7-three-public',
    3,
    [
      `公务用车购置及运行费${stateWan(purchase + running)}（其中：公务用车购置费${stateWan(purchase)}；公务用车运行维护费${stateWan(running)}）。`,
    ],
  ],
  [
    'units below the body that have no 机关运行经费',
    8,
    'narrative-8-operating',
    1,
    [`机关运行经费${office}，下属单位无机关运行经费。`],
  ],
  [
    'a last year that is named only by 比上年',
    1,
    'narrative-changes',
    1,
    [`收支总预算${all}，比上年1.00万元增加${stateWan(total(now) + total(left) - 10_000)}。`],
  ],
  [
    'vehicles of one kind, told in brackets',
    11,
    'narrative-11-vehicles',
    1,
    ['共有车辆3辆，其中一般公务用车1辆、其他用车2辆（其中：流动书车1辆、应急车1辆）。'],
  ],
  [
    'vehicles to be bought, after those in use',
    11,
    'narrative-11-vehicles',
    1,
    ['编制4辆，实有3辆。其中：业务用车2辆，其他用车1辆，其他用车主要是流动书车1辆。2031年拟购置车辆1辆。'],
  ],
  [
    'a description of what 公用经费 may be spent on',
    6,
    'narrative-6-basic',
    1,
    [`基本支出${basic}。公用经费支出，包括水费、电费、取暖费、印刷费、咨询费、手续费、租赁费等。`],
  ],
  [
    'every item that 公用经费 may be spent on, those of table 六 among them',
    6,
    'narrative-6-items',
    0,
    [
      `公用经费${office}，主要包括：${[...plan.economic.filter((line) => line.office > 0).map(({ name }) => name), '咨询费', '手续费', '租赁费', '专用材料费'].join('、')}等。`,
    ],
  ],
  [
    'a share of more than the body itself',
    10,
    'narrative-10-projects',
    0,
    ['公开项目绩效目标1个，项目金额1.00万元，占全部门项目支出总额的0.01%。'],
  ],
];

describe('a true sentence in other words is never 不符', () => {
  test.each(wordings)('%s', (_, section, check, held, texts) => {
    const found = outcomes(worded(section, ...texts));
    // The number of forms is another matter: this wording publishes one of many.
    expect(found.failures.filter((failure) => !failure.startsWith('form-count'))).toEqual([]);
    expect(found.held(check)).toBeGreaterThanOrEqual(held);
  });
});
