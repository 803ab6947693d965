import type { ReadFigure } from '../../schema/figure.ts';
import type { Cell, Column, Table } from '../../schema/table.ts';
import type { BudgetPlan, Money, PlanItem } from './budget-plan.ts';

/** An amount as the template prints it: 万元 with two decimals, rounded; nothing where it is 0. */
export function printWan(yuan: number): ReadFigure | null {
  if (yuan === 0) return null;
  const hundredths = Math.round(yuan / 100);
  return { printed: (hundredths / 100).toFixed(2), yuan: hundredths * 100 };
}

export const total = (money: Money): number =>
  money.general + money.fund + money.capital + money.account + money.own;

export const sum = (amounts: number[]): number => amounts.reduce((yuan, amount) => yuan + amount, 0);

/** Money of an item for this year: basic spending is paid from the general budget. */
export function currentMoney(item: PlanItem): Money {
  return addUp([
    { general: item.basic, fund: 0, capital: 0, account: 0, own: 0 },
    ...item.projects.map(({ money }) => money),
  ]);
}

export function addUp(parts: Money[]): Money {
  const of = (key: keyof Money) => sum(parts.map((part) => part[key]));
  return {
    general: of('general'),
    fund: of('fund'),
    capital: of('capital'),
    account: of('account'),
    own: of('own'),
  };
}

export const carriedMoney = (item: PlanItem): Money => addUp(item.carried.map(({ money }) => money));

