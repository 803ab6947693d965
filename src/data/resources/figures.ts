import type { Disclosure } from '../../schema/disclosure.ts';
import { yuanOf } from '../../schema/figure.ts';
import { entriesOf, type Table } from '../../schema/table.ts';
import { conversionField, tableMarks } from '../conversion-marks.ts';
import {
  type DisclosureResource,
  disclosureField,
  disclosureKey,
  lineField,
  type Value,
} from '../resource.ts';
import { rowKindsOf } from '../row-kinds.ts';

/** One printed amount a row, of every row of every table; blank cells are left out. */
export const figures: DisclosureResource = {
  name: 'figures',
  title: '预算金额',
  description: '每个印出的金额一行；空白单元格不列。无法确认的金额保留原文，yuan 为空。',
  fields: [
    disclosureField,
    {
      name: 'table',
      type: 'integer',
      description: '预算表编号 1–13，按内容对应山西省十三张表，与其他省份印出的表号不同；其他表格为空',
    },
    lineField,
    {
      name: 'row',
      type: 'integer',
      description: '表行在文本中的序号，两侧对列的表每侧各计一行；同一行来源文本可以有多个表行（如 HTML）',
      constraints: { required: true },
    },
    {
      name: 'side',
      type: 'string',
      description: '两侧对列的表中所在的一侧，其他表为空',
      constraints: { enum: ['收入', '支出'] },
    },
    { name: 'code', type: 'string', description: '功能分类科目编码' },
    { name: 'label', type: 'string', description: '项目、科目或单位名称' },
    {
      name: 'counterpart',
      type: 'string',
      description: '表六中同一行的政府预算支出经济科目名称；表六各类的小计和其他表为空',
    },
    {
      name: 'row_kind',
      type: 'string',
      description:
        '合计：整张表或一侧的总数；小计：其下各行之和；明细：其下没有再分的行，一栏的明细相加即为合计。无法确定的、其他表格的为空',
      constraints: { enum: ['合计', '小计', '明细'] },
    },
    {
      name: 'column',
      type: 'string',
      description: '栏目，从外层表头到内层表头，以 / 相隔',
      constraints: { required: true },
    },
    {
      name: 'printed',
      type: 'string',
      description: '印出的文字，单位以表为准',
      constraints: { required: true },
    },
    { name: 'yuan', type: 'integer', unit: '元', description: '金额，角分四舍五入到元；无法确认的为空' },
    { name: 'undecided', type: 'string', description: '金额无法确认的理由，已确认的为空' },
    conversionField,
  ],
  primaryKey: ['disclosure', 'row', 'column'],
  foreignKeys: [disclosureKey],
  rows({ disclosure }) {
    const rows: Value[][] = [];
    let row = 0;
    for (const table of allTables(disclosure)) {
      const kinds = rowKindsOf(table, disclosure);
      const marks = tableMarks(table, disclosure);
      for (const [index, entry] of entriesOf(table).entries()) {
        const { line, side, code, label, counterpart, amounts } = entry;
        row += 1;
        for (const [column, figure] of amounts) {
          rows.push([
            ...[disclosure.id, table.number, line, row, side, code, label, counterpart],
            ...[kinds[index] ?? null, column, figure.printed, yuanOf(figure) ?? null],
            ...['undecided' in figure ? figure.undecided : null, marks?.(line, column) ?? null],
          ]);
        }
      }
    }
    return rows;
  },
};

/** The numbered tables, and those that stand in the running text. */
function allTables({ tables, sections }: Disclosure): Table[] {
  const inText = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  return [...tables, ...inText];
}
