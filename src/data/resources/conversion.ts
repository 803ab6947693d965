import { linesConcerned } from '../lines-concerned.ts';
import { type DisclosureResource, disclosureField, disclosureKey, numberField } from '../resource.ts';

/** One fact about the conversion of a text a row: what was decided, what was left open, what is worth knowing. */
export const conversion: DisclosureResource = {
  name: 'conversion',
  title: '转换记录',
  description:
    '文本转换为数据时的每个判断一行：已决定的、存疑的和说明。与所涉各行的连接：disclosure 相同，table 或 project 相同，line 在 first_line 与 last_line 之间。',
  fields: [
    disclosureField,
    numberField('记录在文本中的序号'),
    {
      name: 'rule',
      type: 'string',
      description: '判断的种类，如 column-shift-decided',
      constraints: { required: true },
    },
    {
      name: 'status',
      type: 'string',
      description: 'decided：已决定；undecided：存疑，未作决定；note：说明',
      constraints: { required: true, enum: ['decided', 'undecided', 'note'] },
    },
    { name: 'table', type: 'integer', description: '预算表编号，不在表中的为空' },
    { name: 'project', type: 'integer', description: '项目在文本中的序号，不在绩效目标表中的为空' },
    { name: 'section', type: 'integer', description: '情况说明的节号 1–12，不在说明中的为空' },
    { name: 'line', type: 'integer', description: '在来源文本中的行号，没有具体一行的为空' },
    {
      name: 'first_line',
      type: 'integer',
      description: '所涉各行的第一行；涉及整张表的，为表中第一行',
    },
    { name: 'last_line', type: 'integer', description: '所涉各行的最后一行' },
    { name: 'column', type: 'string', description: '栏目，或栏目最内层的表头；不限一栏的为空' },
    {
      name: 'actual',
      type: 'string',
      description: '印出的：类别、代码、金额、单元格数等，视 rule 而定',
    },
    {
      name: 'expected',
      type: 'string',
      description: '决定采用的；未作决定的，为按模板应有的',
    },
    { name: 'message', type: 'string', description: '一句话说明', constraints: { required: true } },
  ],
  primaryKey: ['disclosure', 'number'],
  foreignKeys: [
    disclosureKey,
    {
      fields: ['disclosure', 'project'],
      reference: { resource: 'projects', fields: ['disclosure', 'project'] },
    },
  ],
  rows({ disclosure }) {
    return disclosure.findings.map((finding, index) => {
      const { rule, status, place, message, actual, expected } = finding;
      const lines = linesConcerned(finding, disclosure.tables);
      return [
        ...[disclosure.id, index + 1, rule, status],
        ...[place.table ?? null, place.project ?? null, place.section ?? null, place.line ?? null],
        ...[lines?.first ?? null, lines?.last ?? null, place.column ?? null],
        ...[actual ?? null, expected ?? null, message],
      ];
    });
  },
};
