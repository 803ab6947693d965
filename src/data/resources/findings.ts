import { type DisclosureResource, disclosureField, disclosureKey, numberField } from '../resource.ts';

/** One result of a check a row. */
export const findings: DisclosureResource = {
  name: 'findings',
  title: '核对结果',
  description: '每项勾稽核对的每个结果一行。“未检查”的理由在 message。',
  fields: [
    disclosureField,
    numberField('结果在文本中的序号'),
    { name: 'check', type: 'string', description: '核对规则的标识', constraints: { required: true } },
    {
      name: 'outcome',
      type: 'string',
      description: '结果；尾差是四舍五入造成的差额',
      constraints: { enum: ['相符', '尾差', '不符', '未检查'] },
    },
    { name: 'table', type: 'integer', description: '预算表编号，不在表中的为空' },
    { name: 'line', type: 'integer', description: '在来源文本中的行号，没有具体一行的为空' },
    { name: 'difference_yuan', type: 'integer', unit: '元', description: '实际减应为；不比较金额的为空' },
    { name: 'expected', type: 'string', description: '应为' },
    { name: 'actual', type: 'string', description: '实际' },
    { name: 'message', type: 'string', description: '一句话说明' },
  ],
  primaryKey: ['disclosure', 'number'],
  foreignKeys: [disclosureKey],
  rows({ disclosure, findings }) {
    return findings.map(({ check, outcome, place, differenceYuan, expected, actual, message }, index) => [
      ...[disclosure.id, index + 1, check, outcome, place.table ?? null, place.line ?? null],
      ...[differenceYuan ?? null, expected ?? null, actual ?? null, message],
    ]);
  },
};
