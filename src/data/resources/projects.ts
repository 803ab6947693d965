import {
  type DisclosureResource,
  disclosureField,
  disclosureKey,
  lineField,
  projectField,
} from '../resource.ts';

/** One project a row. */
export const projects: DisclosureResource = {
  name: 'projects',
  title: '项目',
  description: '每个有绩效目标表的项目一行；资金在 project_funds.csv，文字在 project_texts.csv。',
  fields: [
    disclosureField,
    projectField,
    { name: 'name', type: 'string', description: '项目名称，没有印出的为空' },
    { name: 'department_code', type: 'string', description: '主管部门代码' },
    { name: 'department', type: 'string', description: '主管部门' },
    { name: 'unit', type: 'string', description: '实施单位' },
    { name: 'attribute', type: 'string', description: '项目属性' },
    { name: 'period', type: 'string', description: '项目期' },
    { name: 'timestamp', type: 'string', description: '填报日期，14 位数字' },
    lineField,
  ],
  primaryKey: ['disclosure', 'project'],
  foreignKeys: [disclosureKey],
  rows({ disclosure }) {
    return disclosure.projects.map(
      ({ number, name, department, unit, attribute, period, timestamp, line }) => [
        ...[disclosure.id, number, name, department.code, department.name, unit, attribute, period],
        ...[timestamp, line],
      ],
    );
  },
};
