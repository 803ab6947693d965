import { type DisclosureResource, disclosureField } from '../resource.ts';

/** One disclosure a row: who published it, for which year, from which text. */
export const disclosures: DisclosureResource = {
  name: 'disclosures',
  title: '公开文本',
  description: '每份公开文本一行。',
  fields: [
    disclosureField,
    { name: 'unit', type: 'string', description: '公开预算的单位或部门' },
    { name: 'year', type: 'year', description: '预算年度' },
    {
      name: 'kind',
      type: 'string',
      description: '单位：只含本级；部门：含所属单位',
      constraints: { required: true, enum: ['单位', '部门'] },
    },
    {
      name: 'phase',
      type: 'string',
      description: '预算或决算',
      constraints: { required: true, enum: ['预算', '决算'] },
    },
    {
      name: 'template',
      type: 'string',
      description:
        '文本的格式：shanxi-13 为山西省十三张表，national 为财政部统一格式；unknown 为未能识别的格式，只有文字和没有编号的表格',
      constraints: { required: true },
    },
    { name: 'province', type: 'string', description: '省级地区，文本未写明的为空' },
    { name: 'city', type: 'string', description: '市级地区，文本未写明的为空' },
    { name: 'county', type: 'string', description: '县级地区，文本未写明的为空' },
    { name: 'department_code', type: 'string', description: '主管部门代码' },
    { name: 'department', type: 'string', description: '主管部门' },
    {
      name: 'catalogue_edition',
      type: 'string',
      description: '所附政府购买服务指导性目录的文号，未附的为空',
    },
    { name: 'source_file', type: 'string', description: '来源文本的文件名' },
    { name: 'source_sha256', type: 'string', description: '来源文本的 SHA-256' },
  ],
  primaryKey: ['disclosure'],
  rows({ disclosure }) {
    const { id, unit, year, kind, phase, template, region, department, catalogue, source } = disclosure;
    const place = [region.province, region.city, region.county];
    return [
      [
        ...[id, unit.name, year, kind, phase, template, ...place, department.code, department.name],
        ...[catalogue.edition, source.file, source.sha256],
      ],
    ];
  },
};
