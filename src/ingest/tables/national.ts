import { nationalSet } from '../../schema/table-titles.ts';
import { shanxi13 } from './shanxi-13.ts';
import type { LeafTemplate, TableTemplate, Template } from './template.ts';

const leaf =
  (role: LeafTemplate['role'], side: LeafTemplate['side'] = '') =>
  (key: string, path: string[]): LeafTemplate => ({ key, path, role, side });
const code = leaf('code');
const label = leaf('label');
const amount = leaf('amount');
const perhaps = (column: LeafTemplate): LeafTemplate => ({ ...column, optional: true });
const text = (word: string): LeafTemplate => perhaps(leaf('text')(word, [word]));

const remark = text('备注');
const bodies = [code('code', ['单位代码']), label('label', ['单位名称'])];
const functional = [code('code', ['科目', '科目编码']), label('label', ['科目', '科目名称'])];
const basicAndProject = { total: 'total', parts: ['basic', 'project'] };
const staffAndOffice = { total: 'basic', parts: ['staff', 'office'] };

/** Sources beside the three funds and the fiscal account: printed one by one, or together as 单位资金. */
const ownSources = ['事业收入', '事业单位经营收入', '上级补助收入', '附属单位上缴收入', '其他收入'];
const balance = '使用非财政拨款结余';
const otherSpending = ['事业单位经营支出', '上缴上级支出', '对附属单位补助支出'];
const sources = (group: string, prefix: string): LeafTemplate[] => [
  amount(`${prefix}general`, [group, '一般公共预算']),
  amount(`${prefix}fund`, [group, '政府性基金']),
  amount(`${prefix}capital`, [group, '国有资本经营预算']),
  perhaps(amount(`${prefix}special`, [group, '财政专户管理资金'])),
  perhaps(amount(`${prefix}own`, [group, '单位资金'])),
  ...ownSources.map((word) => perhaps(amount(`${prefix}${word}`, [group, word]))),
];
const sourceKeys = (prefix: string) =>
  ['general', 'fund', 'capital', 'special', 'own', ...ownSources].map((key) => `${prefix}${key}`);

const basicInParts: LeafTemplate[] = [
  amount('total', ['合计']),
  amount('basic', ['基本支出', '小计']),
  amount('staff', ['基本支出', '人员经费']),
  amount('office', ['基本支出', '公用经费']),
  amount('project', ['项目支出']),
];

/** The title of a table is the same in both sets: what tells them apart is the header. */
const titleOf = (number: number): Pick<TableTemplate, 'number' | 'title'> => ({
  number,
  title: shanxi13.tables.find((table) => table.number === number)?.title ?? /$^/,
});

/** Spending by functional code, with 基本支出 in its two parts. */
const byFunction = (number: number): TableTemplate => ({
  ...titleOf(number),
  leaves: [...functional, ...basicInParts, remark],
  cross: [basicAndProject, staffAndOffice],
  order: 'codes',
  anchors: [],
});

/** Spending by functional code, in one row of headings. */
const byFunctionPlainly = (number: number): TableTemplate => ({
  ...titleOf(number),
  leaves: [
    ...functional,
    amount('total', ['合计']),
    amount('basic', ['基本支出']),
    amount('project', ['项目支出']),
    ...otherSpending.map((word) => perhaps(amount(word, [word]))),
    remark,
  ],
  cross: [{ total: 'total', parts: ['basic', 'project', ...otherSpending] }],
  order: 'codes',
  anchors: [],
});

/** Spending by functional code, where 专项业务经费 stands for projects and 基本支出 has no column. */
const byUse = (number: number): TableTemplate => ({
  ...titleOf(number),
  leaves: [
    ...functional,
    amount('total', ['合计']),
    amount('staff', ['人员经费']),
    amount('office', ['公用经费']),
    amount('project', ['专项业务经费']),
    remark,
  ],
  cross: [{ total: 'total', parts: ['staff', 'office', 'project'] }],
  order: 'codes',
  anchors: [],
});

/** Spending by functional code and body, each body's name above its functions. */
const byFunctionAndBody = (number: number): TableTemplate => {
  const plain = byFunctionPlainly(number);
  return {
    ...plain,
    leaves: [
      code('code', ['科目', '科目编码']),
      leaf('text')('单位代码', ['科目', '单位代码']),
      label('label', ['科目', '名称']),
      ...plain.leaves.slice(2),
    ],
  };
};

