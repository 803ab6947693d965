import { z } from 'zod';
import { Figure, MoneyUnit } from './figure.ts';

/**
 * Where a project's money comes from; 合计 is the printed total, 财政拨款 and 上年结转 stand in templates that do not divide
 * by levels.
 */
export const FundSource = z.enum(['合计', '财政拨款', '中央', '省级', '市县', '上年结转', '自筹', '其他']);
export type FundSource = z.infer<typeof FundSource>;

/** One line of the money grid. */
export const FundLine = z.strictObject({
  source: FundSource,
  /** 实施期资金, null where blank. */
  total: Figure.nullable(),
  /** 年度资金, null where blank. */
  annual: Figure.nullable(),
  line: z.int().positive(),
});
export type FundLine = z.infer<typeof FundLine>;

/** Text fields of a form, in the form's order. */
export const ProjectField = z.enum([
  '项目概况',
  '立项依据',
  '项目设立必要性',
  '保证项目实施的制度、措施',
  '项目实施计划',
  '实施期总体目标',
  '年度总体目标',
]);
export type ProjectField = z.infer<typeof ProjectField>;

export const ProjectText = z.strictObject({
  field: ProjectField,
  text: z.string(),
  line: z.int().positive(),
});
export type ProjectText = z.infer<typeof ProjectText>;

/** 成本指标 is a first level in the newer forms of the Ministry of Finance, a second level below 产出指标 in the older ones. */
export const Level1 = z.enum(['成本指标', '产出指标', '效益指标', '满意度指标']);
export const Level2 = z.enum([
  '经济成本指标',
  '社会成本指标',
  '生态环境成本指标',
  '数量指标',
  '质量指标',
  '时效指标',
  '成本指标',
  '经济效益指标',
  '社会效益指标',
  '生态效益指标',
  '可持续影响指标',
  '服务对象满意度指标',
]);
export type Level1 = z.infer<typeof Level1>;
export type Level2 = z.infer<typeof Level2>;

/** One performance indicator: a 三级指标 and its 指标值. */
export const Indicator = z.strictObject({
  scope: z.enum(['实施期', '年度']),
  /** Normalised; null where it could not be decided (then a finding says so). */
  level1: Level1.nullable(),
  level2: Level2.nullable(),
  /** 三级指标 as printed, wraps joined. */
  name: z.string(),
  /** 指标值 as printed, e.g. `≥98%`. */
  value: z.string(),
  line: z.int().positive(),
  /** What of it could not be decided; a finding says the same. Name and value are then what was printed of them. */
  undecided: z.string().optional(),
});
export type Indicator = z.infer<typeof Indicator>;

/** One project: all sheets of its 项目支出绩效目标表. */
export const Project = z.strictObject({
  /** 1-based number in the document. */
  number: z.int().positive(),
  name: z.string(),
  /** Line of the name on the first sheet. */
  line: z.int().positive(),
  /** First and last line of each sheet. */
  sheets: z.array(z.strictObject({ first: z.int().positive(), last: z.int().positive() })),
  /** 主管部门及代码; code `''` where not printed. */
  department: z.strictObject({ code: z.string(), name: z.string() }),
  /** 实施单位 */
  unit: z.string(),
  /** 项目属性 as printed: `一次性项目(1年结束)`. */
  attribute: z.string(),
  /** 项目期 as printed: `99年`. */
  period: z.string(),
  /** Unit that its money is printed in, where that is not 元. */
  moneyUnit: MoneyUnit.optional(),
  funds: z.array(FundLine),
  texts: z.array(ProjectText),
  indicators: z.array(Indicator),
  /** 填报日期, 14 digits `YYYYMMDDhhmmss`, or `''`. */
  timestamp: z.string(),
});
export type Project = z.infer<typeof Project>;
