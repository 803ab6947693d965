import type { ConversionFinding } from '../../schema/finding.ts';
import { candidatesFor, lostCode } from './code-digits.ts';
import { letterFor } from './code-letter.ts';
import { successor } from './code-neighbors.ts';
import { wholeCode } from './code-tree.ts';
import type { PrintedRow } from './read-lines.ts';
import type { SettledRow } from './settled-row.ts';

export interface Settled {
  rows: SettledRow[];
  findings: ConversionFinding[];
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
    row.code = letterFor(settled, index, names) || row.code;
  });

  // 2. Digits: from the neighbors whose codes are whole.
  settled.forEach((row, index) => {
    if (wholeCode.test(row.code)) return;
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
    } else if (!wholeCode.test(row.code)) {
      report(row, 'undecided', `目录代码「${row.printed}」无法确定，按「${row.code}」保留。`);
    } else if (row.code !== plain.toUpperCase()) {
      const seen = row.printed === '' ? `第 ${row.line} 行没有印出代码，` : `目录代码「${row.printed}」`;
      report(row, 'decided', `${seen}按前后各行定为「${row.code}」。`, row.code);
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
