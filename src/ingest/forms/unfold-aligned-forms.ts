import type { ConversionFinding } from '../../schema/finding.ts';
import type { SourceLine } from '../source-line.ts';
import { displayWidth } from '../text/display-width.ts';
import { cellsOf } from './cells-of.ts';
import { isFormTitle } from './find-forms.ts';
import { isFootRow } from './is-foot-row.ts';

/** A stretch of a line between runs of blanks, and the display column that it begins in. */
interface Piece {
  text: string;
  start: number;
}

/**
 * Gives forms whose cells are aligned with blanks the cells that their columns tell: two blanks part cells, and cells
 * that begin one below the other are of one column. Forms with single blanks stay as they are.
 *
 * @param forms first lines of the forms whose cells nothing tells
 */
export function unfoldAlignedForms(
  lines: SourceLine[],
  forms: SourceLine[],
): { lines: SourceLine[]; findings: ConversionFinding[] } {
  const unfolded = [...lines];
  const findings: ConversionFinding[] = [];
  for (const first of forms) {
    const start = lines.indexOf(first);
    const end = endOfForm(lines, start);
    const rows = lines.slice(start, end).map(({ text }) => piecesOf(text));
    const columns = columnsOf(rows.flat());
    // A form has more columns than the two that a list of labels with their texts has.
    if (columns.length < 4) continue;
    rows.forEach((pieces, index) => {
      const { line } = lines[start + index] as SourceLine;
      const cells = columns.map(() => '');
      for (const { text, start: at } of pieces) {
        const column = columns.findLastIndex((one) => one <= at);
        cells[column] = [cells[column], text].filter(Boolean).join(' ');
      }
      if (pieces.length > 0) unfolded[start + index] = { text: cells.join('\t'), line };
    });
    findings.push({
      rule: 'cells-by-blanks',
      status: 'decided',
      place: { line: first.line },
      message: '从本行起的绩效目标表的单元格以空格分隔，已按对齐位置分栏',
    });
  }
  return { lines: unfolded, findings };
}

/** Behind the foot of the form, or where another one or other text begins. */
function endOfForm(lines: SourceLine[], start: number): number {
  for (let index = start + 1; index < lines.length; index++) {
    const { text } = lines[index] as SourceLine;
    if (isFormTitle(text) || /^#|^[一二三四五六七八九十]+、|^第.部分/.test(text.trim())) return index;
    if (isFootRow(cellsOf({ text: text.trim().replace(/ {2,}/g, '\t'), line: 1 }))) return index + 1;
  }
  return lines.length;
}

function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/\S+(?:[ \u3000]\S+)*/g)].map((match) => ({
    text: match[0],
    start: displayWidth(text.slice(0, match.index)),
  }));
}

/** Where columns begin: places that are at most one apart are one. */
function columnsOf(pieces: Piece[]): number[] {
  const starts = [...new Set(pieces.map(({ start }) => start))].sort((a, b) => a - b);
  return starts.filter((start, index) => start - (starts[index - 1] ?? -9) > 1);
}
