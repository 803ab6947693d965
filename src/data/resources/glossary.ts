import {
  type DisclosureResource,
  disclosureField,
  disclosureKey,
  lineField,
  numberField,
} from '../resource.ts';

/** One explained term a row. */
export const glossary: DisclosureResource = {
  name: 'glossary',
  title: '名词解释',
  description: '每份公开文本解释的每个名词一行。',
  fields: [
    disclosureField,
    numberField('名词在文本中的序号'),
    { name: 'term', type: 'string', description: '名词' },
    { name: 'definition', type: 'string', description: '解释' },
    lineField,
  ],
  primaryKey: ['disclosure', 'number'],
  foreignKeys: [disclosureKey],
  rows({ disclosure }) {
    return disclosure.glossary.map(({ term, definition, line }, index) => [
      ...[disclosure.id, index + 1, term, definition, line],
    ]);
  },
};