/** The thirteen tables of an invented budget, each amount rounded by itself as in print. */
export function printTables(plan: BudgetPlan): Table[] {
  let line = 100;
  const table = (number: number, title: string, columns: Column[], rows: Cell[][]): Table => {
    line += 10;
    const at = line;
    const printed = rows.map((cells) => ({ line: ++line, cells }));
    const empty = rows.every((cells) => cells.every((cell) => cell === null || typeof cell === 'string'));
    const note = { text: '注：本表无数据', line: ++line };
    return {
      number,
      title: `${plan.year}年${title}`,
      line: at,
      unit: '万元',
      columns,
      rows: printed,
      notes: empty ? [note] : [],
      noData: empty ? note : null,
    };
  };
  const year = `${plan.year}年`;
  const current = addUp(plan.items.map(currentMoney));
  const carried = addUp(plan.items.map(carriedMoney));
  const all = total(current) + total(carried);
  const classes = [...Map.groupBy(plan.items, (item) => item.names[0])];
  const money = (items: PlanItem[]) => addUp(items.map(currentMoney));
  const left = (items: PlanItem[]) => addUp(items.map(carriedMoney));

  const sources: [string, keyof Money][] = [
    ['一、一般公共预算', 'general'],
    ['二、政府性基金预算', 'fund'],
    ['三、国有资本经营预算', 'capital'],
    ['四、财政专户管理资金', 'account'],
    ['五、单位资金', 'own'],
  ];
  const spending = (items: PlanItem[]) =>
    [total(money(items)) + total(left(items)), total(money(items)), total(left(items))].map(printWan);
  const oneRows: Cell[][] = Array.from({ length: Math.max(5, classes.length) }, (_, index) => {
    const [source, key] = sources[index] ?? ['', undefined];
    const [name, items] = classes[index] ?? ['', []];
    return [
      source,
      key ? printWan(current[key]) : null,
      name ? `${ordinals[index]}、${name}` : '',
      ...spending(items),
    ];
  });
  const one = table(
    1,
    '预算收支总表',
    [
      column('收入/项目', 'label', '收入'),
      column(`收入/${year}`, 'amount', '收入'),
      column('支出/项目', 'label', '支出'),
      column(`支出/${year}合计`, 'amount', '支出'),
      column('支出/当年预算安排', 'amount', '支出'),
      column('支出/上年结转安排', 'amount', '支出'),
    ],
    [
      ...oneRows,
      ['本年收入合计', printWan(total(current)), '本年支出合计', ...spending(plan.items)],
      ['上年结转', printWan(total(carried)), '年终结转', null, null, null],
      ['收入总计', printWan(all), '支出总计', ...spending(plan.items)],
    ],
  );

  const byCode = (rows: (items: PlanItem[]) => (ReadFigure | null)[], of = plan.items): Cell[][] => [
    ['', '合计', ...rows(of)],
    ...[3, 5, 7]
      .flatMap((length, level) =>
        [...Map.groupBy(of, (item) => item.code.slice(0, length))].map(
          ([code, items]): [string, string, PlanItem[]] => [code, items[0]?.names[level] ?? '', items],
        ),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, name, items]): Cell[] => [code, name, ...rows(items)]),
  ];
  const codeColumns = [column('项目/科目编码', 'code'), column('项目/科目名称', 'label')];
  const two = table(
    2,
    '预算收入总表',
    [
      ...codeColumns,
      ...['合计', '一般公共预算', '政府性基金', '国有资本经营预算', '财政专户管理资金', '单位资金'].map(
        (name) => column(`本年收入/${name}`, 'amount'),
      ),
      column('上年结转', 'amount'),
    ],
    byCode((items) => {
      const now = money(items);
      const amounts = [
        total(now),
        now.general,
        now.fund,
        now.capital,
        now.account,
        now.own,
        total(left(items)),
      ];
      return amounts.map(printWan);
    }),
  );
  const basic = (items: PlanItem[]) => sum(items.map((item) => item.basic));
  const split = ['合计', '基本支出', '项目支出'].map((name) => column(`${year}预算数/${name}`, 'amount'));
  const three = table(
    3,
    '预算支出总表',
    [...codeColumns, ...split],
    byCode((items) => {
      const sums = total(money(items)) + total(left(items));
      return [sums, basic(items), sums - basic(items)].map(printWan);
    }),
  );

  const fiscal = (parts: Money) => [
    parts.general + parts.fund + parts.capital,
    parts.general,
    parts.fund,
    parts.capital,
  ];
  const fiscalAll = (items: PlanItem[]) => fiscal(addUp([money(items), left(items)])).map(printWan);
  const blank = [null, null, null, null];
  const [fiscalCurrent = 0] = fiscal(current);
  const [fiscalCarried = 0] = fiscal(carried);
  const fourRows: Cell[][] = Array.from({ length: Math.max(3, classes.length) }, (_, index) => {
    const [source, key] = index < 3 ? (sources[index] ?? ['', undefined]) : ['', undefined];
    const [name, items] = classes[index] ?? ['', []];
    return [
      source,
      key ? printWan(current[key]) : null,
      name ? `${ordinals[index]}、${name}` : '',
      ...fiscalAll(items),
    ];
  });
  const four = table(
    4,
    '财政拨款收支总表',
    [
      column('收入/项目', 'label', '收入'),
      column('收入/金额', 'amount', '收入'),
      column('支出/项目', 'label', '支出'),
      ...['小计', '一般公共预算', '政府性基金预算', '国有资本经营预算'].map((name) =>
        column(`支出/金额/${name}`, 'amount', '支出'),
      ),
    ],
    [
      ...fourRows,
      ['本年收入合计', printWan(fiscalCurrent), '本年支出合计', ...fiscalAll(plan.items)],
      ['上年财政拨款结转', printWan(fiscalCarried), '年终结转', ...blank],
      ['一、一般公共预算', printWan(carried.general), '', ...blank],
      ['二、政府性基金预算', printWan(carried.fund), '', ...blank],
      ['三、国有资本经营预算', printWan(carried.capital), '', ...blank],
      ['收入总计', printWan(fiscalCurrent + fiscalCarried), '支出总计', ...fiscalAll(plan.items)],
    ],
  );

  const general = plan.items.filter((item) => currentMoney(item).general > 0);
  const five = table(
    5,
    '一般公共预算支出预算表（不含上年结转）',
    [...codeColumns, ...split],
    byCode((items) => {
      const now = money(items).general;
      return [now, basic(items), now - basic(items)].map(printWan);
    }, general),
  );

  const people = (lines: BudgetPlan['economic']) => {
    const [staff, office] = [sum(lines.map((line) => line.staff)), sum(lines.map((line) => line.office))];
    return [staff + office, staff, office].map(printWan);
  };
  const six = table(
    6,
    '一般公共预算安排基本支出分经济科目表（不含上年结转）',
    [
      column('部门预算支出经济科目名称', 'label'),
      column('政府预算支出经济科目名称', 'counterpart'),
      ...['合计', '人员经费', '公用经费'].map((name) => column(`${year}预算数/${name}`, 'amount')),
    ],
    [
      ['合计', '', ...people(plan.economic)],
      ...[...Map.groupBy(plan.economic, (line) => line.group)].flatMap(([group, lines]): Cell[][] => [
        [group, '', ...people(lines)],
        ...lines.map((one): Cell[] => [one.name, one.counterpart, ...people([one])]),
      ]),
    ],
  );

  const only = (key: 'fund' | 'capital') => plan.items.filter((item) => currentMoney(item)[key] > 0);
  const seven = table(
    7,
    '政府性基金预算收入表（不含上年结转）',
    [
      column('项目/收入科目编码', 'code'),
      column('项目/科目名称', 'label'),
      column('政府性基金收入预算', 'amount'),
    ],
    byCode((items) => [printWan(money(items).fund)], only('fund')),
  );
  const eight = table(
    8,
    '政府性基金预算支出表（不含上年结转）',
    [
      column('科目编码', 'code'),
      column('科目名称', 'label'),
      ...['合计', '基本支出', '项目支出'].map((name) => column(name, 'amount')),
    ],
    byCode((items) => [printWan(money(items).fund), null, printWan(money(items).fund)], only('fund')),
  );
  const nineRows = byCode((items) => [printWan(money(items).capital)], only('capital'));
  const nine = table(
    9,
    '国有资本经营预算收支预算表（不含上年结转）',
    [
      column('国有资本经营预算收入/项目/收入科目编码', 'code', '收入'),
      column('国有资本经营预算收入/项目/科目名称', 'label', '收入'),
      column('国有资本经营预算收入/国有资本经营收入预算', 'amount', '收入'),
      column('国有资本经营预算支出/科目编码', 'code', '支出'),
      column('国有资本经营预算支出/科目名称', 'label', '支出'),
      ...['合计', '基本支出', '项目支出'].map((name) =>
        column(`国有资本经营预算支出/${name}`, 'amount', '支出'),
      ),
    ],
    nineRows.map(([code = '', name = '', amount = null]): Cell[] => [
      code,
      name,
      amount,
      code,
      name,
      amount,
      null,
      amount,
    ]),
  );

  const { abroad, reception, purchase, running } = plan.threePublic;
  const byFund = (yuan: number): Cell[] => [printWan(yuan), printWan(yuan), null, null];
  const fundColumns = (path: string) =>
    ['合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'].map((name) =>
      column(`${path}/${name}`, 'amount'),
    );
  const ten = table(
    10,
    '财政拨款安排“三公”经费支出预算表',
    [column('项目', 'label'), ...fundColumns(`${year}预算数`)],
    [
      ['因公出国（境）费', ...byFund(abroad)],
      ['公务接待费', ...byFund(reception)],
      ['公务用车购置及运行费', ...byFund(purchase + running)],
      ['①公务用车购置费', ...byFund(purchase)],
      ['②公务用车运行维护费', ...byFund(running)],
      ['合计', ...byFund(abroad + reception + purchase + running)],
    ],
  );
  const office = plan.administrative ? sum(plan.economic.map((one) => one.office)) : 0;
  const eleven = table(
    11,
    '财政拨款安排机关运行经费预算表',
    [column('单位名称', 'label'), ...fundColumns(`${plan.year}预算数`)],
    [['部门合计', ...byFund(office)], ...(office > 0 ? [[plan.unit, ...byFund(office)]] : [])],
  );

  const projects = plan.items.flatMap((item) => item.projects);
  const amounts = (parts: Money) => [
    total(parts),
    parts.general,
    parts.fund,
    parts.capital,
    parts.account,
    parts.own,
  ];
  const twelve = table(
    12,
    '项目支出预算表（本年预算）',
    [
      column('项目名称', 'label'),
      column('合计', 'amount'),
      ...['一般公共预算', '政府性基金预算', '国有资本经营预算'].map((name) =>
        column(`${year}财政拨款/${name}`, 'amount'),
      ),
      column('财政专户管理资金', 'amount'),
      column('单位资金', 'amount'),
    ],
    [
      [plan.unit, ...amounts(addUp(projects.map((project) => project.money))).map(printWan)],
      ...projects.map((project): Cell[] => [project.name, ...amounts(project.money).map(printWan)]),
    ],
  );
  const kept = plan.items.flatMap((item) => item.carried);
  const thirteen = table(
    13,
    '项目支出预算表（上年结转）',
    [
      column('项目名称', 'label'),
      ...fundColumns(`${year}财政拨款`).map((it, index) => (index ? it : column('合计', 'amount'))),
    ],
    kept.length === 0
      ? []
      : [
          [plan.unit, ...fiscal(carried).map(printWan)],
          ...kept.map((project): Cell[] => [project.name, ...fiscal(project.money).map(printWan)]),
        ],
  );
  return [one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen];
}

const ordinals = [...'一二三四五六七八九十'];

function column(path: string, role: Column['role'], side: Column['side'] = ''): Column {
  return { path, role, side };
}
