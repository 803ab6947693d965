import { MoneyUnit, yuanOf } from '../../schema/figure.ts';
import { FundSource } from '../../schema/project.ts';
import { conversionField, projectMarks } from '../conversion-marks.ts';
import {
  type DisclosureResource,
  disclosureField,
  lineField,
  numberField,
  projectField,
  projectKey,
} from '../resource.ts';

/** One source of a project's money a row. */
export const projectFunds: DisclosureResource = {
  name: 'project_funds',
  title: '项目资金',
  description:
    '绩效目标表中每个项目的每种资金来源一行；“合计”是表中印出的总额，其余各行是它的构成。同一来源印出两次的（如市级与县级）各成一行。',
  fields: [
    disclosureField,
    projectField,
    numberField('资金行在项目中的序号'),
    {
      name: 'source',
      type: 'string',
      description: '资金来源',
      constraints: { required: true, enum: FundSource.options },
    },
    {
      name: 'unit',
      type: 'string',
      description: '印出的文字的金额单位；没有印出单位、无法取值的写元',
      constraints: { required: true, enum: MoneyUnit.options },
    },
    { name: 'total_printed', type: 'string', description: '实施期资金，印出的文字；空白的为空' },
    {
      name: 'total_yuan',
      type: 'integer',
      unit: '元',
      description: '实施期资金，角分四舍五入到元；空白或无法确认的为空',
    },
    { name: 'annual_printed', type: 'string', description: '年度资金，印出的文字；空白的为空' },
    {
      name: 'annual_yuan',
      type: 'integer',
      unit: '元',
      description: '年度资金，角分四舍五入到元；空白或无法确认的为空',
    },
    lineField,
    conversionField,
  ],
  primaryKey: ['disclosure', 'project', 'number'],
  foreignKeys: [projectKey],
  rows({ disclosure }) {
    return disclosure.projects.flatMap(({ number, funds, moneyUnit = '元' }) => {
      const mark = projectMarks(number, disclosure.findings);
      return funds.map(({ source, total, annual, line }, index) => [
        ...[disclosure.id, number, index + 1, source, moneyUnit],
        ...[total?.printed ?? null, yuanOf(total) ?? null, annual?.printed ?? null, yuanOf(annual) ?? null],
        ...[line, mark(line)],
      ]);
    });
  },
};