/** Spending from one fund, under a heading of its own. */
const byFund = (number: number): TableTemplate => ({
  ...titleOf(number),
  leaves: [
    ...functional,
    amount('total', ['本年支出', '合计']),
    amount('basic', ['本年支出', '基本支出']),
    amount('project', ['本年支出', '项目支出']),
    remark,
  ],
  cross: [basicAndProject],
  order: 'codes',
  anchors: [],
});

/** Income beside spending by function and, in further columns of their own, by economic item. */
const sidesByUse = (uses: [label: string, amount: string][]): TableTemplate => ({
  ...titleOf(1),
  leaves: [
    leaf('label', '收入')('in.label', ['收入', '项目']),
    leaf('amount', '收入')('in', ['收入', '金额']),
    leaf('label', '支出')('label', ['支出', '功能项目']),
    leaf('amount', '支出')('total', ['支出', '金额']),
    ...uses.flatMap(([name, value]) => [
      leaf('text', '支出')(name, ['支出', name]),
      leaf('amount', '支出')(value, ['支出', value]),
    ]),
  ],
  cross: [],
  order: 'two-sided',
  anchors: [],
});

/** What is appropriated, by fund. */
const appropriation = (number: number): TableTemplate => ({
  ...titleOf(number),
  leaves: [
    leaf('label', '收入')('in.label', ['收入', '项目']),
    leaf('amount', '收入')('in', ['收入', '金额']),
    leaf('label', '支出')('label', ['支出', '项目']),
    leaf('amount', '支出')('total', ['支出', '合计']),
    leaf('amount', '支出')('general', ['支出', '一般公共预算']),
    leaf('amount', '支出')('fund', ['支出', '政府性基金']),
    leaf('amount', '支出')('capital', ['支出', '国有资本经营预算']),
  ],
  cross: [{ total: 'total', parts: ['general', 'fund', 'capital'] }],
  order: 'two-sided',
  anchors: [],
});

/**
 * The tables as the Ministry of Finance prescribes them, which most provinces print with small differences of their own
 * (财预〔2016〕143号 and the 预算管理一体化 system). Numbered by what a table says, as the thirteen are: the number that a
 * document prints is another one everywhere.
 */
