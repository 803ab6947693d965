import {
  type DisclosureResource,
  disclosureField,
  disclosureKey,
  lineField,
  numberField,
} from '../resource.ts';

/** One correction or mask a row. */
export const corrections: DisclosureResource = {
  name: 'corrections',
  title: '更正与遮盖',
  description: '每处更正（转换误读）或遮盖（个人信息）一行；被遮盖的内容不在其中。',
  fields: [
    disclosureField,
    numberField('更正或遮盖在文本中的序号'),
    lineField,
    {
      name: 'kind',
      type: 'string',
      description: 'misreading：更正误读；mask：遮盖',
      constraints: { required: true, enum: ['misreading', 'mask'] },
    },
    { name: 'was', type: 'string', description: '原为；遮盖的为空' },
    { name: 'now', type: 'string', description: '现为' },
    { name: 'why', type: 'string', description: '理由' },
  ],
  primaryKey: ['disclosure', 'number'],
  foreignKeys: [disclosureKey],
  rows({ disclosure }) {
    return disclosure.corrections.map(({ line, kind, was, now, why }, index) => [
      ...[disclosure.id, index + 1, line, kind, was, now, why],
    ]);
  },
};
