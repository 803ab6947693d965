import { yuanOf } from '../../schema/figure.ts';
import { FundSource, type Project } from '../../schema/project.ts';
import {
  type DisclosureResource,
  disclosureField,
  disclosureKey,
  lineField,
  type Value,
} from '../resource.ts';

/** One project and source of money a row. */
export const projects: DisclosureResource = {
  name: 'projects',
  title: '项目',
  description: '每个项目的每种资金来源一行，“合计”是表中印出的总额；没有资金行的项目也有一行。',
  fields: [
    disclosureField,
    { name: 'project', type: 'integer', description: '项目在文本中的序号', constraints: { required: true } },
    { name: 'name', type: 'string', description: '项目名称' },
    { name: 'department_code', type: 'string', description: '主管部门代码' },
    { name: 'department', type: 'string', description: '主管部门' },
    { name: 'unit', type: 'string', description: '实施单位' },
    { name: 'attribute', type: 'string', description: '项目属性' },
    { name: 'period', type: 'string', description: '项目期' },
    {
      name: 'source',
      type: 'string',
      description: '资金来源',
      constraints: { enum: ['', ...FundSource.options] },
    },
    {
      name: 'total_yuan',
      type: 'integer',
      unit: '元',
      description: '实施期资金，角分四舍五入到元；空白或无法确认的为空',
    },
    {
      name: 'annual_yuan',
      type: 'integer',
      unit: '元',
      description: '年度资金，角分四舍五入到元；空白或无法确认的为空',
    },
    { name: 'timestamp', type: 'string', description: '填报日期，14 位数字' },
    lineField,
  ],
  primaryKey: ['disclosure', 'project', 'source', 'line'],
  foreignKeys: [disclosureKey],
  rows({ disclosure }) {
    return disclosure.projects.flatMap((project) => rowsOf(disclosure.id, project));
  },
};

function rowsOf(id: string, project: Project): Value[][] {
  const { number, name, department, unit, attribute, period, funds, timestamp } = project;
  const head = [id, number, name, department.code, department.name, unit, attribute, period];
  if (funds.length === 0) return [[...head, '', null, null, timestamp, project.line]];
  return funds.map(({ source, total, annual, line }) => [
    ...head,
    ...[source, yuanOf(total) ?? null, yuanOf(annual) ?? null, timestamp, line],
  ]);
}
