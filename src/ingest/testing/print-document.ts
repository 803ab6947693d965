import type { Disclosure } from '../../schema/disclosure.ts';
import type { Cell } from '../../schema/table.ts';

/** One line of a printed document, with what it is, so that faults can be put where they occur. */
export type PrintedLine =
  | { kind: 'text' | 'title' | 'note'; table: number; text: string }
  | { kind: 'header' | 'ordinals' | 'row'; table: number; cells: string[] };

/** Header rows as the province's print flattens them: merged cells keep their first cell. */
const headers: Record<number, (year: number) => string[][]> = {
  1: (y) => [
    ['收入', '', '支出', '', '', ''],
    ['项目', `${y}年`, '项目', `${y}年合计`, '当年预算安排', '上年结转安排'],
  ],
  2: () => [
    ['项目', '', '本年收入', '', '', '', '', '', '上年结转'],
    [
      '科目编码',
      '科目名称',
      '合计',
      '一般公共预算',
      '政府性基金',
      '国有资本经营预算',
      '财政专户管理资金',
      '单位资金',
      '',
    ],
  ],
  3: (y) => [
    ['项目', '', `${y}年预算数`, '', ''],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ],
  4: () => [
    ['收入', '', '支出', '', '', '', ''],
    ['项目', '金额', '项目', '金额', '', '', ''],
    ['', '', '', '小计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
  ],
  5: (y) => [
    ['项目', '', `${y}年预算数`, '', ''],
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ],
  6: (y) => [
    ['部门预算支出经济科目名称', '政府预算支出经济科目名称', `${y}年预算数`, '', ''],
    ['', '', '合计', '人员经费', '公用经费'],
  ],
  7: () => [
    ['项目', '', '政府性基金收入预算'],
    ['收入科目编码', '科目名称', ''],
  ],
  8: () => [['科目编码', '科目名称', '合计', '基本支出', '项目支出']],
  9: () => [
    ['国有资本经营预算收入', '', '国有资本经营预算支出', '', '', '', '', ''],
    ['项目', '', '国有资本经营收入预算', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['收入科目编码', '科目名称', '', '', '', '', '', ''],
  ],
  10: (y) => [
    ['项目', `${y}年预算数`, '', '', ''],
    ['', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
  ],
  11: (y) => [
    ['单位名称', `${y}预算数`, '', '', ''],
    ['', '合计', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
  ],
  12: (y) => [
    ['项目名称', '合计', `${y}年财政拨款`, '', '', '财政专户管理资金', '单位资金'],
    ['', '', '一般公共预算', '政府性基金预算', '国有资本经营预算', '', ''],
  ],
  13: (y) => [
    ['项目名称', '合计', `${y}年财政拨款`, '', ''],
    ['', '', '一般公共预算', '政府性基金预算', '国有资本经营预算'],
  ],
};

/** Prints a disclosure's cover and tables as a conversion would leave them, without any fault. */
export function printDocument({ unit, year, tables }: Disclosure): PrintedLine[] {
  const lines: PrintedLine[] = [
    text(unit.name),
    text(`${year}年度单位预算公开`),
    text('第一部分 概况'),
    text('一、本单位职责'),
    text('管理馆藏，开放阅览。'),
    text(`第二部分 ${year}年单位预算报表`),
  ];
  for (const { number, title, rows, noData } of tables) {
    const table = number as number;
    lines.push(
      { kind: 'title', table, text: title },
      text(`单位名称：${unit.name}`, table),
      text('单位：万元', table),
      ...(headers[table]?.(year) ?? []).map((cells): PrintedLine => ({ kind: 'header', table, cells })),
    );
    if (table >= 12) {
      const width = headers[table]?.(year)[0]?.length ?? 0;
      lines.push({
        kind: 'ordinals',
        table,
        cells: Array.from({ length: width }, (_, index) => String(index + 1)),
      });
    }
    for (const { cells } of rows)
      lines.push({ kind: 'row', table, cells: codeFirst(cells.map(printCell), table) });
    if (noData) lines.push({ kind: 'note', table, text: '注：本表无数据' });
  }
  lines.push(
    text(`第三部分 ${year}年度单位预算情况说明`),
    text('一、单位预算收支数据变动情况及原因'),
    text('与上年持平。'),
  );
  return lines;
}

function text(content: string, table = 0): PrintedLine {
  return { kind: 'text', table, text: content };
}

function printCell(cell: Cell): string {
  return cell === null ? '' : typeof cell === 'string' ? cell : cell.printed;
}

/** 合计 is printed in the code column, which runs into the name. */
function codeFirst(cells: string[], table: number): string[] {
  if (![2, 3, 5, 7, 8, 9].includes(table)) return cells;
  const swap = (row: string[], code: number) =>
    row[code] === '' && /^合计$/.test(row[code + 1] ?? '')
      ? row.with(code, row[code + 1] as string).with(code + 1, '')
      : row;
  return table === 9 ? swap(swap(cells, 0), 3) : swap(cells, 0);
}

/** The text of printed lines; a blank line parts everything but the rows of one table. */
export function joinDocument(lines: PrintedLine[]): string {
  let out = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const inGrid = 'cells' in line && before && 'cells' in before;
    out += `${index === 0 || inGrid ? '' : '\n'}${'cells' in line ? line.cells.join('\t') : line.text}\n`;
  });
  return out;
}
