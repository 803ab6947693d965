import type { ConversionFinding } from '../../schema/finding.ts';
import type { PrintedRow } from './read-lines.ts';

/** A row whose code is settled: `code` differs from `printed` where evidence allowed to correct it. */
export interface SettledRow {
  line: number;
  code: string;
  printed: string;
  name: string;
  column: number;
}

export interface Settled {
  rows: SettledRow[];
  findings: ConversionFinding[];
}

const whole = /^[A-Z](?:\d\d){0,3}$/;

/** Level of a code by its length: `A` 1, `A15` 2, `A1502` 3, `A150201` 4. Odd lengths count as the next level. */
export function levelOf(code: string): number {
  return Math.min(4, Math.max(1, 1 + Math.ceil((code.length - 1) / 2)));
}

/** Code one level up, `''` above level 1. */
export function parentOf(code: string): string {
  return code.length <= 1 ? '' : code.length <= 3 ? code.slice(0, 1) : code.slice(0, code.length - 2);
}

/** The code itself or the nearest one above it that is printed in the department, `''` if there is none. */
export function nearestPrinted(code: string, codes: ReadonlySet<string>): string {
  let above = code;
  while (above !== '' && !codes.has(above)) above = parentOf(above);
  return above;
}

/**
 * Settles the codes of one department: puts back a lost or misread letter and a lost or surplus digit where the
 * rows around leave one answer. Where they leave several, the code stays as printed and a finding says so.
 *
 * @param names level-1 names of the whole catalogue and their letters, for rows that lost the letter alone
 */
export function settleCodes(rows: readonly PrintedRow[], names: ReadonlyMap<string, string>): Settled {
  const findings: ConversionFinding[] = [];
  const settled: SettledRow[] = rows.map(({ line, printed, name, column, code }) => ({
    line,
    printed,
    name,
    column,
    code,
  }));
  const report = (
    row: SettledRow,
    status: 'decided' | 'undecided',
    message: string,
    expected?: string,
  ): void => {
    findings.push({
      rule: 'catalogue-code',
      status,
      place: { line: row.line },
      message,
      actual: row.printed,
      ...(expected === undefined ? {} : { expected }),
    });
  };

  // 1. Letters.
  settled.forEach((row, index) => {
    const part = partAt(settled, index);
    const letter = letterFor(row, part, index, settled, names);
    if (letter.code !== '') row.code = letter.code;
  });

  // 2. Digits: from the neighbors whose codes are whole.
  settled.forEach((row, index) => {
    if (whole.test(row.code)) return;
    const candidates = candidatesFor(settled, index);
    const best =
      candidates.length === 1 ? candidates[0] : candidates.find((code) => code === successor(settled, index));
    if (best !== undefined) row.code = best;
  });

  // 3. Codes that are not printed at all.
  settled.forEach((row, index) => {
    if (row.code === '' && row.printed === '') row.code = lostCode(settled, index) ?? '';
  });

  for (const row of settled) {
    const plain = row.printed.normalize('NFKC');
    // Nothing was read: what is printed stands for it.
    if (row.code === '') row.code = row.printed;
    if (row.code === '') {
      report(row, 'undecided', `第 ${row.line} 行的「${row.name}」没有印出代码，无法确定，未收入目录。`);
    } else if (!whole.test(row.code)) {
      report(row, 'undecided', `目录代码「${row.printed}」无法确定，按「${row.code}」保留。`);
    } else if (row.code !== plain.toUpperCase()) {
      report(row, 'decided', `目录代码「${row.printed}」按前后各行定为「${row.code}」。`, row.code);
    }
  }
  settled.forEach((row, index) => {
    const [before, after] = [settled[index - 1], settled[index + 1]];
    const letter = row.code[0];
    if (row.code.length < 2 || !before || before.code[0] === letter || !after || after.code[0] === letter)
      return;
    if (before.code[0] !== after.code[0]) return;
    report(row, 'undecided', `目录代码「${row.printed}」的字母与前后各行不同，按原文保留。`);
  });
  return { rows: settled.filter((row) => row.code !== ''), findings };
}

