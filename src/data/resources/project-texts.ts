import { ProjectField } from '../../schema/project.ts';
import { conversionField, projectMarks } from '../conversion-marks.ts';
import {
  type DisclosureResource,
  disclosureField,
  lineField,
  numberField,
  projectField,
  projectKey,
} from '../resource.ts';

/** One text field of a project's form a row. */
export const projectTexts: DisclosureResource = {
  name: 'project_texts',
  title: '项目文字',
  description: '绩效目标表中每个项目的每个文字栏一行：概况、立项依据、必要性、措施、计划和总体目标。',
  fields: [
    disclosureField,
    projectField,
    numberField('文字栏在项目中的序号'),
    {
      name: 'field',
      type: 'string',
      description: '栏目',
      constraints: { required: true, enum: ProjectField.options },
    },
    { name: 'text', type: 'string', description: '文字，折行已连接' },
    lineField,
    conversionField,
  ],
  primaryKey: ['disclosure', 'project', 'number'],
  foreignKeys: [projectKey],
  rows({ disclosure }) {
    return disclosure.projects.flatMap(({ number, texts }) => {
      const mark = projectMarks(number, disclosure.findings);
      return texts.map(({ field, text, line }, index) => [
        ...[disclosure.id, number, index + 1, field, text, line, mark(line)],
      ]);
    });
  },
};
