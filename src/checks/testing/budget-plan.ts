import { Random } from './random.ts';

/** Money by fund, in whole yuan. */
export interface Money {
  general: number;
  fund: number;
  capital: number;
  account: number;
  own: number;
}

/** A functional item (项) of an invented budget, exact to the yuan. */
export interface PlanItem {
  code: string;
  names: [string, string, string];
  basic: number;
  projects: { name: string; money: Money }[];
  carried: { name: string; money: Money }[];
}

/** A line of basic spending by economic item. */
export interface PlanEconomic {
  group: string;
  name: string;
  counterpart: string;
  staff: number;
  office: number;
}

/** An invented budget, exact to the yuan, from which tables and sentences are printed. */
export interface BudgetPlan {
  unit: string;
  year: number;
  administrative: boolean;
  items: PlanItem[];
  economic: PlanEconomic[];
  /** 三公, from the general budget: in basic spending and beyond it. */
  threePublic: { abroad: number; reception: number; purchase: number; running: number };
  procurement: { goods: number; works: number; services: number };
  /** Last year's amounts over this year's. */
  lastYear: number;
}

export interface PlanOptions {
  /** Government funds, state capital, special accounts and own income beside the general budget. */
  funds?: boolean;
  /** Money carried over from the year before. */
  carried?: boolean;
  /** Every amount a whole number of hundredths of 万元, so that nothing is lost to rounding. */
  exact?: boolean;
  /** An administrative body, which has 机关运行经费. */
  administrative?: boolean;
}

const nothing: Money = { general: 0, fund: 0, capital: 0, account: 0, own: 0 };

const functions: [string, string, string, string][] = [
  ['2010301', '一般公共服务支出', '政府办公厅及相关机构事务', '行政运行'],
  ['2010399', '一般公共服务支出', '政府办公厅及相关机构事务', '其他政府办公厅及相关机构事务支出'],
  ['2070104', '文化旅游体育与传媒支出', '文化和旅游', '图书馆'],
  ['2070109', '文化旅游体育与传媒支出', '文化和旅游', '群众文化'],
  ['2070205', '文化旅游体育与传媒支出', '文物', '博物馆'],
  ['2080502', '社会保障和就业支出', '行政事业单位养老支出', '事业单位离退休'],
  ['2080505', '社会保障和就业支出', '行政事业单位养老支出', '机关事业单位基本养老保险缴费支出'],
  ['2101102', '卫生健康支出', '行政事业单位医疗', '事业单位医疗'],
  ['2210201', '住房保障支出', '住房改革支出', '住房公积金'],
];

const economics: [string, string, string, 'staff' | 'office'][] = [
  ['工资福利支出', '基本工资', '工资奖金津补贴', 'staff'],
  ['工资福利支出', '津贴补贴', '工资奖金津补贴', 'staff'],
  ['工资福利支出', '住房公积金', '住房公积金', 'staff'],
  ['商品和服务支出', '办公费', '办公经费', 'office'],
  ['商品和服务支出', '差旅费', '办公经费', 'office'],
  ['商品和服务支出', '公务接待费', '公务接待费', 'office'],
  ['商品和服务支出', '公务用车运行维护费', '公务用车运行维护费', 'office'],
  ['对个人和家庭的补助', '退休费', '离退休费', 'staff'],
];

/** Invents a budget from a seed. */
export function inventBudget(seed: number, options: PlanOptions = {}): BudgetPlan {
  const random = new Random(seed);
  const step = options.exact ? 100 : 1;
  const yuanBetween = (low: number, high: number) => random.int(low / step, high / step) * step;
  const chosen = functions.filter(() => random.next() < 0.75);
  const kept = chosen.length >= 3 ? chosen : functions.slice(2);
  const economic = economics.map(([group, name, counterpart, kind]): PlanEconomic => {
    const yuan = yuanBetween(30_000, 4_000_000);
    return {
      group,
      name,
      counterpart,
      staff: kind === 'staff' ? yuan : 0,
      office: kind === 'office' ? yuan : 0,
    };
  });
  const basic = economic.reduce((sum, line) => sum + line.staff + line.office, 0);
  const basics = random.split(basic / step, kept.length).map((part) => part * step);
  let number = 0;
  const project = (kind: string, money: Partial<Money>) => {
    number += 1;
    return { name: `${kind}${number}号`, money: { ...nothing, ...money } };
  };
  const items = kept.map(([code, ...names], index): PlanItem => {
    const amount = () => yuanBetween(20_000, 9_000_000);
    const projects = Array.from({ length: random.int(0, 2) }, () =>
      project('古籍修复', { general: amount() }),
    );
    if (index === 0) projects.push(project('展厅照明改造', { general: amount() }));
    if (options.funds && index < 3) {
      projects.push(project('城南书屋建设', { fund: amount(), own: amount() }));
      projects.push(project('数字阅览设备', { capital: amount(), account: amount() }));
    }
    const carried =
      options.carried && index < 2
        ? [project('跨年采编', options.funds ? { general: amount(), fund: amount() } : { general: amount() })]
        : [];
    return { code, names, basic: basics[index] ?? 0, projects, carried };
  });
  const item = (name: string) => economic.find((line) => line.name === name)?.office ?? 0;
  return {
    unit: '云溪县图书馆',
    year: 2031,
    administrative: options.administrative ?? false,
    items,
    economic,
    threePublic: {
      abroad: 0,
      reception: item('公务接待费'),
      purchase: random.next() < 0.5 ? yuanBetween(150_000, 300_000) : 0,
      running: item('公务用车运行维护费'),
    },
    procurement: {
      goods: yuanBetween(0, 900_000),
      works: yuanBetween(0, 900_000),
      services: yuanBetween(0, 900_000),
    },
    lastYear: 0.6 + random.next(),
  };
}
