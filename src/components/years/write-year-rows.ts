import { formatShare, formatWan } from '../../routes/format-money.ts';
import { changeOf, type PlacedAmount, type YearOrder, type YearRow } from '../../routes/year-rows.ts';
import { escapeHtml } from '../escape-html.ts';

/** Headings of the columns that the list of a year can be ordered by. */
export const yearHeadings: Record<YearOrder, string> = {
  spending: '支出总计',
  change: '比上年',
  basic: '基本支出',
  project: '项目支出',
  official: '“三公”经费',
  fails: '不符',
};

/** Address of a page of a disclosure; the browser makes others than the build where the site lies in a folder. */
export type PageOf = (id: string, page: '' | 'checks/', anchor: string) => string;

/** Writes the rows of a year's list; each figure leads to its row. */
export function writeYearRows(rows: readonly YearRow[], pageOf: PageOf): string {
  return rows.map((row) => writeRow(row, pageOf)).join('');
}

function writeRow(row: YearRow, pageOf: PageOf): string {
  const link = (text: string, href: string) => `<a href="${escapeHtml(href)}">${text}</a>`;
  const money = (amount: PlacedAmount | undefined, text = amount && formatWan(amount.yuan)) =>
    amount && text ? (amount.anchor ? link(text, pageOf(row.id, '', amount.anchor)) : text) : '';
  const cells = [
    money(row.spending),
    money(row.before, writeChange(row)),
    ...[money(row.basic), money(row.project), money(row.official)],
    row.checked > 0 ? link(String(row.fails), pageOf(row.id, 'checks/', '')) : '',
  ];
  const place = row.region && `<small class="soft">${escapeHtml(row.region)}</small>`;
  return `<tr><th scope="row">${link(escapeHtml(row.name), pageOf(row.id, '', ''))}${place}</th>${cells.map((cell) => `<td class="n">${cell}</td>`).join('')}</tr>`;
}

/** `+4.72%`; `''` where it is not known. */
function writeChange(row: YearRow): string {
  const change = changeOf(row);
  if (change === undefined) return '';
  if (change === 0) return '持平';
  return `${change > 0 ? '+' : '−'}${formatShare(Math.abs(change), 1)}`;
}
