import leven from 'leven';
import { nearestName } from '../../nearest-name.ts';
import { remembered } from '../../remembered.ts';
import type { ProjectField } from '../../schema/project.ts';
import { plain } from './cells-of.ts';

/** What a label of the form asks for. */
export type FormLabel =
  | { kind: 'head'; key: 'name' | 'department' | 'unit' | 'attribute' | 'period' }
  | { kind: 'money' }
  | { kind: 'text'; field: ProjectField }
  | { kind: 'goal'; scope: '实施期' | '年度' }
  | { kind: 'goals' }
  | { kind: 'indicators' }
  | { kind: 'column'; column: 'level1' | 'level2' | 'name' | 'value' }
  | { kind: 'foot'; key: 'person' | 'date' };

const labels: [FormLabel, string[]][] = [
  [{ kind: 'head', key: 'name' }, ['项目名称']],
  [
    { kind: 'head', key: 'department' },
    [
      '主管部门及代码',
      '主管部门及编码',
      '主管部门',
      '主管预算部门',
      '预算主管部门',
      '业务主管部门',
      '项目主管部门',
      '部门代码及名称',
    ],
  ],
  [{ kind: 'head', key: 'unit' }, ['实施单位', '项目实施单位', '项目执行单位', '项目承担单位', '项目单位']],
  [{ kind: 'head', key: 'attribute' }, ['项目属性', '项目类型', '项目类别', '项目分类']],
  [
    { kind: 'head', key: 'period' },
    ['项目期', '项目日期', '项目周期', '项目期限', '实施期限', '项目实施期', '项目起止时间'],
  ],
  [
    { kind: 'money' },
    [
      '项目资金',
      '资金情况',
      '资金金额',
      '预算资金',
      '预算金额',
      '资金来源',
      '项目资金来源',
      '预算规模及资金用途',
    ],
  ],
  [{ kind: 'text', field: '项目概况' }, ['项目概况', '项目概述', '项目基本情况']],
  [{ kind: 'text', field: '立项依据' }, ['立项依据', '项目立项依据']],
  [
    { kind: 'text', field: '项目设立必要性' },
    ['项目设立必要性', '项目设立的必要性', '立项必要性', '立项的必要性', '项目立项必要性', '项目必要性'],
  ],
  [
    { kind: 'text', field: '保证项目实施的制度、措施' },
    [
      '保证项目实施的制度、措施',
      '保证项目实施的制度措施',
      '保证项目实施的制度和措施',
      '保障项目实施的制度、措施',
      '项目实施保障措施',
      '保障措施',
    ],
  ],
  [
    { kind: 'text', field: '项目实施计划' },
    ['项目实施计划', '项目实施进度计划', '资金支出计划', '资金支出计划(%)'],
  ],
  [
    { kind: 'goal', scope: '实施期' },
    ['实施期目标', '实施期绩效目标', '中期目标', '中长期目标', '总体绩效目标'],
  ],
  [
    { kind: 'goal', scope: '年度' },
    ['年度目标', '年度绩效目标', '年度总体目标', '当年目标', '当年绩效目标', '项目年度绩效目标'],
  ],
  [{ kind: 'goals' }, ['总体目标', '绩效目标', '项目绩效目标', '项目总体目标']],
  [{ kind: 'indicators' }, ['绩效指标', '年度绩效指标', '实施期绩效指标', '总体绩效指标']],
  [{ kind: 'column', column: 'level1' }, ['一级指标']],
  [{ kind: 'column', column: 'level2' }, ['二级指标']],
  [{ kind: 'column', column: 'name' }, ['三级指标', '指标内容', '指标名称']],
  [
    { kind: 'column', column: 'value' },
    [
      '指标值',
      '年度指标值',
      '实施期指标值',
      '目标值',
      '年度目标值',
      '实施期目标值',
      '计划指标值',
      '预期指标值',
      '预期值',
      '指标值(包含数字及文字描述)',
      '绩效指标值',
    ],
  ],
  [{ kind: 'foot', key: 'person' }, ['负责人', '经办人', '联系电话', '填报人', '项目负责人', '单位负责人']],
  [{ kind: 'foot', key: 'date' }, ['填报日期', '填报时间', '填表日期']],
];

