import type { CheckFinding } from '../../schema/finding.ts';
import { type DisclosureResource, disclosureField, disclosureKey, numberField } from '../resource.ts';
import { yuanIn } from '../yuan-in.ts';

/** One result of a check a row. */
export const findings: DisclosureResource = {
  name: 'findings',
  title: '核对结果',
  description:
    '每项勾稽核对的每个结果一行；check 的含义在 checks.csv。“未检查”的理由在 message，以“不适用：”开头的没有可核对的内容。',
  fields: [
    disclosureField,
    numberField('结果在文本中的序号'),
    { name: 'check', type: 'string', description: '核对规则的标识', constraints: { required: true } },
    {
      name: 'outcome',
      type: 'string',
      description: '结果；尾差是四舍五入造成的差额',
      constraints: { required: true, enum: ['相符', '尾差', '不符', '未检查'] },
    },
    { name: 'table', type: 'integer', description: '预算表编号，不在表中的为空' },
    { name: 'project', type: 'integer', description: '项目在文本中的序号，不在绩效目标表中的为空' },
    { name: 'section', type: 'integer', description: '情况说明的节号 1–12，不在说明中的为空' },
    { name: 'line', type: 'integer', description: '在来源文本中的行号，没有具体一行的为空' },
    {
      name: 'column',
      type: 'string',
      description: '栏目，与 figures.csv 的 column 相同；没有具体一栏的为空',
    },
    {
      name: 'difference_yuan',
      type: 'integer',
      unit: '元',
      description: '实际减应为；上限的核对（≤）为超出的金额，没有超出的为 0；不比较金额的为空',
    },
    {
      name: 'expected',
      type: 'string',
      description:
        '应为。没有单位的小数以万元计，前有“≤ ”的是上限；其余自带单位（元、%、个、张、辆），或是名称、代码、年度',
    },
    { name: 'expected_yuan', type: 'integer', unit: '元', description: 'expected 是金额时的整元，否则为空' },
    { name: 'actual', type: 'string', description: '实际，写法同 expected' },
    { name: 'actual_yuan', type: 'integer', unit: '元', description: 'actual 是金额时的整元，否则为空' },
    {
      name: 'likely',
      type: 'string',
      description: '不符较可能出自哪里：publication 公开文本，conversion 文本转换；无从判断的为空',
      constraints: { enum: ['publication', 'conversion'] },
    },
    {
      name: 'lines',
      type: 'string',
      description: '参与比较的各数所在的行，总数在前，以空格相隔；不是“相符”的，各数在 operands.csv 中',
    },
    { name: 'message', type: 'string', description: '一句话说明' },
  ],
  primaryKey: ['disclosure', 'number'],
  foreignKeys: [
    disclosureKey,
    { fields: ['check'], reference: { resource: 'checks', fields: ['check'] } },
    {
      fields: ['disclosure', 'project'],
      reference: { resource: 'projects', fields: ['disclosure', 'project'] },
    },
  ],
  rows({ disclosure, findings }) {
    return findings.map((finding, index) => {
      const { check, outcome, place, differenceYuan, expected, actual, message, likely } = finding;
      return [
        ...[disclosure.id, index + 1, check, outcome],
        ...[place.table ?? null, place.project ?? null, place.section ?? null, place.line ?? null],
        ...[place.column ?? null, differenceYuan ?? null],
        ...[expected ?? null, yuanIn(expected), actual ?? null, yuanIn(actual)],
        ...[likely ?? null, linesOf(finding), message],
      ];
    });
  },
};

/** Lines of what was compared; several amounts of one line are one. */
function linesOf({ operands }: CheckFinding): string {
  let lines = '';
  let last: number | undefined;
  for (const { place } of operands) {
    if (place.line === undefined || place.line === last) continue;
    last = place.line;
    lines += lines === '' ? last : ` ${last}`;
  }
  return lines;
}
