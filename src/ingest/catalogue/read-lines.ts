import { remembered } from '../../remembered.ts';
import type { SourceLine } from '../source-line.ts';

/** A printed row of the catalogue, before its code is settled. */
export interface PrintedRow {
  kind: 'row';
  line: number;
  /** Code as printed, blanks removed. */
  printed: string;
  /** The same in capital half-width letters and digits, look-alikes read as digits; `''` where none is printed. */
  code: string;
  /** Name, its wraps joined, or `''`. */
  name: string;
  /** Column of the name, counted from the code's (1–4), or 0 where there is no name. */
  column: number;
}

/** Text that is no row: a department, the tail of a name, the title, or what a page leaves. */
export interface PrintedText {
  kind: 'text';
  line: number;
  text: string;
  bold: boolean;
  /** Whether it stands in a table's line, and in which cell. */
  tabbed: boolean;
  column: number;
}

/** What a page leaves that tells of its order: its number, or the header at its top. */
export type PrintedPage = { kind: 'header'; line: number } | { kind: 'page'; line: number; number: number };

export type Printed = PrintedRow | PrintedText | PrintedPage;

const watermark = /仅供内部(?:审核|使用|参考)/g;
const tag = /<\/?[a-zA-Z][^<>]*>/g;
const headerCell =
  /^(?:代码|编码|序号|备注|名称|说明|目录|(?:目录|项目)?(?:代码|编码|名称)|(?:购买)?(?:服务)?(?:内容|项目)|[一二三四五][级極](?:目录)?(?:名称)?)$/;
const lookAlikes: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', '|': '1', S: '5' };
/** Letters of other alphabets that are printed like ours. */
const letters: Record<string, string> = { А: 'A', Α: 'A', Λ: 'A', '∧': 'A', В: 'B', Β: 'B' };

/** Splits one line into its cells: tabs, or the bars of a Markdown table; any other line is one cell. */
function cellsOf(text: string): string[] {
  if (text.includes('\t')) return text.split('\t');
  if (/^\s*\|.*\|\s*$/.test(text) || (text.match(/\|/g)?.length ?? 0) >= 2) {
    return text
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|');
  }
  return [text];
}

