import fc from 'fast-check';
import type { FundSource, Level1, Level2 } from '../../../schema/project.ts';
import { costLevels, type Level, usualLevels } from '../read-level.ts';

/** What a form says, before it is printed. All words and figures are invented. */
export interface FormModel {
  name: string;
  code: string;
  department: string;
  unit: string;
  attribute: string;
  period: string;
  /** Whole yuan by source, period and year; null prints a blank. */
  funds: Record<FundSource, [number | null, number | null]>;
  texts: string[];
  goals: [string, string];
  /** Levels that the form prints, in its order. */
  levels: readonly Level[];
  indicators: { period: ModelIndicator[]; annual: ModelIndicator[] };
  timestamp: string;
}

export interface ModelIndicator {
  level: Level;
  name: string;
  value: string;
}

const nouns = [
  '河道清淤',
  '图书借阅',
  '苗木补植',
  '路灯检修',
  '食堂改造',
  '档案扫描',
  '戏曲下乡',
  '技能比武',
  '垃圾转运',
  '水井修缮',
  '护林巡查',
  '校车安检',
  '疫苗冷链',
  '广场翻新',
  '展馆讲解',
  '桥梁检测',
  '种子储备',
  '消防演练',
  '公厕保洁',
  '数据备份',
  '牧草收储',
  '渠道衬砌',
  '窗口服务',
  '器材更换',
  '志愿巡访',
  '危房鉴定',
  '果园授粉',
  '沼气维护',
  '古树挂牌',
  '雨棚加固',
];

const shapes: Record<Level2, [string[], string[]]> = {
  数量指标: [
    ['场次', '人数', '数量', '面积'],
    ['≥12场', '35人', '≥4个', '260平方米', '≥18次'],
  ],
  质量指标: [
    ['合格率', '完成率', '达标率'],
    ['100%', '≥95%', '≥98%'],
  ],
  时效指标: [
    ['完成时间', '开展时间', '支付时间'],
    ['2025年6月底前', '每季度', '11月底前', '2025年9月'],
  ],
  成本指标: [
    ['成本', '单价', '成本标准'],
    ['≤3万元', '200元/人', '≤1500元', '45元/平方米'],
  ],
  经济成本指标: [
    ['总成本', '成本控制数'],
    ['≤3万元', '≤1500元'],
  ],
  社会成本指标: [
    ['扰民程度', '占道影响'],
    ['降低', '减少'],
  ],
  生态环境成本指标: [
    ['污染程度', '能耗水平'],
    ['降低', '减少'],
  ],
  经济效益指标: [
    ['带动增收', '节约收入'],
    ['提高', '增加'],
  ],
  社会效益指标: [
    ['服务水平', '群众知晓程度'],
    ['提升', '保障', '提高'],
  ],
  生态效益指标: [
    ['周边生态', '污染程度'],
    ['改善', '降低'],
  ],
  可持续影响指标: [
    ['长效机制', '持续能力'],
    ['健全', '增强'],
  ],
  服务对象满意度指标: [
    ['人员满意度', '群众满意度'],
    ['≥90%', '≥95%'],
  ],
};

const sources: FundSource[] = ['中央', '省级', '市县', '自筹'];

const [economic, social, natural, only] = costLevels as [Level, Level, Level, Level];
const withoutCost = usualLevels.filter(({ level2 }) => level2 !== '成本指标');
const of = (level1: Level1) => usualLevels.filter((level) => level.level1 === level1);
/**
 * The usual levels, 成本指标 as a first level before or behind 产出指标, and with no other word below it; the usual ones in
 * other orders.
 */
const layouts: (readonly Level[])[] = [
  usualLevels,
  [economic, social, natural, ...withoutCost],
  withoutCost.toSpliced(3, 0, economic, social, natural),
  [only, ...withoutCost],
  [...of('满意度指标'), ...of('效益指标'), ...of('产出指标')],
  [...of('效益指标').toReversed(), ...of('产出指标').toReversed(), ...of('满意度指标')],
];

/** Any complete form: every level printed, some empty, groups of up to four, annual names cut and sorted otherwise. */
export const anyForm: fc.Arbitrary<FormModel> = fc
  .record({
    nouns: fc.shuffledSubarray(nouns, { minLength: 30, maxLength: 30 }),
    layout: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5),
    sizes: fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }),
    picks: fc.array(fc.nat(999), { minLength: 60, maxLength: 60 }),
    cut: fc.integer({ min: 5, max: 14 }),
    amounts: fc.array(
      fc.oneof(
        fc.constant<number>(0),
        fc.integer({ min: 1, max: 90000 }).map((hundred) => hundred * 100),
      ),
      { minLength: 4, maxLength: 4 },
    ),
    share: fc.constantFrom(1, 1, 1, 0.5, 0),
    code: fc.integer({ min: 10, max: 399 }),
    time: fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 10, max: 28 }),
      second: fc.integer({ min: 10, max: 59 }),
    }),
    isOnce: fc.boolean(),
  })
  .map((draw): FormModel => {
    let next = 0;
    const pick = <T>(list: readonly T[]): T => list[(draw.picks[next++ % 60] ?? 0) % list.length] as T;
    const words = [...draw.nouns];
    const printed = layouts[draw.layout] as readonly Level[];
    const sizeOf = ({ level1, level2 }: Level, index: number): number => {
      const size = draw.sizes[index] ?? 0;
      if (level1 === '产出指标') return 1 + (size % 4);
      return level1 === '满意度指标' || level2.endsWith('成本指标') ? 1 + (size % 2) : size % 3;
    };
    const period = printed.flatMap((level, index) =>
      Array.from({ length: sizeOf(level, index) }, (): ModelIndicator => {
        const [names, values] = shapes[level.level2];
        return { level, name: `${words.pop() ?? '综合'}${pick(names)}`, value: pick(values) };
      }),
    );
    const annual = printed.flatMap((level) => {
      const own = period.filter((indicator) => indicator.level === level);
      return (pick([true, false]) ? own.toReversed() : own).map((indicator) => ({
        ...indicator,
        name: indicator.name.slice(0, draw.cut),
      }));
    });
    const amounts: number[] = draw.amounts.some((amount) => amount > 0) ? draw.amounts : [0, 0, 120000, 0];
    const annualOf = (amount: number) => Math.round((amount * draw.share) / 100) * 100;
    const funds = { 合计: [0, 0], 其他: [null, null] } as unknown as FormModel['funds'];
    sources.forEach((source, index) => {
      const amount = amounts[index] ?? 0;
      funds[source] = [amount, annualOf(amount)];
    });
    const sum = (half: 0 | 1) => sources.reduce((total, source) => total + (funds[source][half] ?? 0), 0);
    funds.合计 = [sum(0), sum(1)];
    const subject = words[0] ?? '综合';
    const two = (value: number) => String(value).padStart(2, '0');
    return {
      name: `2025年${subject}专项`,
      code: String(draw.code).padStart(3, '0'),
      department: '青禾县水务和园林局',
      unit: '青禾县渠道管护站',
      attribute: draw.isOnce ? '一次性项目(1年结束)' : '经常性项目(长期开展)',
      period: draw.isOnce ? '1年' : '99年',
      funds,
      texts: ['概况', '依据', '必要', '办法', '步骤'].map(
        (word) => `${subject}的${word}已经写明，由站里按月核对。`,
      ),
      goals: [`全部${subject}任务在实施期内办完，账目清楚。`, `当年${subject}任务按月推进，年底验收。`],
      levels: printed,
      indicators: { period, annual },
      timestamp: `2025${two(draw.time.month)}${two(draw.time.day)}1015${draw.time.second}`,
    };
  });
