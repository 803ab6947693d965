import type { ConversionFinding } from '../../schema/finding.ts';
import type { Printed, PrintedRow, PrintedText } from './read-lines.ts';

/** A department's heading and the rows beneath it. */
export interface PrintedDepartment {
  /** `''` where rows stand without a heading. */
  name: string;
  line: number;
  rows: PrintedRow[];
}

export interface SplitDepartments {
  title: string;
  departments: PrintedDepartment[];
  findings: ConversionFinding[];
}

/**
 * Splits the printed lines into departments.
 *
 * A text is a department where the next row begins a tree again (level 1, or a code that does not follow the last
 * one) or where it is set as one (bold, or in the code's column). Other text is the tail of a name that a wrap cut
 * off, or is left out with a finding.
 */
export function splitDepartments(printed: readonly Printed[]): SplitDepartments {
  const findings: ConversionFinding[] = [];
  const departments: PrintedDepartment[] = [];
  let title = '';
  let waiting: PrintedText[] = [];
  const repeated = repeatedTexts(printed);
  const resets = resetRows(printed);

  const place = (next: PrintedRow | undefined): void => {
    const texts = waiting;
    waiting = [];
    let current = departments.at(-1);
    const last = current?.rows.at(-1);
    const begins = next !== undefined && (resets.has(next) || beginsTree(next, current));
    const headings: PrintedText[] = [];
    texts.forEach((text, index) => {
      const closes = index === texts.length - 1;
      if (/指导性?目录/.test(text.text) && departments.length === 0) title = text.text;
      else if (repeated.has(text.text) && !(begins && closes && text.tabbed)) leaveOut(text);
      else if (begins && headed(text, texts.slice(index + 1))) headings.push(text);
      else if (text.bold || (text.tabbed && text.column === 0 && !isTail(text, last))) headings.push(text);
      else if (current && lacksCode(text, current.rows.at(-1))) current.rows.push(toRow(text));
      else if (last && isTail(text, last)) addTail(last, text);
      else leaveOut(text);
    });
    for (const heading of joinHeadings(headings)) {
      if (current && key(current.name) === key(heading.text) && !begins) continue;
      departments.push({ name: heading.text, line: heading.line, rows: [] });
    }
    current = departments.at(-1);
    if (!next) return;
    if (!current || (begins && headings.length === 0 && current.rows.length > 0)) {
      departments.push({ name: '', line: next.line, rows: [] });
      findings.push({
        rule: 'catalogue-department',
        status: 'undecided',
        place: { line: next.line },
        message: `目录第 ${next.line} 行起另起一个部门，但原文没有部门名称。`,
        actual: next.printed || next.name,
      });
    }
    departments.at(-1)?.rows.push(next);
  };

  const leaveOut = (text: PrintedText): void => {
    findings.push({
      rule: 'catalogue-text-left-out',
      status: 'note',
      place: { line: text.line },
      message: `目录表中的文字「${text.text}」既不是条目也不是部门，未收入目录。`,
      actual: text.text,
    });
  };
  const addTail = (row: PrintedRow, text: PrintedText): void => {
    findings.push({
      rule: 'catalogue-name-wrapped',
      status: 'decided',
      place: { line: row.line },
      message: `第 ${text.line} 行的「${text.text}」接在第 ${row.line} 行「${row.printed}」的名称之后。`,
    });
    row.name += text.text;
    row.column ||= text.column;
  };

  for (const item of printed) {
    if (item.kind === 'text') waiting.push(item);
    else if (item.kind === 'row') place(item);
  }
  place(undefined);
  return { title, departments, findings };
}

const key = (text: string): string => text.normalize('NFKC').replaceAll(' ', '');

/** Texts that stand three times or more outside the table's cells: a watermark or a running title. */
function repeatedTexts(printed: readonly Printed[]): Set<string> {
  const counts = new Map<string, number>();
  for (const item of printed) {
    if (item.kind === 'text' && !item.tabbed && !item.bold)
      counts.set(item.text, (counts.get(item.text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([text]) => text));
}

/**
 * Rows where the codes fall back for good (`A1807` … `A0102`, `A010201`), as they do where another department
 * begins whose heading and first rows are lost. One row that falls back alone is a misread code.
 */
function resetRows(printed: readonly Printed[]): Set<PrintedRow> {
  const rows = printed
    .filter((item) => item.kind === 'row')
    .filter((row) => /^[A-Z](?:\d\d){0,3}$/.test(row.code));
  const head = (row: PrintedRow | undefined): string => row?.code.slice(0, 3) ?? '';
  return new Set(
    rows.filter((row, index) => {
      const [before, after] = [head(rows[index - 1]), head(rows[index + 1])];
      if (before.length < 3 || head(row).length < 3 || head(row) >= before || head(row)[0] !== before[0])
        return false;
      return after.length === 3 && after >= head(row) && after < before;
    }),
  );
}

/** Whether a row begins a new tree after the rows of a department. */
function beginsTree(next: PrintedRow, current: PrintedDepartment | undefined): boolean {
  const last = current?.rows.at(-1);
  if (!current || !last) return true;
  // The same line printed twice, as at a page break.
  if (last.code === next.code) return false;
  // Part B follows part A within a department.
  return (
    next.code.length === 1 &&
    (last.code[0] === next.code || current.rows.some((row) => row.code === next.code))
  );
}

/** Whether a text before a new tree is its heading: short, no sentence, and nothing better follows. */
function headed(text: PrintedText, rest: readonly PrintedText[]): boolean {
  if (text.text.length > 40 || /[。；;：:]$/.test(text.text)) return false;
  const set = (item: PrintedText): boolean => item.bold || (item.tabbed && item.column === 0);
  return set(text) || !rest.some((item) => set(item) || !item.tabbed);
}

/** Whether a text is a row of its own that lost its code: a whole name behind a whole name. */
function lacksCode(text: PrintedText, last: PrintedRow | undefined): boolean {
  const ends = /(?:服务|管理|事务|工作)$/;
  return (
    text.tabbed &&
    !text.bold &&
    text.column > 0 &&
    last !== undefined &&
    ends.test(last.name) &&
    ends.test(text.text)
  );
}

function toRow({ line, text, column }: PrintedText): PrintedRow {
  return { kind: 'row', line, printed: '', code: '', name: text, column };
}

/** Whether a text continues the name of the row above. */
function isTail(text: PrintedText, last: PrintedRow | undefined): boolean {
  if (!last || text.bold || text.text.length > 60) return false;
  if (last.name === '') return text.column > 0 || !text.tabbed;
  return text.tabbed && text.column > 0 && text.column === last.column;
}

/** Joins a heading that a wrap broke in two: its brackets are open, or the second half cannot begin a name. */
function joinHeadings(headings: readonly PrintedText[]): PrintedText[] {
  const joined: PrintedText[] = [];
  for (const heading of headings) {
    const last = joined.at(-1);
    const open = last && (last.text.match(/[（(]/g)?.length ?? 0) > (last.text.match(/[）)]/g)?.length ?? 0);
    if (last && (open || /^(?:办公厅|办公室|委员会|[（(]室)/.test(heading.text))) last.text += heading.text;
    else joined.push({ ...heading });
  }
  return joined;
}
