import type { ConversionFinding } from '../../schema/finding.ts';
import type { TablePart } from './find-parts.ts';
import type { GridLine } from './read-grid.ts';

/** Letters that digits are read as. */
const digits: Record<string, string> = { O: '0', o: '0', l: '1', I: '1', '|': '1', S: '5', B: '8' };

/** Whether a cell is a code with letters for some of its digits: `213O301`. */
export function isMisreadCode(cell: string): boolean {
  return /^[\dOolI|SB]{3,9}$/.test(cell) && /[OolI|SB]/.test(cell) && (cell.match(/\d/g)?.length ?? 0) >= 2;
}

/**
 * Puts right the codes that were read with letters for digits, where the digits make a code whose 类 or 款 stands above
 * it, or that of a 类 whose own follow. Others stay as printed.
 */
export function mendCodes(parts: TablePart[]): { parts: TablePart[]; findings: ConversionFinding[] } {
  const findings: ConversionFinding[] = [];
  const rows = parts.flatMap((part) => part.rows);
  const above = new Set<string>();
  const mended = new Map(rows.map((row, index) => [row, mendRow(row, index)]));
  return {
    parts: parts.map((part) => ({ ...part, rows: part.rows.map((row) => mended.get(row) ?? row) })),
    findings,
  };

  function mendRow(row: GridLine, index: number): GridLine {
    const cells = row.cells.map((cell) => {
      const code = isMisreadCode(cell) ? mend(cell, index) : undefined;
      if (code !== undefined) findings.push(decision(row.line, cell, code));
      const settled = code ?? cell;
      if (/^(?:\d{3}|\d{5})$/.test(settled)) above.add(settled);
      return settled;
    });
    return { ...row, cells };
  }

  function mend(cell: string, index: number): string | undefined {
    const code = [...cell].map((sign) => digits[sign] ?? sign).join('');
    if (code.length === 5 || code.length === 7) return above.has(code.slice(0, -2)) ? code : undefined;
    const next = rows[index + 1]?.cells ?? [];
    const isFollowed = next.some((other) => /^\d{5}$/.test(other) && other.startsWith(code));
    return code.length === 3 && isFollowed ? code : undefined;
  }

  function decision(line: number, cell: string, code: string): ConversionFinding {
    const parent = code.length > 3 ? `其上有「${code.slice(0, -2)}」` : `其下有「${code}」的款`;
    return {
      rule: 'code-mended',
      status: 'decided',
      place: { line },
      message: `第${line}行科目编码印作「${cell}」，${parent}，读作「${code}」`,
      actual: cell,
      expected: code,
    };
  }
}
