import type { Disclosure } from '../../schema/disclosure.ts';
import { yuanOf } from '../../schema/figure.ts';
import { entriesOf, type Table } from '../../schema/table.ts';
import { type DisclosureResource, disclosureField, disclosureKey, lineField } from '../resource.ts';

/** One printed amount a row, of every row of every table; blank cells are left out. */
export const figures: DisclosureResource = {
  name: 'figures',
  title: '预算金额',
  description: '每个印出的金额一行；空白单元格不列。无法确认的金额保留原文，yuan 为空。',
  fields: [
    disclosureField,
    { name: 'table', type: 'integer', description: '预算表编号 1–13；其他表格为空' },
    lineField,
    {
      name: 'side',
      type: 'string',
      description: '两侧对列的表中所在的一侧，其他表为空',
      constraints: { enum: ['', '收入', '支出'] },
    },
    { name: 'code', type: 'string', description: '功能分类科目编码' },
    { name: 'label', type: 'string', description: '项目、科目或单位名称' },
    { name: 'column', type: 'string', description: '栏目，从外层表头到内层表头，以 / 相隔' },
    {
      name: 'printed',
      type: 'string',
      description: '印出的文字，单位以表为准',
      constraints: { required: true },
    },
    { name: 'yuan', type: 'integer', unit: '元', description: '金额，角分四舍五入到元；无法确认的为空' },
  ],
  primaryKey: ['disclosure', 'line', 'column'],
  foreignKeys: [disclosureKey],
  rows({ disclosure }) {
    return allTables(disclosure).flatMap((table) =>
      entriesOf(table).flatMap(({ line, side, code, label, amounts }) =>
        [...amounts].map(([column, figure]) => [
          ...[disclosure.id, table.number, line, side, code, label, column],
          ...[figure.printed, yuanOf(figure) ?? null],
        ]),
      ),
    );
  },
};

/** The numbered tables, and those that stand in the running text. */
function allTables({ tables, sections }: Disclosure): Table[] {
  const inText = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  return [...tables, ...inText];
}