/** Text of a cell or line without markup; a blank inside Chinese text is a wrap and goes. */
export const clean = remembered((cell) => (/[\s<*#仅]/.test(cell) ? cleaned(cell) : cell));

function cleaned(cell: string): string {
  return cell
    .replace(tag, '')
    .replaceAll('**', '')
    .replace(watermark, '')
    .replace(/^[\s\u3000]*#{1,6}\s+/, '')
    .replace(/[\s\u3000]+/g, ' ')
    .replace(
      /(?<=[\p{Script=Han}、，。；：“”（）《》〈〉〔〕]) (?=[\p{Script=Han}、，。；：“”（）《》〈〉〔〕])/gu,
      '',
    )
    .trim();
}

/** Code of a cell that holds nothing else, or undefined. A letter alone is the code of level 1. */
const codeIn = remembered((cell): string | undefined => {
  if (/\p{Script=Han}/u.test(cell)) return undefined;
  // A letter printed twice is one.
  const plain = cell
    .normalize('NFKC')
    .replace(/[\s.\-–—]+/g, '')
    .replace(/^([A-Z])\1(?=\d)/, '$1');
  const first = letters[plain[0] ?? ''] ?? (plain[0] ?? '').toUpperCase();
  const rest = plain.slice(1);
  if (/^[A-Z]$/.test(first) && rest === '') return first;
  if (!/^[0-9A-Z]$/.test(first) || !/^[0-9OoQDIilL|S]{1,8}$/.test(rest)) return undefined;
  const digits = [...rest].map((sign) => lookAlikes[sign.toUpperCase()] ?? sign).join('');
  // A word of letters only is no code.
  return /\d/.test(rest) ? first + digits : undefined;
});

/** Splits a cell that holds code and name, as a line without columns does. */
function codeAndName(cell: string): [string, string] | undefined {
  if (!/^[A-Za-zＡ-Ｚ]/.test(cell)) return undefined;
  // A whole code and a blank first: what follows may begin with digits (`A180701 12368 …`).
  const plain = /^([A-Za-zＡ-Ｚ](?:[0-9０-９]{2}){1,3}) +(.*\p{Script=Han}.*)$/u.exec(cell);
  if (plain) return [plain[1] ?? '', plain[2] ?? ''];
  const match = /^([A-Za-zＡ-Ｚ])[ ]?((?:[0-9０-９] ?){2,8})[ 、.．:：]*(?=[^0-9０-９\s])(.+)$/u.exec(cell);
  if (match && /\p{Script=Han}/u.test(match[3] ?? '')) return [`${match[1]}${match[2]}`, match[3] ?? ''];
  const top = /^([A-Za-zＡ-Ｚ])[ 、.．:：]*(公共服务|政府履职.*)$/u.exec(cell);
  return top ? [top[1] ?? '', top[2] ?? ''] : undefined;
}

/** Names of level 1, which stand for the letter where the letter itself is lost. */
const parts: Record<string, string> = {
  公共服务: 'A',
  政府履职辅助性服务: 'B',
  政府履职所需辅助性服务: 'B',
  政府履职所需辅助性事项: 'B',
};

/** Reads one line of the catalogue as rows, text or a header; nothing where it is blank. */
function readLine({ text, line }: SourceLine): Printed[] {
  const bold = /<(?:b|strong)>|\*\*|^\s*#{1,6}\s/.test(text);
  const cells = cellsOf(text).map(clean);
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.every((cell) => /^[:\-—–─_=*]+$/.test(cell))) return [];
  if (filled.every((cell) => headerCell.test(cell.replaceAll(' ', '')))) return [{ kind: 'header', line }];

  const rows: (PrintedRow & { at: number })[] = [];
  const before: string[] = [];
  cells.forEach((cell, index) => {
    if (cell === '') return;
    const row = rows.at(-1);
    const pair = codeAndName(cell);
    const [printed, name] = pair ?? [cell, ''];
    const code = codeIn(printed);
    const lettered = code !== undefined && /^[A-Z]/.test(code);
    // Digits alone are a code only at the head of a row: `12368` inside a row is part of a name.
    const isCode =
      code !== undefined && (lettered ? (row?.name ?? '') !== '' || !row : !row && code.length > 1);
    const ordinal = row && lettered && row.name === '' && /^\d{1,4}$/.test(row.code);
    const split = row && /^[A-Z]$/.test(row.code) && row.name === '' && /^\d{2,6}$/.test(code ?? '');
    if (ordinal) rows.pop();
    if (split && row)
      Object.assign(row, { code: row.code + code, printed: row.printed + printed, at: index });
    else if (isCode || ordinal) {
      rows.push({
        kind: 'row',
        line,
        printed: printed.replaceAll(' ', ''),
        code: code ?? '',
        name,
        column: 0,
        at: index,
      });
    } else if (row) {
      row.name = row.name === '' ? cell : `${row.name}${cell}`;
      row.column ||= index - row.at;
    } else before.push(cell);
  });
  const column = cells.findIndex((cell) => cell !== '');
  const tabbed = cells.length > 1;
  const part = parts[filled.at(-1)?.replaceAll(' ', '') ?? ''];
  const head = filled.length === 2 ? (filled[0] ?? '') : '';
  if (rows.length === 0 && tabbed && part && filled.length <= 2 && head.length <= 2) {
    return [{ kind: 'row', line, printed: head, code: part, name: filled.at(-1) ?? '', column: 1 }];
  }
  const unreadable = rows.length === 0 && tabbed && filled.length === 2 && cells[0] !== '';
  if (unreadable && !/\p{Script=Han}/u.test(cells[0] ?? '')) {
    const name = filled[1] ?? '';
    return [{ kind: 'row', line, printed: cells[0] ?? '', code: '', name, column: cells.lastIndexOf(name) }];
  }
  // A number before a code is the row's ordinal.
  if (rows.length > 0 && before.length === 1 && /^\d{1,4}$/.test(before[0] ?? '')) before.pop();
  const texts: Printed[] = before.length
    ? [{ kind: 'text', line, text: before.join(''), bold, tabbed, column }]
    : [];
  return [...texts, ...rows.map(({ at: _, ...row }) => row)].filter((item) => !isPageNumber(item));
}

/** A number without letter and name is a page's, unless it stands in a table and has a code's length. */
function isPageNumber(item: Printed): boolean {
  return item.kind === 'row' && item.name === '' && /^\d{0,3}$/.test(item.code);
}

const pageNumber = /^[-—–―─\s]*第?\s*\d{1,4}\s*页?[-—–―─\s]*(?:[/共]\s*共?\s*\d+\s*页?)?[-—–―─\s]*$/;
const stamp = /^(?:仅供)?内部(?:审核|资料|使用|文件)|^仅供|^扫描全能王|^[（(]?(?:此页|本页)无正文|^<!--/;

/** Whether a line is what a page leaves: its number, a watermark, a rule. */
export function isFurniture(text: string): boolean {
  const plain = clean(text.replaceAll('\t', ' '));
  if (plain === '' || /^[-—–―─_=*\s]+$/.test(plain) || stamp.test(plain)) return true;
  // A number in a table's line may be a code that lost its letter and its name.
  return !text.includes('\t') && pageNumber.test(plain);
}

/** Number of the page that a line prints and nothing else (`- 12 -`, `第 12 页`), or undefined. */
export function pageNumberOf(text: string): number | undefined {
  if (text.includes('\t') || !/\d/.test(text)) return undefined;
  const match = /^[-—–―─\s]*第?\s*(\d{1,4})\s*页?[-—–―─\s]*(?:$|[/共])/.exec(clean(text));
  return match ? Number(match[1]) : undefined;
}

/** Reads the lines of the catalogue one by one, without empty lines; of page furniture its numbers remain. */
export function readLines(lines: readonly SourceLine[]): Printed[] {
  return lines.flatMap((line): Printed[] => {
    if (!isFurniture(line.text)) return readLine(line);
    const number = pageNumberOf(line.text);
    return number === undefined ? [] : [{ kind: 'page', line: line.line, number }];
  });
}
