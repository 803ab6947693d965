import { type CatalogueResource, lineField } from '../resource.ts';

/** One entry of an edition of the procurement catalogue a row. */
export const catalogue: CatalogueResource = {
  name: 'catalogue',
  title: '政府购买服务指导性目录',
  description: '每个版本的每个目录条目一行。代码只在同一版本、同一部门之内有意义。',
  fields: [
    { name: 'edition', type: 'string', description: '目录版本：印发文号', constraints: { required: true } },
    { name: 'department', type: 'string', description: '目录所列部门', constraints: { required: true } },
    { name: 'code', type: 'string', description: '代码', constraints: { required: true } },
    { name: 'level', type: 'integer', description: '级次 1–4' },
    { name: 'name', type: 'string', description: '名称' },
    { name: 'parent', type: 'string', description: '上级代码，一级为空' },
    {
      ...lineField,
      description: '在来源文本中的行号；一个版本由多份文本附有的，一般指按地址排序的第一份',
    },
  ],
  primaryKey: ['edition', 'department', 'code', 'line'],
  rows({ edition, departments }) {
    return departments.flatMap(({ name: department, entries }) =>
      entries.map(({ code, level, name, parent, line }) => [
        ...[edition, department, code, level, name, parent, line],
      ]),
    );
  },
};
