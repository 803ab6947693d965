import type { Remark } from '../../routes/remark.ts';
import type { CellView, HeadCell, RowView, SideView, TableView } from '../../routes/table-view.ts';
import { escapeHtml } from '../escape-html.ts';

/** Below this many lines without amounts, they are simply shown. */
const fewBlankRows = 5;

/** Where the page's links lead: the source view and the remarks' page. */
export interface TableLinks {
  /** Address of the source view without anchor; ends in a slash. */
  source: string;
}

/**
 * Writes a table as HTML. A string, not a component: a disclosure has thousands of cells.
 * The caller writes the heading; this is everything below it.
 */
export function writeTable(table: TableView, links: TableLinks): string {
  const notes = table.notes.map(
    (note) =>
      `<p class="note"${note.anchor ? ` id="L${note.line}"` : ''}>${lineLink(note.line, links)}${escapeHtml(note.text)}</p>${writeRemarks(note.remarks)}`,
  );
  if (table.empty) {
    const anchors = table.emptyIds.map((id) => `<span id="${id}"></span>`).join('');
    return `<p class="empty-table">${anchors}本表无数据：原文没有印出任何金额。</p>${writeRemarks(table.remarks)}${notes.join('')}`;
  }
  const sides = table.sides.map((side, i) => writeSide(table, side, i, links));
  const grid = sides.length > 1 ? `<div class="sides">${sides.join('')}</div>` : sides.join('');
  return `${writeRemarksFolded(table.remarks)}${grid}${notes.join('')}`;
}

function writeSide(table: TableView, side: SideView, index: number, links: TableLinks): string {
  const name = `${table.ordinal ? `${table.ordinal}　` : ''}${table.name}${side.title ? `：${side.title}` : ''}`;
  const fold = side.blankRows >= fewBlankRows && side.blankRows < side.rows.length;
  const toggle = fold
    ? `<p class="blanks"><input type="checkbox" id="${table.id}-b${index}"><label for="${table.id}-b${index}">显示未填金额的 ${side.blankRows} 行</label></p>`
    : '';
  const end = `${table.id}-end${index}`;
  // Each row has a link in its margin: a keyboard must be able to pass them all at once.
  const skip = `<a class="visually-hidden skip" href="#${end}">跳过${escapeHtml(name)}</a>`;
  return `<div class="table${fold ? ' folds' : ''}">${skip}<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(name)}"><table><caption>${caption(table, side)}</caption><thead>${writeHead(side)}</thead><tbody>${side.rows.map((row) => writeRow(row, side, fold, links)).join('')}</tbody></table></div><span id="${end}"></span>${toggle}</div>`;
}

function caption(table: TableView, side: SideView): string {
  const title = side.title ? `<b>${escapeHtml(side.title)}</b>　` : '';
  return `${title}<span>单位：${escapeHtml(table.unit)}</span>`;
}

function writeHead(side: SideView): string {
  return side.head
    .map((row, level) => {
      const line = level === 0 ? `<th class="ln" scope="col" rowspan="${side.head.length}">行</th>` : '';
      const cells = row.map((cell) => {
        const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`;
        return `<th scope="${cell.columns > 1 ? 'colgroup' : 'col'}"${classOf(cell)}${spans}>${escapeHtml(cell.text)}</th>`;
      });
      return `<tr>${line}${cells.join('')}</tr>`;
    })
    .join('');
}

/** Headings of amounts stand above them; short ones are not broken. */
function classOf({ amount, text }: HeadCell): string {
  if (!amount) return text.length <= 6 ? ' class="k"' : '';
  return text.length <= 6 ? ' class="n k"' : ' class="n"';
}

function writeRow(row: RowView, side: SideView, fold: boolean, links: TableLinks): string {
  const classes = [
    row.level > 0 && `l${row.level}`,
    row.total && 'total',
    fold && row.blank && 'blank',
    row.remarks.some((remark) => remark.tone === 'bad') && 'bad',
  ].filter(Boolean);
  const [id, line] = row.ids.map((one) => ` id="${one}"`);
  const open = `<tr${id ?? ''}${classes.length ? ` class="${classes.join(' ')}"` : ''}>`;
  const cells = row.cells.map(writeCell).join('');
  const remarks = row.remarks.length
    ? `<tr class="remark-row"><td class="ln"></td><td colspan="${side.width}">${writeRemarks(row.remarks)}</td></tr>`
    : '';
  return `${open}<td class="ln"${line ?? ''}><a href="${links.source}#L${row.line}">${row.line}</a></td>${cells}</tr>${remarks}`;
}

function writeCell(cell: CellView): string {
  const text = escapeHtml(cell.text);
  if (cell.kind === 'head') return `<th scope="row">${text}</th>`;
  if (cell.kind === 'code') return `<td class="c">${text}</td>`;
  if (cell.kind === 'text') return `<td class="t">${text}</td>`;
  if (cell.kind === 'amount' && cell.undecided !== undefined) {
    return `<td class="u">${text}<small>存疑：${escapeHtml(cell.undecided)}</small></td>`;
  }
  return `<td>${groupDigits(text)}</td>`;
}

/** Sets thousands apart by markup only: what is read, copied and searched stays as printed. */
function groupDigits(printed: string): string {
  const match = /^(-?)(\d{4,})(\.\d+)?$/.exec(printed);
  if (!match) return printed;
  const [, sign = '', whole = '', decimals = ''] = match;
  const first = whole.length % 3 || 3;
  const groups = whole.slice(first).match(/\d{3}/g) ?? [];
  return `${sign}${whole.slice(0, first)}${groups.map((group, i) => `<i>${group}${i === groups.length - 1 ? decimals : ''}</i>`).join('')}`;
}

/**
 * Writes remarks as a list; nothing where there are none.
 *
 * @param source address of the source view, where the remarks do not stand beside their lines
 */
export function writeRemarks(remarks: Remark[], source?: string): string {
  if (remarks.length === 0) return '';
  const items = remarks.map(
    (remark) =>
      `<li class="is-${remark.tone}"><b>${remark.label}</b>${escapeHtml(remark.text)}${more(remark, source)}</li>`,
  );
  return `<ul class="remarks">${items.join('')}</ul>`;
}

function more({ href, place }: Remark, source: string | undefined): string {
  const check = href ? ` <a href="${escapeHtml(href)}">看核对</a>` : '';
  const line = source && place.line ? ` <a href="${source}#L${place.line}">原文第 ${place.line} 行</a>` : '';
  return check + line;
}

/** Writes what a reader must know; notes on the conversion, where there are several, folded behind their number. */
export function writeRemarksFolded(remarks: Remark[]): string {
  const notes = remarks.filter((remark) => remark.tone === 'note');
  if (notes.length < 2) return writeRemarks(remarks);
  const open = remarks.filter((remark) => remark.tone !== 'note');
  return `${writeRemarks(open)}<details class="notes"><summary>转换说明 ${notes.length} 条</summary>${writeRemarks(notes)}</details>`;
}

function lineLink(line: number, links: TableLinks): string {
  return `<a class="ln" href="${links.source}#L${line}" aria-label="原文第${line}行">${line}</a>`;
}
