import type { FormRow } from './cells-of.ts';
import type { Sheet } from './find-forms.ts';
import { readLabel } from './form-label.ts';
import { isFootRow } from './is-foot-row.ts';
import { isIndicatorRow } from './is-indicator-row.ts';
import { readFundCell } from './read-fund-cell.ts';
import { readLevel1, readLevel2 } from './read-level.ts';

/** The rows of a sheet by the part of the form that they belong to. */
export interface SheetParts {
  head: FormRow[];
  funds: FormRow[];
  texts: FormRow[];
  indicators: FormRow[];
  foot: FormRow[];
}

/** Divides a sheet into its parts by the labels of its rows; rows without a label stay with the part above them. */
export function splitSheet(sheet: Sheet): SheetParts {
  const parts: SheetParts = { head: [], funds: [], texts: [], indicators: [], foot: [] };
  let part: keyof SheetParts = 'head';
  for (const row of sheet.rows) {
    part = partOf(row, part);
    parts[part].push(row);
  }
  return parts;
}

const rank: (keyof SheetParts)[] = ['head', 'funds', 'texts', 'indicators', 'foot'];

function partOf(row: FormRow, current: keyof SheetParts): keyof SheetParts {
  const readings = row.cells.map((cell) => readLabel(cell.text)?.label);
  const reached = (part: keyof SheetParts) => rank.indexOf(current) >= rank.indexOf(part);
  if (isFootRow(row)) return 'foot';
  if (current === 'head' && readings[0]?.kind === 'head') return 'head';
  if (current === 'foot') return 'foot';
  if (readings.some((label) => label?.kind === 'column')) return 'indicators';
  if (readings[0]?.kind === 'indicators' && row.cells.length > 1) return 'indicators';
  const levels = row.cells.filter((cell) => readLevel2(cell.text) || readLevel1(cell.text)).length;
  if (reached('indicators')) return 'indicators';
  if (levels > 0 && (reached('texts') || levels >= 2)) return 'indicators';
  if (current === 'texts' && !readings.some((label) => label) && isIndicatorRow(row)) return 'indicators';
  const first = readings[0]?.kind;
  if (first === 'text' || first === 'goals' || row.cells[0]?.text === '总体') return 'texts';
  if (readings.some((label) => label?.kind === 'goal')) return 'texts';
  if (reached('texts')) return 'texts';
  if (readings.some((label) => label?.kind === 'money') || holdsFunds(row)) return 'funds';
  if (current === 'head' && readings.some((label) => label?.kind === 'head')) return 'head';
  return current;
}

function holdsFunds(row: FormRow): boolean {
  return row.cells.some((cell) => readFundCell(cell.text).some((piece) => piece.kind === 'label'));
}
