import { Level1, Level2 } from '../../schema/project.ts';
import { conversionField, projectMarks } from '../conversion-marks.ts';
import {
  type DisclosureResource,
  disclosureField,
  lineField,
  numberField,
  projectField,
  projectKey,
} from '../resource.ts';

/** One performance indicator a row. */
export const indicators: DisclosureResource = {
  name: 'indicators',
  title: '绩效指标',
  description: '每个三级指标一行，实施期与年度各自成行。',
  fields: [
    disclosureField,
    projectField,
    numberField('指标在项目中的序号'),
    {
      name: 'scope',
      type: 'string',
      description: '实施期或年度',
      constraints: { required: true, enum: ['实施期', '年度'] },
    },
    {
      name: 'level1',
      type: 'string',
      description:
        '一级指标，无法确认的为空；成本指标在较新的表式里是一级指标，在较早的表式里是产出指标之下的二级指标',
      constraints: { enum: Level1.options },
    },
    {
      name: 'level2',
      type: 'string',
      description: '二级指标，无法确认的为空',
      constraints: { enum: Level2.options },
    },
    { name: 'name', type: 'string', description: '三级指标，没有印出的为空' },
    { name: 'value', type: 'string', description: '指标值，没有印出的为空' },
    {
      name: 'undecided',
      type: 'string',
      description: '存疑的原因，已确认的为空；名称和指标值按印出的列出',
    },
    lineField,
    conversionField,
  ],
  primaryKey: ['disclosure', 'project', 'number'],
  foreignKeys: [projectKey],
  rows({ disclosure }) {
    return disclosure.projects.flatMap(({ number, indicators }) => {
      const mark = projectMarks(number, disclosure.findings);
      return indicators.map(({ scope, level1, level2, name, value, undecided, line }, index) => [
        ...[disclosure.id, number, index + 1, scope, level1, level2, name, value],
        ...[undecided ?? null, line, mark(line)],
      ]);
    });
  },
};
