import { type Budget, type Hundredths, sum } from './budget.ts';
import { functionList, functions } from './vocabulary.ts';

/** `123456` hundredths of 万元 as tables print it: `1234.56`; nothing for zero. */
export function printed(amount: Hundredths): string {
  return amount === 0 ? '' : (amount / 100).toFixed(2);
}

const ordinals = '一二三四五六七八九十';
function ordinal(number: number): string {
  const ten = Math.floor(number / 10);
  return `${ten > 1 ? ordinals[ten - 1] : ''}${ten > 0 ? '十' : ''}${number % 10 ? ordinals[(number % 10) - 1] : ''}`;
}

/** A table as the conversion leaves it: tab-separated lines under a title. */
export interface RawTable {
  title: string;
  /** Header rows, then body rows. */
  header: string[][];
  rows: string[][];
  empty?: boolean;
}

interface Row {
  code: string;
  name: string;
  basic: Hundredths;
  project: Hundredths;
  carried: Hundredths;
}

/** Total, 类, 款 and 项 of the spending, in the order of the codes. */
export function functionRows(budget: Budget): Row[] {
  const add = (code: string, name: string): Row => {
    const items = budget.items.filter((item) => item.code.startsWith(code));
    return {
      code,
      name,
      basic: sum(items.map((item) => item.basic)),
      project: sum(items.map((item) => item.project)),
      carried: sum(items.map((item) => item.carried)),
    };
  };
  const rows = functions.flatMap((kind) => [
    add(kind.code, kind.name),
    ...kind.groups.flatMap((group) => [
      add(group.code, group.name),
      ...group.items.map(([code, name]) => add(code, name)),
    ]),
  ]);
  return [
    { ...add('', ''), name: '合计' },
    ...rows.filter((row) => row.basic + row.project + row.carried > 0),
  ];
}

