import type { MoneyUnit } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine } from '../../schema/project.ts';
import { type FormRow, plain } from './cells-of.ts';
import type { FundScope, FundSlot } from './fund-slot.ts';
import { type FundPiece, readFundCell } from './read-fund-cell.ts';
import { settleFunds, toFundLines } from './settle-funds.ts';

type Placed = FundPiece & { column: number };

/** Where the labels of the two totals stand: the guide for rows that lost one half. */
interface Halves {
  left: number;
  right: number;
}

/**
 * Reads the money grid: two halves side by side, each a total and its sources, in the unit that the form states.
 * Where cells shifted, the sums decide; what they do not decide stays undecided.
 */
export function readFunds(rows: FormRow[]): { funds: FundLine[]; findings: ConversionFinding[] } {
  const findings: ConversionFinding[] = [];
  const unit: MoneyUnit = rows.some((row) => row.cells.some((cell) => /\(万元\)/.test(plain(cell.text))))
    ? '万元'
    : '元';
  const slots: FundSlot[] = [];
  const halves = findHalves(rows);
  const tails: { line: number; slot: FundSlot }[] = [];
  for (const row of rows) readRow(row, slots, halves, tails, findings);
  for (const { line, slot } of tails) restoreLeft(line, slot, slots, findings);
  settleFunds(slots, unit, findings);
  return { funds: toFundLines(slots, unit), findings };
}

function findHalves(rows: FormRow[]): Halves {
  let [left, right] = [Number.NaN, Number.NaN];
  for (const cell of rows.flatMap((row) => row.cells)) {
    for (const piece of readFundCell(cell.text)) {
      if (piece.kind !== 'label' || piece.scope === null) continue;
      if (piece.scope === '年度') right = cell.column;
      else left = cell.column;
    }
  }
  // A grid with the total of the year alone has no other half.
  if (Number.isNaN(left)) left = Number.isNaN(right) ? 1 : Number.POSITIVE_INFINITY;
  return { left, right: Number.isNaN(right) ? Number.POSITIVE_INFINITY : right };
}

function piecesOf(row: FormRow): Placed[] {
  return row.cells
    .filter((cell) => !/^(项目|资金|项目资金|资金情况)?(\((万|亿)?元\))?$/.test(plain(cell.text)))
    .flatMap((cell) => readFundCell(cell.text).map((piece) => ({ ...piece, column: cell.column })));
}

function readRow(
  row: FormRow,
  slots: FundSlot[],
  halves: Halves,
  tails: { line: number; slot: FundSlot }[],
  findings: ConversionFinding[],
): void {
  const pieces = piecesOf(row);
  const labels = pieces.filter((piece) => piece.kind === 'label');
  const amounts = pieces.filter((piece) => piece.kind === 'amount');
  for (const piece of pieces) if (piece.kind === 'other') findings.push(unreadLabel(row.line, piece.text));
  const own = labels.map((label): FundSlot => {
    return {
      source: label.source,
      scope: label.scope ?? '实施期',
      line: row.line,
      column: label.column,
      printed: null,
      isCertain: true,
    };
  });
  setScopes(own, labels, halves);
  const order = pieces
    .flatMap((piece) => (piece.kind === 'label' ? 'L' : piece.kind === 'amount' ? 'A' : []))
    .join('');
  if (own.length === 0) placeBelow(amounts, row, slots, findings);
  else if (/^(LA?)*$/.test(order)) {
    let next = -1;
    for (const piece of pieces) {
      if (piece.kind === 'label') next++;
      else if (piece.kind === 'amount') (own[next] as FundSlot).printed = piece.printed;
    }
  } else placeByOrder(own, amounts, halves, row, findings);
  const [right] = own;
  if (own.length === 1 && right?.scope === '年度' && pieces[0]?.kind === 'tail')
    tails.push({ line: row.line, slot: right });
  slots.push(...own);
}

/** Two labels of one row are the two halves in their order; a single one is placed by its column. */
function setScopes(own: FundSlot[], labels: { scope: FundScope | null }[], halves: Halves): void {
  const [left, right] = own;
  if (!left || labels[0]?.scope) {
    if (right && left && right.scope === left.scope) right.scope = other(left.scope);
    return;
  }
  if (right) {
    left.scope = labels[1]?.scope ? other(right.scope) : '实施期';
    right.scope = other(left.scope);
  } else
    left.scope =
      Math.abs(left.column - halves.right) < Math.abs(left.column - halves.left) ? '年度' : '实施期';
}

function other(scope: FundScope): FundScope {
  return scope === '年度' ? '实施期' : '年度';
}

/** Amounts on a line of their own belong to the labels above that have none. */
function placeBelow(
  amounts: { printed: string; column: number }[],
  row: FormRow,
  slots: FundSlot[],
  findings: ConversionFinding[],
): void {
  const line = slots.at(-1)?.line;
  const open = slots.filter((slot) => slot.line === line && slot.printed === null);
  if (amounts.length === 1 && open.length === 2) {
    const [left, right] = open as [FundSlot, FundSlot];
    const target = (amounts[0]?.column ?? 0) >= right.column ? right : left;
    target.printed = amounts[0]?.printed ?? null;
    target.isCertain = false;
  } else if (amounts.length === open.length) {
    open.forEach((slot, index) => {
      slot.printed = amounts[index]?.printed ?? null;
    });
  } else for (const amount of amounts) findings.push(unplaced(row.line, amount.printed));
}

/** A row whose cells do not alternate between label and amount: its amounts are taken in their printed order. */
function placeByOrder(
  own: FundSlot[],
  amounts: { printed: string; column: number }[],
  halves: Halves,
  row: FormRow,
  findings: ConversionFinding[],
): void {
  const [first] = own;
  if (own.length === 1 && first && amounts.length === 2) {
    // One of the two labels was lost: both halves of a row name the same source.
    const twin: FundSlot = { ...first, scope: other(first.scope), column: halves.right };
    if (first.scope === '实施期') own.push(twin);
    else own.unshift(twin);
  }
  for (const slot of own) slot.isCertain = false;
  if (amounts.length === own.length) {
    own.forEach((slot, index) => {
      slot.printed = amounts[index]?.printed ?? null;
    });
  } else if (amounts.length === 1 && own.length === 2) {
    const slot = (amounts[0]?.column ?? 0) < (own[1]?.column ?? 0) ? own[0] : own[1];
    if (slot) slot.printed = amounts[0]?.printed ?? null;
  } else for (const amount of amounts) findings.push(unplaced(row.line, amount.printed));
}

/** The left label was covered by the rest of a wrapped one: it is the same as the right one, if the half lacks it. */
function restoreLeft(line: number, slot: FundSlot, slots: FundSlot[], findings: ConversionFinding[]): void {
  if (slots.some((one) => one.scope === '实施期' && one.source === slot.source)) return;
  slots.push({ ...slot, scope: '实施期', printed: null, column: 0 });
  findings.push({
    rule: 'fund-label-lost',
    status: 'decided',
    place: { line },
    message: `左栏标签被上一行折行的残字占去，按右栏补为「${slot.source}」，左栏金额未印出。`,
  });
}

function unreadLabel(line: number, text: string): ConversionFinding {
  return {
    rule: 'fund-label-unread',
    status: 'undecided',
    place: { line },
    message: `资金栏中「${text}」不是已知的资金来源，所在格未计入。`,
    actual: text,
  };
}

function unplaced(line: number, printed: string): ConversionFinding {
  return {
    rule: 'amount-unplaced',
    status: 'undecided',
    place: { line },
    message: `金额「${printed}」没有对应的资金来源，未计入。`,
    actual: printed,
  };
}