const exact = new Map(labels.flatMap(([label, names]) => names.map((name) => [name, label] as const)));
const byLength = [...exact.keys()].sort((a, b) => b.length - a.length);
const approximate = byLength.filter((name) => {
  const kind = exact.get(name)?.kind;
  return name.length >= 4 && kind !== 'column' && kind !== 'indicators';
});

const furtherLabel =
  /^(项目(编码|代码|编号|等级|级次|负责人|联系人|状态)|(主管)?(处室|科室)|联系(人|方式|电话)|(预算)?执行率.*|.{0,6}(权重|分值)(\(.*\))?|(项目)?(开始|结束|起始|终止|申报)(时间|日期|年度))$/;

/** Whether a cell is a label of the head that no field of a project answers: 项目编码, 联系人, 执行率分值（10分）. */
export function isFurtherLabel(text: string): boolean {
  return text.length <= 16 && furtherLabel.test(plain(text));
}

/** A label, what of the cell follows it, and what a wrap has cut off its end. */
export interface LabelReading {
  label: FormLabel;
  /** Text after the label in the same cell. */
  rest: string;
  /** End of the label that is missing here and may stand on the next line. */
  missing: string;
}

/**
 * Reads a cell as a label of the form: the whole cell, a cell that opens with a label and a colon, or a label
 * whose end a wrap has cut off (four characters or more are left).
 */
export const readLabel = remembered((text: string): LabelReading | null => {
  const colon = /^([^:：]{2,14})[:：]\s*(.*)$/su.exec(text.trim());
  if (!colon && text.length > 24) return null;
  const key = plain(text);
  if (key.length < 3) return null;
  const meant = key.length === 3 ? nearestName(key, ['项目名称'], 1) : undefined;
  const whole = exact.get(meant ?? key) ?? exact.get(withoutRemark(key));
  if (whole) return { label: whole, rest: '', missing: '' };
  const opened = colon && exact.get(plain(colon[1] as string));
  if (colon && opened) return { label: opened, rest: (colon[2] as string).trim(), missing: '' };
  if (key.length >= 4 && key.length <= 12 && /[\u3400-\u9fff、]$/.test(key)) {
    const cut = byLength.find((name) => name.length > key.length && name.startsWith(key));
    const label = cut && exact.get(cut);
    if (cut && label && !/^(项目实施|项目设立?|实施期|年度绩效|年度总体|总体绩效)$/.test(key)) {
      return { label, rest: '', missing: cut.slice(key.length) };
    }
    const near = nearLabel(key);
    if (near) return { label: near, rest: '', missing: '' };
  }
  return null;
});

/**
 * The label that a misread one is meant to be. 时效指标 is one character from 绩效指标: labels of the indicator part are
 * never read approximately. One of four characters must have them all, for short names of indicators look alike, and
 * none has more: 项目实施单位数 is an indicator.
 */
function nearLabel(key: string): FormLabel | undefined {
  const near = approximate.filter(
    (name) =>
      name.length >= key.length &&
      (key.length >= 5 || name.length === key.length) &&
      leven(key, name, { maxDistance: 2 }) === 1,
  );
  const asLong = near.filter((name) => name.length === key.length);
  const [label, other] = new Set((asLong.length > 0 ? asLong : near).map((name) => exact.get(name)));
  return other ? undefined : label;
}

/** A label without unit or years behind it, `中期目标（2031年—2033年）`, and with 年度 for the year's number before it. */
function withoutRemark(key: string): string {
  return key.replace(/^20\d{2}年度?/, '年度').replace(/\((?:[千万百亿]*元|单位:.*|20\d\d年?.*)\)$/, '');
}
