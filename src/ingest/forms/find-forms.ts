import { remembered } from '../../remembered.ts';
import type { MoneyUnit } from '../../schema/figure.ts';
import type { SourceLine } from '../source-line.ts';
import { cellsOf, type FormRow, plain } from './cells-of.ts';
import { isFurtherLabel, readLabel } from './form-label.ts';
import { isMoneyUnitRow, moneyUnitOfRows } from './form-money-unit.ts';
import { isFootRow } from './is-foot-row.ts';
import { isIndicatorRow } from './is-indicator-row.ts';
import { readFundCell } from './read-fund-cell.ts';
import { readLevel1, readLevel2 } from './read-level.ts';

/** One printed sheet of a form. */
export interface Sheet {
  /** First and last line, title and foot included. */
  first: number;
  last: number;
  /** Its lines from the head to the foot, blank ones left out. */
  rows: FormRow[];
  /** Unit of money stated above the head. */
  unit: MoneyUnit | null;
}

/** Lines of the text that hold forms and nothing else. */
export interface FormRegion {
  first: number;
  last: number;
}

/** Whether the line is the title of a form: `某市市级预算部门（单位）项目支出绩效目标表`, also cut off. */
export const isFormTitle = remembered((text: string): boolean => {
  const words = plain(text.replace(/^#{1,6}\s*/, '').replaceAll('*', ''));
  if (text.trim().includes('\t') || words.length > 60 || /[.…·]{3,}|公开情况|见附件|\d$/.test(words))
    return false;
  return (
    /项目(支出)?绩效目标(申报)?表?(\(.*\))?$/.test(words) ||
    /(项目|专项|经费|资金)(支出|预算)?绩效(目标)?(申报|公开|批复|情况)?表(\(.*\))?$/.test(words) ||
    /项目(预算)?申报表\(含绩效目标\)$/.test(words) ||
    /预算(部门|单位)\(?(单位)?\)?项目支出绩?效?目?标?$/.test(words)
  );
});

/** Whether the line is the title of targets that a whole body has: `部门整体支出绩效目标表`. */
export function isTitleOfWholeBody(text: string): boolean {
  return !text.includes('\t') && text.length <= 80 && /整体(支出|预算)?绩效目标.{0,4}表/.test(plain(text));
}

const year = /^\(?\d{4}年度?\)?$/;

/** Whether a line by itself says that it belongs to a form: a label, a level word, a source of money, a foot. */
export function isFormLine(text: string): boolean {
  return isFormTitle(text) || isEvidence(cellsOf({ text, line: 1 }));
}

function isEvidence(row: FormRow): boolean {
  if (row.width < 2) return isFootRow(row);
  const strong = row.cells.some((cell) => {
    const reading = readLabel(cell.text);
    if (reading) return reading.label.kind !== 'head' && reading.label.kind !== 'foot';
    if (readLevel2(cell.text)) return true;
    return readFundCell(cell.text).some(
      (piece) => piece.kind === 'label' && (piece.source === '合计' || /财政资|自筹/.test(cell.text)),
    );
  });
  if (strong) return true;
  return isFootRow(row) || isHead(row) || row.cells.filter((cell) => readLevel1(cell.text)).length > 0;
}

/**
 * Whether the row opens with a label of the form's head, or with 项目编码 and its value before 项目名称, and is not the
 * header of a money table or of a list of projects.
 */
function isHead(row: FormRow): boolean {
  if (headKey(row) === null) return false;
  const kinds = row.cells.map(({ text }) => readLabel(text)?.label.kind);
  if (kinds.filter((kind) => kind === 'column').length >= 2) return false;
  // A header of tasks: 项目名称, 主要内容, 预算金额（万元）.
  const isOfList = kinds.some(
    (kind) => kind !== undefined && /^(money|goals?|indicators|column)$/.test(kind),
  );
  if (headKey(row) === 'name' && isOfList) return false;
  return !row.cells.some(
    (cell) =>
      /^(合计|小计|单位资金|项目资金来源)$/.test(plain(cell.text)) || /^\d{4}年?财政拨款/.test(cell.text),
  );
}

/** What the label that opens a row of the head asks for. */
function headKey({ cells }: FormRow): string | null {
  const labels = cells.map(({ text }) => readLabel(text)?.label);
  const isCoded = cells.length >= 2 && isFurtherLabel(cells[0]?.text ?? '');
  const first = labels[0] ?? (isCoded ? labels.find((label) => label?.kind === 'head') : undefined);
  if (first?.kind === 'money') return 'money';
  return first?.kind === 'head' && (labels[0] || first.key === 'name') ? first.key : null;
}

/**
 * Finds the printed sheets by what they say, with or without titles: each starts with the labels of the head and
 * ends with its foot, or with the last line that is recognisably of a form before the next sheet or heading.
 */
export function findSheets(lines: SourceLine[]): Sheet[] {
  const rows = lines.map(cellsOf);
  const starts = [...findHeads(rows), ...findHeadless(rows, lines)]
    .filter((start) => !isOfWholeBody(rows, lines, start))
    .sort((a, b) => a - b);
  return starts.flatMap((start, index): Sheet[] => {
    const limit = starts[index + 1] ?? rows.length;
    const last = findEnd(rows, lines, start, limit);
    const top = findTop(rows, start, starts[index - 1] ?? -1);
    const body = rows.slice(start, last + 1).filter((row) => row.cells.length > 0 && !isFurniture(row));
    const isHeaded = isHead(rows[start] as FormRow);
    if (body.filter(isEvidence).length < (isHeaded ? 3 : 1)) return [];
    return [
      {
        first: rows[top]?.line ?? 1,
        last: rows[last]?.line ?? 1,
        rows: body.filter((row) => !isTitleRow(row)),
        unit: moneyUnitOfRows(rows.slice(top, start)),
      },
    ];
  });
}

/** Whether a head without the name of a project stands below the title of a whole body's targets. */
function isOfWholeBody(rows: FormRow[], lines: SourceLine[], start: number): boolean {
  if (headKey(rows[start] as FormRow) === 'name') return false;
  for (let index = start - 1; index >= 0 && index >= start - 40; index--) {
    const text = lines[index]?.text ?? '';
    if (isTitleOfWholeBody(text)) return true;
    if (isFormTitle(text) || headKey(rows[index] as FormRow) === 'name') return false;
  }
  return false;
}

/**
 * Lines outside of the sheets that look like a form: a table of indicators without the head of a project, such as
 * the targets of a whole department, or what is left of a sheet.
 */
export function findFormLike(lines: SourceLine[], sheets: Sheet[]): SourceLine[] {
  const isUsed = (line: number) => sheets.some((sheet) => line >= sheet.first && line <= sheet.last);
  const found: SourceLine[] = [];
  let block: SourceLine[] = [];
  /** Whether a title of a form stands above the block. */
  let isTitled = false;
  let sinceTitle = 9;
  const close = () => {
    const rows = block.map(cellsOf);
    const ofIndicators = rows.filter((row) =>
      row.cells.some(
        (cell) => readLabel(cell.text)?.label.kind === 'column' || readLevel2(cell.text) !== null,
      ),
    );
    if (ofIndicators.length >= 2 || isTitled || rows.filter(isEvidence).length >= 3) found.push(...block);
    block = [];
  };
  for (const line of lines) {
    if (line.text.includes('\t') && !isUsed(line.line)) {
      if (block.length === 0) isTitled = sinceTitle <= 3;
      block.push(line);
      continue;
    }
    close();
    if (line.text.trim() !== '') sinceTitle = isFormTitle(line.text) ? 0 : sinceTitle + 1;
  }
  close();
  return found;
}

/**
 * First lines of forms whose cells nothing tells: 项目名称 and a name with blanks between them, and more labels of the
 * form below.
 */
export function findBareForms(lines: SourceLine[]): SourceLine[] {
  const labelOf = ({ text }: SourceLine) => {
    const [first = '', ...rest] = text.includes('\t') ? [] : text.trim().split(/\s+/);
    return rest.length > 0 ? readLabel(first)?.label : undefined;
  };
  const filled = lines.filter(({ text }) => text.trim() !== '');
  return filled.filter((line, index) => {
    const label = labelOf(line);
    if (label?.kind !== 'head' || label.key !== 'name') return false;
    return filled.slice(index + 1, index + 12).filter(labelOf).length >= 3;
  });
}

/** The lines that hold forms, neighbouring sheets joined; what stands between is furniture of the page. */
export function findForms(lines: SourceLine[], sheets: Sheet[] = findSheets(lines)): FormRegion[] {
  const regions: FormRegion[] = [];
  const texts = new Map(lines.map(({ line, text }) => [line, text]));
  for (const sheet of sheets) {
    const previous = regions.at(-1);
    if (previous && isPageBreak(texts, previous.last + 1, sheet.first - 1)) previous.last = sheet.last;
    else regions.push({ first: sheet.first, last: sheet.last });
  }
  return regions;
}

function isPageBreak(texts: Map<number, string>, from: number, to: number): boolean {
  for (let line = from; line <= to; line++) {
    const text = (texts.get(line) ?? '').trim();
    if (text.length > 40 || /[。；\t]/.test(text) || /^#|^[一二三四五六七八九十]+、|^第.部分/.test(text))
      return false;
  }
  return true;
}

function isTitleRow(row: FormRow): boolean {
  return (
    row.cells.length === 1 &&
    (isFormTitle(row.cells[0]?.text ?? '') || year.test(plain(row.cells[0]?.text ?? '')))
  );
}

/** Page numbers and watermarks between the lines of a form. */
export function isFurniture(row: FormRow): boolean {
  if (row.width > 1 || row.cells.length !== 1) return false;
  const text = plain(row.cells[0]?.text ?? '');
  return /^(-?\d{1,3}-?|第\d+页(共\d+页)?|\d+\/\d+|仅供内部.{0,6}|内部资料.{0,6})$/.test(text);
}

function findHeads(rows: FormRow[]): number[] {
  const heads: number[] = [];
  let seen = new Set<string>();
  let lastHead = -100;
  let nonBlank = 0;
  rows.forEach((row, index) => {
    if (row.cells.length > 0) nonBlank++;
    if (!isHead(row)) return;
    const key = headKey(row) ?? 'money';
    const isRepeated = key !== 'name' && nonBlank === lastHead + 1 && isAlike(row, rows[index - 1]);
    const isNew = key === 'name' || (seen.has(key) && !isRepeated) || nonBlank - lastHead > 8;
    if (isNew && (key !== 'money' || nonBlank - lastHead > 8)) {
      heads.push(index);
      seen = new Set();
    }
    seen.add(key);
    lastHead = nonBlank;
  });
  return heads;
}

/** Whether a row is the one above it, printed twice. */
function isAlike({ cells }: FormRow, above: FormRow | undefined): boolean {
  return (
    cells.length === above?.cells.length &&
    cells.every(({ text }, index) => text === above.cells[index]?.text)
  );
}

/** Starts of sheets whose title is followed at once by lists or a foot: the head was not repeated. */
function findHeadless(rows: FormRow[], lines: SourceLine[]): number[] {
  return lines.flatMap(({ text }, title) => {
    if (!isFormTitle(text)) return [];
    const after = rows.slice(title + 1, title + 9);
    const next =
      title + 1 + after.findIndex((row) => row.cells.length > 0 && !isTitleRow(row) && !isFurniture(row));
    const row = next > title ? rows[next] : undefined;
    return row && isEvidence(row) && !isHead(row) ? [next] : [];
  });
}

function findEnd(rows: FormRow[], lines: SourceLine[], start: number, limit: number): number {
  let last = start;
  /** Whether the list of indicators has begun: below it stands nothing but its own rows and the foot. */
  let isInList = false;
  for (let index = start; index < limit; index++) {
    const row = rows[index] as FormRow;
    const text = lines[index]?.text ?? '';
    if (index > start && isFormTitle(text)) break;
    if (isInList && beginsOther(rows, index)) break;
    isInList ||= isListRow(row);
    if (/^#{1,6}\s/.test(text) || (index - last > 40 && row.cells.length > 0)) break;
    if (isFootRow(row)) {
      const next = rows[index + 1];
      const isBroken =
        next &&
        next.width > 1 &&
        next.cells.length > 0 &&
        next.cells.every((cell) => /^\d+$/.test(cell.text));
      return isBroken ? index + 1 : index;
    }
    const gap = rows.slice(last + 1, index);
    const isNext = row.width > 2 && row.cells.length > 0 && gap.every((one) => isFurniture(one));
    const isContinued =
      gap.length <= 6 &&
      isIndicatorRow(row) &&
      gap.every((one) => one.cells.length === 0 || isFurniture(one));
    if ((isInList ? isListRow(row) || isFootRow(row) : isEvidence(row)) || isNext || isContinued)
      last = index;
  }
  return last;
}

/** Whether a text is the number of a table above its title: `表12`, `附件3`. */
export function isTableLabel(text: string): boolean {
  return /^(附?表|附件|(部门|单位|预算)?公开表)[\d一二三四五六七八九十]+([-—]\d+)?$/.test(plain(text));
}

/** Whether a row belongs to the list of indicators by what it says: level words, headings. */
function isListRow({ cells }: FormRow): boolean {
  return cells.some(({ text }) => {
    const kind = readLabel(text)?.label.kind;
    return (
      kind === 'column' || kind === 'indicators' || readLevel2(text) !== null || readLevel1(text) !== null
    );
  });
}

/** Whether a line is a heading, or the title of a table whose first row is none of an indicator list. */
function beginsOther(rows: FormRow[], index: number): boolean {
  const { cells, width } = rows[index] as FormRow;
  const text = plain(cells[0]?.text ?? '');
  if (width > 1 || cells.length !== 1) return false;
  if (isTitleOfWholeBody(text) || /^(第.部分|[一二三四五六七八九十]+、|名词解释)/.test(text)) return true;
  if (!isTableLabel(text) && !/表(\(.*\))?$/.test(text)) return false;
  const next = rows.slice(index + 1, index + 8).find((row) => row.width > 1 && row.cells.length > 0);
  return !next || isMoneyUnitRow(next) || !(isListRow(next) || isIndicatorRow(next) || isFootRow(next));
}

/** Index of the title above the head, or of the line of the year or the unit of money, or the head itself. */
function findTop(rows: FormRow[], start: number, floor: number): number {
  let top = start;
  for (let index = start - 1; index > floor && index >= start - 8; index--) {
    const row = rows[index] as FormRow;
    if (row.cells.length === 0) continue;
    const [first] = row.cells;
    const isOfTop =
      isMoneyUnitRow(row) ||
      (row.cells.length === 1 &&
        (isFormTitle(first?.text ?? '') ||
          year.test(plain(first?.text ?? '')) ||
          (isFormTitle(rows[top]?.cells[0]?.text ?? '') && isTableLabel(first?.text ?? ''))));
    if (!isOfTop) break;
    top = index;
  }
  return withRunningHeader(rows, top, floor);
}

/** Where the line of the year has no title above it, a running header may have taken the title's place. */
function withRunningHeader(rows: FormRow[], top: number, floor: number): number {
  if (!year.test(plain(rows[top]?.cells[0]?.text ?? ''))) return top;
  for (let index = top - 1; index > floor && index >= top - 3; index--) {
    const row = rows[index] as FormRow;
    if (row.cells.length === 0) continue;
    const text = plain(row.cells[0]?.text ?? '');
    const isHeader = row.width === 1 && text.length <= 40 && /(公开|预算|决算|目标表?|说明)$/.test(text);
    return isHeader && !/^[#(（一二三四五六七八九十第]/.test(text) ? index : top;
  }
  return top;
}
