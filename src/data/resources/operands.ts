import { type DisclosureResource, disclosureField, numberField, type Value } from '../resource.ts';

/** One amount that took part in a comparison a row, of the comparisons that are not simply right. */
export const operands: DisclosureResource = {
  name: 'operands',
  title: '核对中的各数',
  description:
    '“尾差”“不符”“未检查”的核对结果中，参与比较的每个数一行，总数在前。“相符”的不列：所在各行见 findings.csv 的 lines，各数见 figures.csv。',
  fields: [
    disclosureField,
    {
      name: 'finding',
      type: 'integer',
      description: 'findings.csv 中的 number',
      constraints: { required: true },
    },
    numberField('各数在核对结果中的序号'),
    { name: 'label', type: 'string', description: '名称：何表何行何栏，或说明中的名目' },
    { name: 'table', type: 'integer', description: '预算表编号，不在表中的为空' },
    { name: 'project', type: 'integer', description: '项目在文本中的序号，不在绩效目标表中的为空' },
    { name: 'section', type: 'integer', description: '情况说明的节号 1–12，不在说明中的为空' },
    { name: 'line', type: 'integer', description: '在来源文本中的行号，没有具体一行的为空' },
    { name: 'column', type: 'string', description: '栏目，与 figures.csv 的 column 相同；没有的为空' },
    { name: 'printed', type: 'string', description: '印出的文字，空白的为空' },
    {
      name: 'yuan',
      type: 'integer',
      unit: '元',
      description: '金额，整元；不是金额的、无法确认的为空，空白的算作 0',
    },
  ],
  primaryKey: ['disclosure', 'finding', 'number'],
  foreignKeys: [
    {
      fields: ['disclosure', 'finding'],
      reference: { resource: 'findings', fields: ['disclosure', 'number'] },
    },
    {
      fields: ['disclosure', 'project'],
      reference: { resource: 'projects', fields: ['disclosure', 'project'] },
    },
  ],
  rows({ disclosure, findings }) {
    return findings.flatMap(({ outcome, operands: compared }, finding): Value[][] => {
      if (outcome === '相符') return [];
      return compared.map(({ label, printed, yuan, place }, index) => [
        ...[disclosure.id, finding + 1, index + 1, label],
        ...[place.table ?? null, place.project ?? null, place.section ?? null, place.line ?? null],
        ...[place.column ?? null, printed, yuan ?? null],
      ]);
    });
  },
};