export const national: Template = {
  id: nationalSet,
  comparison: shanxi13.comparison,
  usualTitles: shanxi13.usualTitles,
  words: {
    ...shanxi13.words,
    功能项目: /^(?:支出|项目)?\(?(?:按)?(?:支出)?(?:功能|科目)分类?(?:科目)?(?:\(?按大类\)?)?\)?$/,
    经济项目:
      /^(?:支出|项目)?\(?(?:按)?(?:部门|政府)?(?:预算)?(?:支出)?(?:经济分类|用途)(?:科目)?(?:\(?按大类\)?)?\)?$/,
    部门经济项目: /^(?:支出|项目)?\(?(?:按)?部门(?:预算)?(?:支出)?经济分类(?:科目)?(?:\(?按大类\)?)?\)?$/,
    政府经济项目: /^(?:支出|项目)?\(?(?:按)?政府(?:预算)?(?:支出)?经济分类(?:科目)?(?:\(?按大类\)?)?\)?$/,
    经济金额: shanxi13.words.金额 as RegExp,
    部门经济金额: shanxi13.words.金额 as RegExp,
    政府经济金额: shanxi13.words.金额 as RegExp,
    科目: /^(?:项目|科目|(?:支出)?功能(?:分类)?科目)$/,
    科目编码: /^(?:(?:支出)?(?:功能|部门经济|政府经济|经济)?(?:分类)?(?:科目)?)?(?:编码|代码)$/,
    科目名称: /^(?:(?:支出)?(?:功能|部门经济|政府经济|经济)?(?:分类)?(?:科目)?)?名称$/,
    人员经费: /^人员(?:经费|支出|经费支出)$/,
    公用经费: /^(?:日常)?公用(?:经费|支出|经费支出)$/,
    专项业务经费: /^专项业务(?:经费支出|经费|支出|费)$/,
    部门经济科目: /^部门(?:预算)?(?:支出)?经济(?:分类)?科目$/,
    政府经济科目: /^政府(?:预算)?(?:支出)?经济(?:分类)?科目$/,
    单位代码: /^(?:预算)?(?:部门|单位)(?:\(单位\))?(?:编码|代码)$/,
    代码: /^(?:(?:支出)?(?:功能)?(?:分类)?科目|(?:预算)?(?:部门|单位)(?:\(单位\))?)?(?:编码|代码)$/,
    名称: /^(?:(?:支出)?(?:功能)?(?:分类)?科目|(?:预算)?(?:部门|单位)(?:\((?:单位|科目)\))?)名称(?:\(科目\))?$/,
    使用非财政拨款结余: /^(?:使用非财政拨款结余|用事业基金弥补收支差额)$/,
    单位名称: /^(?:预算)?(?:部门|单位)(?:\(单位\))?名称(?:\(科目\))?$|^(?:部门|单位)$/,
    本年收入: /^(?:本年|当年|\d{4}年?(?:度)?)(?:预算)?收入(?:预算)?(?:数)?$/,
    上年结转: /^上年结转(?:结余|资金|收入|和结余)*$/,
    单位资金: /^单位(?:自有)?资金(?:收入)?$/,
    总额: /^(?:合计|总计|收入合计|总收入)$/,
    本年支出: /^(?:本年|当年|\d{4}年?(?:度)?)?(?:政府性基金|国有资本经营)?(?:预算)?支出(?:预算)?(?:数)?$/,
    本年基本支出: /^(?:本年|当年|\d{4}年?(?:度)?)?(?:一般公共预算)?(?:财政拨款)?基本支出$/,
    经济科目: /^(?:(?:部门)?(?:预算)?(?:支出)?经济(?:分类)?科目|项目|科目)$/,
    三公经费合计: /^(?:三公经费)?(?:合计|总计|小计|预算数)$|^三公经费$/,
    因公出国: /^因公出国\(?境\)?(?:费用?|经费)?$/,
    公务用车: /^公务用车购置(?:及|和|与)运行(?:维护)?(?:费用?|经费)?$/,
    公务用车购置: /^(?:公务用车|公车)?购置(?:费用?|经费)?$/,
    公务用车运行: /^(?:公务用车|公车)?运行(?:维护)?(?:费用?|经费)?$/,
    公务接待: /^公务接待(?:费用?|经费)?$/,
    本年拨款: /^(?:本年|当年|\d{4}年?(?:度)?)(?:财政)?拨款(?:安排|收入)?$|^财政拨款$/,
    拨款结转: /^(?:上年)?财政拨款结转(?:结余|和结余)?$|^上年结转(?:结余)?$/,
    项目类型: /^(?:项目)?(?:类型|类别)$/,
    项目单位: /^(?:项目|预算|实施)?单位(?:名称)?$/,
  },
  tables: [
    {
      ...titleOf(1),
      leaves: [
        leaf('label', '收入')('in.label', ['收入', '项目']),
        leaf('amount', '收入')('in', ['收入', '金额']),
        leaf('label', '支出')('label', ['支出', '项目']),
        leaf('amount', '支出')('total', ['支出', '金额']),
      ],
      cross: [],
      order: 'two-sided',
      anchors: [],
    },
    sidesByUse([['经济项目', '经济金额']]),
    sidesByUse([
      ['部门经济项目', '部门经济金额'],
      ['政府经济项目', '政府经济金额'],
    ]),
    {
      // By body: 合计 = 本年收入 + 上年结转, each by source.
      ...titleOf(2),
      leaves: [
        ...bodies,
        amount('all', ['总额']),
        amount('total', ['本年收入', '小计']),
        ...sources('本年收入', ''),
        amount('carried', ['上年结转', '小计']),
        ...sources('上年结转', 'carried.'),
        remark,
      ],
      cross: [
        { total: 'all', parts: ['total', 'carried'] },
        { total: 'total', parts: sourceKeys('') },
        { total: 'carried', parts: sourceKeys('carried.') },
      ],
      order: 'codes',
      anchors: [],
    },
    {
      ...titleOf(2),
      leaves: [
        ...bodies,
        amount('all', ['总额']),
        amount('total', ['本年收入', '小计']),
        ...sources('本年收入', ''),
        perhaps(amount('carried', ['上年结转'])),
        remark,
      ],
      cross: [
        { total: 'all', parts: ['total', 'carried'] },
        { total: 'total', parts: sourceKeys('') },
      ],
      order: 'codes',
      anchors: [],
    },
    {
      // By function or body, in one row of headings: what was carried over stands among the sources of 合计.
      ...titleOf(2),
      leaves: [
        code('code', ['科目', '代码']),
        label('label', ['科目', '名称']),
        amount('all', ['总额']),
        amount('carried', ['上年结转']),
        amount('general', ['一般公共预算']),
        amount('fund', ['政府性基金']),
        amount('capital', ['国有资本经营预算']),
        perhaps(amount('special', ['财政专户管理资金'])),
        perhaps(amount('own', ['单位资金'])),
        ...[...ownSources, balance].map((word) => perhaps(amount(word, [word]))),
        remark,
      ],
      cross: [{ total: 'all', parts: ['carried', ...sourceKeys(''), balance] }],
      order: 'codes',
      anchors: [],
    },
    ...[3, 5].flatMap((number) => [byFunction(number), byFunctionPlainly(number), byFunctionAndBody(number)]),
    {
      ...titleOf(6),
      leaves: [
        code('code', ['经济科目', '科目编码']),
        label('label', ['经济科目', '科目名称']),
        amount('total', ['本年基本支出', '合计']),
        amount('staff', ['本年基本支出', '人员经费']),
        amount('office', ['本年基本支出', '公用经费']),
        remark,
      ],
      cross: [{ total: 'total', parts: ['staff', 'office'] }],
      order: 'economic',
      anchors: [],
    },
    appropriation(4),
    byUse(5),
    {
      // Items of both classifications with a code each.
      ...titleOf(6),
      leaves: [
        code('code', ['部门经济科目', '科目编码']),
        label('label', ['部门经济科目', '科目名称']),
        leaf('text')('政府经济编码', ['政府经济科目', '科目编码']),
        leaf('counterpart')('counterpart', ['政府经济科目', '科目名称']),
        amount('total', ['合计']),
        amount('staff', ['人员经费']),
        amount('office', ['公用经费']),
        perhaps(amount('project', ['专项业务经费'])),
        remark,
      ],
      cross: [{ total: 'total', parts: ['staff', 'office', 'project'] }],
      order: 'economic',
      anchors: [],
    },
    byFund(8),
    byFund(9),
    {
      // One row of amounts under the headings of the items.
      ...titleOf(10),
      leaves: [
        perhaps(code('单位代码', ['单位代码'])),
        perhaps(label('单位名称', ['单位名称'])),
        amount('total', ['三公经费合计']),
        amount('abroad', ['因公出国']),
        amount('vehicles', ['公务用车', '小计']),
        amount('purchase', ['公务用车', '公务用车购置']),
        amount('running', ['公务用车', '公务用车运行']),
        amount('reception', ['公务接待']),
        remark,
      ],
      cross: [
        { total: 'total', parts: ['abroad', 'vehicles', 'reception'] },
        { total: 'vehicles', parts: ['purchase', 'running'] },
      ],
      order: 'three-public-across',
      anchors: [],
    },
    {
      // One amount a body, as in years before the funds were told apart.
      ...titleOf(11),
      optional: true,
      leaves: [label('label', ['单位名称']), amount('total', ['年预算数']), remark],
      cross: [],
      order: 'units',
      anchors: [{ leaf: 'total', table: 6, of: 'office', label: 'total' }],
    },
    {
      ...titleOf(12),
      leaves: [
        text('项目类型'),
        label('label', ['项目名称']),
        text('项目单位'),
        amount('total', ['总额']),
        amount('general', ['本年拨款', '一般公共预算']),
        amount('fund', ['本年拨款', '政府性基金']),
        amount('capital', ['本年拨款', '国有资本经营预算']),
        amount('carried.general', ['拨款结转', '一般公共预算']),
        amount('carried.fund', ['拨款结转', '政府性基金']),
        amount('carried.capital', ['拨款结转', '国有资本经营预算']),
        perhaps(amount('special', ['财政专户管理资金'])),
        perhaps(amount('own', ['单位资金'])),
        remark,
      ],
      cross: [
        {
          total: 'total',
          parts: ['general', 'fund', 'capital', 'special', 'own'].concat(
            ['general', 'fund', 'capital'].map((key) => `carried.${key}`),
          ),
        },
      ],
      order: 'projects',
      anchors: [],
    },
  ],
};
