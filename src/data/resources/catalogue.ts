import { type CatalogueResource, disclosureKey, lineField, numberField } from '../resource.ts';

/** One entry of an edition of the procurement catalogue a row. */
export const catalogue: CatalogueResource = {
  name: 'catalogue',
  title: '政府购买服务指导性目录',
  description: '每个版本的每个目录条目一行。代码只在同一版本、同一部门之内有意义。',
  fields: [
    { name: 'edition', type: 'string', description: '目录版本：印发文号', constraints: { required: true } },
    numberField('条目在版本中的序号'),
    { name: 'department', type: 'string', description: '目录所列部门，没有印出的为空' },
    { name: 'code', type: 'string', description: '代码，没有印出又无法补出的为空' },
    {
      name: 'printed_code',
      type: 'string',
      description: '印出的代码，与 code 相同的为空；更改的根据在 conversion.csv',
    },
    { name: 'level', type: 'integer', description: '级次 1–4' },
    { name: 'name', type: 'string', description: '名称，没有印出的为空' },
    { name: 'parent', type: 'string', description: '上级代码，一级为空' },
    {
      name: 'disclosure',
      type: 'string',
      description: 'line 所指的公开文本：一个版本由多份文本附有的，一般为按地址排序的第一份',
    },
    { ...lineField, description: '在 disclosure 的来源文本中的行号，从 1 数起' },
  ],
  primaryKey: ['edition', 'number'],
  foreignKeys: [disclosureKey],
  rows({ edition, copies, departments }) {
    let number = 0;
    return departments.flatMap(({ name: department, entries }) =>
      entries.map(({ code, printed, level, name, parent, copy, line }) => {
        number += 1;
        return [
          ...[edition, number, department, code, printed ?? null, level, name, parent],
          ...[copy ?? copies[0] ?? null, line],
        ];
      }),
    );
  },
};