/** Letter of the part that a row stands in: that of the last level-1 row above, else of most rows. */
function partAt(rows: readonly SettledRow[], index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const code = rows[at]?.code ?? '';
    if (/^[A-Z]$/.test(code)) return code;
  }
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (whole.test(row.code)) counts.set(row.code[0] ?? '', (counts.get(row.code[0] ?? '') ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

/** The row's code with its letter: lost ones put back, wrong ones replaced where both neighbors and the tree agree. */
function letterFor(
  row: SettledRow,
  part: string,
  index: number,
  rows: readonly SettledRow[],
  names: ReadonlyMap<string, string>,
): { code: string } {
  const { code } = row;
  if (code === '') return { code: names.get(row.name) ?? '' };
  if (/^\d/.test(code)) {
    if (part === '') return { code };
    // An odd number of digits: the first may stand for the letter (`4160601`), if the rest fits.
    if (code.length % 2 === 1 && fits(`${part}${code.slice(1)}`, rows, index))
      return { code: part + code.slice(1) };
    return { code: part + code };
  }
  if (code.length === 1 && names.has(row.name)) return { code: names.get(row.name) ?? code };
  const wrong = code[0] !== part && part !== '' && code.length > 1;
  if (wrong && near(rows, index, -1) === part && near(rows, index, 1) !== code[0]) {
    const candidate = part + code.slice(1);
    if (fits(candidate, rows, index)) return { code: candidate };
  }
  return { code };
}

/** Letter of the nearest row above (-1) or below (1) that has one, else `''`. */
function near(rows: readonly SettledRow[], index: number, step: 1 | -1): string {
  for (let at = index + step; at >= 0 && at < rows.length; at += step) {
    const letter = rows[at]?.code[0] ?? '';
    if (/[A-Z]/.test(letter)) return letter;
  }
  return '';
}

/** Nearest whole code above or below, or undefined. */
function wholeNear(rows: readonly SettledRow[], index: number, step: 1 | -1): string | undefined {
  for (let at = index + step; at >= 0 && at < rows.length; at += step) {
    const code = rows[at]?.code ?? '';
    if (whole.test(code)) return code;
  }
  return undefined;
}

/** Whether a code may stand at a place: after the row above, before the row below, in the tree that leads there. */
function fits(code: string, rows: readonly SettledRow[], index: number): boolean {
  if (!whole.test(code)) return false;
  const above = wholeNear(rows, index, -1);
  const below = wholeNear(rows, index, 1);
  if (above !== undefined && above >= code) return false;
  if (below !== undefined && below.length > 1 && below[0] === code[0] && below <= code) return false;
  // Its parent is the row above itself or one that the row above belongs to.
  const parent = parentOf(code);
  return above === undefined || above.startsWith(parent);
}

/** Whole codes that are the printed one with one digit put in or taken out, and that fit between the neighbors. */
function candidatesFor(rows: readonly SettledRow[], index: number): string[] {
  const row = rows[index];
  if (!row || !/^[A-Z]\d+$/.test(row.code)) return [];
  const [letter, digits] = [row.code[0] ?? '', row.code.slice(1)];
  const found = new Set<string>();
  for (let at = 0; at <= digits.length; at++) {
    for (let digit = 0; digit <= 9; digit++)
      found.add(letter + digits.slice(0, at) + digit + digits.slice(at));
    if (at < digits.length) found.add(letter + digits.slice(0, at) + digits.slice(at + 1));
  }
  const below = wholeNear(rows, index, 1);
  const possible = [...found].filter((code) => fits(code, rows, index)).toSorted();
  const inColumn = possible.filter((code) => row.column === 0 || levelOf(code) === row.column);
  const chosen = inColumn.length > 0 ? inColumn : possible;
  // The row below hangs on this one: then its own code begins with it.
  const heads = chosen.filter((code) => below !== undefined && parentOf(below) === code);
  return heads.length > 0 ? heads : chosen;
}

/** Code of a row that prints only its name: the one that the sequence lacks, or that the row below hangs on. */
function lostCode(rows: readonly SettledRow[], index: number): string | undefined {
  const column = rows[index]?.column ?? 0;
  const below = wholeNear(rows, index, 1);
  const candidate =
    column === 4
      ? successor(rows, index)
      : below !== undefined && levelOf(below) === column + 1
        ? parentOf(below)
        : undefined;
  if (candidate === undefined || !fits(candidate, rows, index)) return undefined;
  // Siblings on both sides leave room for it only where the one below is the next but one.
  const sibling =
    column === 4 && below !== undefined && below.length === 7 && parentOf(below) === parentOf(candidate);
  return sibling && Number(below.slice(5)) !== Number(candidate.slice(5)) + 1 ? undefined : candidate;
}

/** The code that continues the sequence of the row above: its first child, or the next of its siblings. */
function successor(rows: readonly SettledRow[], index: number): string | undefined {
  const above = wholeNear(rows, index, -1);
  if (above === undefined) return undefined;
  if (above.length === 5) return `${above}01`;
  if (above.length !== 7) return undefined;
  return above.slice(0, 5) + String(Number(above.slice(5)) + 1).padStart(2, '0');
}