/** The thirteen tables of a budget. */
export function makeTables(budget: Budget): RawTable[] {
  const { year, unit } = budget;
  const rows = functionRows(budget);
  const total = rows[0] as Row;
  const current = total.basic + total.project;
  const sources = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '财政专户管理资金', '单位资金'];
  const spent = (name: string) => rows.find((row) => row.code.length === 3 && row.name === name);
  const codeRows = (amounts: (row: Row) => Hundredths[], keep: (row: Row) => boolean) =>
    rows
      .filter(keep)
      .map((row) =>
        row.code
          ? [row.code, row.name, ...amounts(row).map(printed)]
          : ['合计', '', ...amounts(row).map(printed)],
      );
  const economic = economicRows(budget);
  const spending = (title: string, carried: boolean): RawTable => ({
    title,
    header: [
      ['项目', '', `${year}年预算数`, '', ''],
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ],
    rows: codeRows(
      (row) => {
        const project = row.project + (carried ? row.carried : 0);
        return [row.basic + project, row.basic, project];
      },
      (row) => carried || row.basic + row.project > 0,
    ),
  });
  const none = (title: string, header: string[][]): RawTable => ({
    title,
    header,
    rows: [['合计', ...(header.at(-1) as string[]).slice(1).map(() => '')]],
    empty: true,
  });
  const projects = (title: string, list: Budget['projects'], width: number): RawTable => ({
    title,
    header: [
      [
        '项目名称',
        '合计',
        `${year}年财政拨款`,
        '',
        '',
        ...(width === 7 ? ['财政专户管理资金', '单位资金'] : []),
      ],
      ['', '', '一般公共预算', '政府性基金预算', '国有资本经营预算', ...(width === 7 ? ['', ''] : [])],
      Array.from({ length: width }, (_, index) => String(index + 1)),
    ],
    rows: list.length
      ? [{ name: unit, annual: sum(list.map((project) => project.annual)) }, ...list].map((project) =>
          pad([project.name, printed(project.annual), printed(project.annual)], width),
        )
      : [],
    empty: list.length === 0,
  });
  const publicTotal = budget.reception + budget.vehicles;
  return [
    {
      title: `${year}年预算收支总表`,
      header: [
        ['收入', '', '支出', '', '', ''],
        ['项目', `${year}年`, '项目', `${year}年合计`, '当年预算安排', '上年结转安排'],
      ],
      rows: [
        ...functionList.map((name, index) => {
          const row = spent(name);
          const left = sources[index]
            ? [`${ordinal(index + 1)}、${sources[index]}`, index === 0 ? printed(current) : '']
            : ['', ''];
          const now = row ? row.basic + row.project : 0;
          return [
            ...left,
            `${ordinal(index + 1)}、${name}`,
            printed(now + (row?.carried ?? 0)),
            printed(now),
            printed(row?.carried ?? 0),
          ];
        }),
        [
          '本年收入合计',
          printed(current),
          '本年支出合计',
          printed(current + total.carried),
          printed(current),
          printed(total.carried),
        ],
        ['上年结转', printed(total.carried), '年终结转', '', '', ''],
        [
          '收入总计',
          printed(current + total.carried),
          '支出总计',
          printed(current + total.carried),
          printed(current),
          printed(total.carried),
        ],
      ],
    },
    {
      title: `${year}年预算收入总表`,
      header: [
        ['项目', '', '本年收入', '', '', '', '', '', '上年结转'],
        [
          '科目编码',
          '科目名称',
          '合计',
          '一般公共预算',
          '政府性基金',
          '国有资本经营预算',
          '财政专户管理资金',
          '单位资金',
          '',
        ],
      ],
      rows: codeRows(
        (row) => [row.basic + row.project, row.basic + row.project, 0, 0, 0, 0, row.carried],
        () => true,
      ),
    },
    spending(`${year}年预算支出总表`, true),
    {
      title: `${year}年财政拨款收支总表`,
      header: [
        ['收入', '', '支出', '', '', '', ''],
        ['项目', '金额', '项目', '金额', '', '', ''],
        ['', '', '', '小计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
      ],
      rows: [
        ...functionList.map((name, index) => {
          const row = spent(name);
          const amount = row ? row.basic + row.project + row.carried : 0;
          const left =
            index < 3
              ? [`${ordinal(index + 1)}、${sources[index]}`, index === 0 ? printed(current) : '']
              : ['', ''];
          return pad([...left, `${ordinal(index + 1)}、${name}`, printed(amount), printed(amount)], 7);
        }),
        pad(
          [
            '本年收入合计',
            printed(current),
            '本年支出合计',
            printed(current + total.carried),
            printed(current + total.carried),
          ],
          7,
        ),
        pad(['上年财政拨款结转', printed(total.carried), '年终结转'], 7),
        pad(['一、一般公共预算', printed(total.carried)], 7),
        pad(['二、政府性基金预算'], 7),
        pad(['三、国有资本经营预算'], 7),
        pad(
          [
            '收入总计',
            printed(current + total.carried),
            '支出总计',
            printed(current + total.carried),
            printed(current + total.carried),
          ],
          7,
        ),
      ],
    },
    spending(`${year}年一般公共预算支出预算表（不含上年结转）`, false),
    {
      title: `${year}年一般公共预算安排基本支出分经济科目表（不含上年结转）`,
      header: [
        ['部门预算支出经济科目名称', '政府预算支出经济科目名称', `${year}年预算数`, '', ''],
        ['', '', '合计', '人员经费', '公用经费'],
      ],
      rows: economic.map(([name, counterpart, staff, office]) => [
        name,
        counterpart,
        printed(staff + office),
        printed(staff),
        printed(office),
      ]),
    },
    none(`${year}年政府性基金预算收入表（不含上年结转）`, [
      ['项目', '', '政府性基金收入预算'],
      ['收入科目编码', '科目名称', ''],
    ]),
    none(`${year}年政府性基金预算支出表（不含上年结转）`, [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ]),
    none(`${year}年国有资本经营预算收支预算表（不含上年结转）`, [
      ['国有资本经营预算收入', '', '国有资本经营预算支出', '', '', '', '', ''],
      ['项目', '', '国有资本经营收入预算', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['收入科目编码', '科目名称', '', '', '', '', '', ''],
    ]),
    {
      title: `${year}年财政拨款安排“三公”经费支出预算表`,
      header: [
        ['项目', `${year}年预算数`, '', '', ''],
        ['', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
      ],
      rows: [
        ['因公出国（境）费', 0],
        ['公务接待费', budget.reception],
        ['公务用车购置及运行费', budget.vehicles],
        ['①公务用车购置费', 0],
        ['②公务用车运行维护费', budget.vehicles],
        ['合计', publicTotal],
      ].map(([name, amount]) =>
        pad([name as string, printed(amount as number), printed(amount as number)], 5),
      ),
    },
    none(`${year}年财政拨款安排机关运行经费预算表`, [
      ['单位名称', `${year}预算数`, '', '', ''],
      ['', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
    ]),
    projects(`${year}年项目支出预算表（本年预算）`, budget.projects, 7),
    projects(`${year}年项目支出预算表（上年结转）`, budget.carriedProjects, 5),
  ];
}

function pad(cells: string[], width: number): string[] {
  return [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
}

/** Name, counterpart, 人员, 公用 of table 六, groups before their items. */
function economicRows(budget: Budget): [string, string, Hundredths, Hundredths][] {
  const office = [
    ...budget.office,
    ...(budget.reception ? [{ name: '公务接待费', amount: budget.reception }] : []),
    ...(budget.vehicles ? [{ name: '公务用车运行维护费', amount: budget.vehicles }] : []),
  ];
  const staffTotal = sum(budget.staff.map((item) => item.amount));
  const officeTotal = sum(office.map((item) => item.amount));
  const group = (name: string, items: typeof office, staff: boolean): [string, string, number, number][] =>
    items.length === 0
      ? []
      : [
          [
            name,
            '',
            staff ? sum(items.map((item) => item.amount)) : 0,
            staff ? 0 : sum(items.map((item) => item.amount)),
          ],
          ...items.map((item): [string, string, number, number] => [
            item.name,
            name,
            staff ? item.amount : 0,
            staff ? 0 : item.amount,
          ]),
        ];
  return [
    ['合计', '', staffTotal, officeTotal],
    ...group('工资福利支出', budget.staff, true),
    ...group('商品和服务支出', office, false),
  ];
}
