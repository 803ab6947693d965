import { Level1, Level2 } from '../../schema/project.ts';
import { type DisclosureResource, disclosureField, lineField } from '../resource.ts';

/** One performance indicator a row. */
export const indicators: DisclosureResource = {
  name: 'indicators',
  title: '绩效指标',
  description: '每个三级指标一行，实施期与年度各自成行。',
  fields: [
    disclosureField,
    { name: 'project', type: 'integer', description: '项目在文本中的序号', constraints: { required: true } },
    { name: 'scope', type: 'string', description: '实施期或年度', constraints: { enum: ['实施期', '年度'] } },
    {
      name: 'level1',
      type: 'string',
      description:
        '一级指标，无法确认的为空；成本指标在较新的表式里是一级指标，在较早的表式里是产出指标之下的二级指标',
      constraints: { enum: ['', ...Level1.options] },
    },
    {
      name: 'level2',
      type: 'string',
      description: '二级指标，无法确认的为空',
      constraints: { enum: ['', ...Level2.options] },
    },
    { name: 'name', type: 'string', description: '三级指标' },
    { name: 'value', type: 'string', description: '指标值' },
    {
      name: 'undecided',
      type: 'string',
      description: '存疑的原因；名称和指标值按印出的列出，没有印出的为空',
    },
    lineField,
  ],
  primaryKey: ['disclosure', 'project', 'scope', 'line', 'name'],
  foreignKeys: [
    {
      fields: ['disclosure', 'project'],
      reference: { resource: 'projects', fields: ['disclosure', 'project'] },
    },
  ],
  rows({ disclosure }) {
    return disclosure.projects.flatMap(({ number, indicators }) =>
      indicators.map(({ scope, level1, level2, name, value, undecided, line }) => [
        ...[disclosure.id, number, scope, level1, level2, name, value, undecided ?? '', line],
      ]),
    );
  },
};
