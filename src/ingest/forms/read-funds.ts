import { isRead, type MoneyUnit } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine } from '../../schema/project.ts';
import { type FormRow, plain } from './cells-of.ts';
import { isFurtherLabel, readLabel } from './form-label.ts';
import { type FundScope, type FundSlot, footing, fundScopes } from './fund-slot.ts';
import { type FundPiece, readFundCell, sourceOf } from './read-fund-cell.ts';
import { settleFunds, toFundLines } from './settle-funds.ts';

type Placed = FundPiece & { column: number };

/** Where the labels of the two totals stand: the guide for rows that lost one half. */
interface Halves {
  left: number;
  right: number;
}

/** The money of a form, in its unit. */
export interface FundReading {
  funds: FundLine[];
  findings: ConversionFinding[];
  /** Halves of the grid that have a label: the period, the year, or both. */
  scopes: Set<FundScope>;
}

/**
 * Reads the money grid: two halves side by side, each a total and its sources, in the unit that the form states.
 * Where cells shifted, the sums decide; what they do not decide stays undecided.
 *
 * @param unit unit that the amounts are printed in; null where none is known, then no amount has a value
 */
export function readFunds(rows: FormRow[], unit: MoneyUnit | null): FundReading {
  const findings: ConversionFinding[] = [];
  const slots: FundSlot[] = [];
  const halves = findHalves(rows);
  const tails: { line: number; slot: FundSlot }[] = [];
  const half = onlyHalf(rows);
  for (const row of rows) readRow(row, slots, halves, half, tails, findings);
  if (!half) moveToHalf(slots, unit ?? '元');
  dropRepeatedTotal(slots, findings);
  for (const { line, slot } of tails) restoreLeft(line, slot, slots, findings);
  settleFunds(slots, unit ?? '元', findings);
  const funds = toFundLines(slots, unit ?? '元');
  const scopes = new Set(slots.map(({ scope }) => scope));
  return { funds: unit ? funds : withoutUnit(funds, findings), findings, scopes };
}

/** Amounts of a form that says nothing of their unit have no value. */
function withoutUnit(funds: FundLine[], findings: ConversionFinding[]): FundLine[] {
  const first = funds.find(({ total, annual }) => isRead(total) || isRead(annual));
  if (first)
    findings.push({
      rule: 'money-unit-missing',
      status: 'undecided',
      place: { line: first.line },
      message: '绩效目标表没有印出金额单位，金额未取值。',
    });
  const open = (figure: FundLine['total']) =>
    isRead(figure) ? { printed: figure.printed, undecided: '金额单位未知' } : figure;
  return funds.map((line) => ({ ...line, total: open(line.total), annual: open(line.annual) }));
}

/**
 * The half that all of the grid is: the one that its labels name, the year where they name none. Null where a row has both,
 * one source on either side.
 */
function onlyHalf(rows: FormRow[]): FundScope | null {
  const named = new Set<FundScope>();
  for (const row of rows) {
    const labels = piecesOf(row).filter((piece) => piece.kind === 'label');
    for (const { scope } of labels) if (scope) named.add(scope);
    if (new Set(labels.map(({ source }) => source)).size < labels.length) return null;
    const amounts = piecesOf(row).filter(({ kind }) => kind === 'amount').length;
    if (labels.length > 0 && amounts > labels.length) return null;
  }
  const [scope = '年度', other] = named;
  return other ? null : scope;
}

/** Where the totals of both halves stand above sources that are printed once, the sources are of the total that they come to. */
function moveToHalf(slots: FundSlot[], unit: MoneyUnit): void {
  const parts = slots.filter(({ source }) => source !== '合计');
  const rows = new Set(parts.map(({ row }) => row));
  if (rows.size < parts.length || parts.length === 0) return;
  const [now] = parts;
  const fits = fundScopes.filter((scope) => {
    const moved = parts.map((slot) => ({ ...slot, scope }));
    return footing([...slots.filter((slot) => !parts.includes(slot)), ...moved], scope, unit) === 'holds';
  });
  const [scope, other] = fits;
  if (!scope || other || parts.some((slot) => slot.scope !== now?.scope)) return;
  for (const slot of parts) slot.scope = scope;
}

/** Leaves out a total without a half of its own that repeats one printed above. */
function dropRepeatedTotal(slots: FundSlot[], findings: ConversionFinding[]): void {
  const totals = slots.filter(({ source, printed }) => source === '合计' && printed !== null);
  const [first, second, third] = totals;
  if (!first || !second || !third || first.scope === second.scope) return;
  if (![first, second].some(({ printed }) => printed === third.printed)) return;
  slots.splice(slots.indexOf(third), 1);
  findings.push({
    rule: 'fund-total-repeated',
    status: 'decided',
    place: { line: third.line },
    message: `本行的合计「${third.printed}」是上面已印出的资金总额，只计一次。`,
  });
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
    .filter((cell, index) => !isGridLabel(cell.text) && !isOfExecution(row.cells, index))
    .flatMap((cell) => readFundCell(cell.text).map((piece) => ({ ...piece, column: cell.column })));
}

/** The name of the grid beside its rows, whole or broken: 项目资金（万元）, 资金. */
function isGridLabel(text: string): boolean {
  return (
    (readLabel(text)?.label.kind === 'money' && sourceOf(text) === null) ||
    /^(项目|资金)?(\([千万百亿]*元\))?$/.test(plain(text))
  );
}

/** 执行率分值（10分） beside the money, and its points. */
function isOfExecution(cells: FormRow['cells'], index: number): boolean {
  const [before = '', text = ''] = [cells[index - 1]?.text, cells[index]?.text];
  return isFurtherLabel(text) || (isFurtherLabel(before) && /^\d{1,3}(\.0+)?%?$/.test(plain(text)));
}

function readRow(
  row: FormRow,
  slots: FundSlot[],
  halves: Halves,
  half: FundScope | null,
  tails: { line: number; slot: FundSlot }[],
  findings: ConversionFinding[],
): void {
  const pieces = known(piecesOf(row), row.line, findings);
  const labels = pieces.filter((piece) => piece.kind === 'label');
  const amounts = pieces.filter((piece) => piece.kind === 'amount');
  const own = labels.map((label): FundSlot => {
    return {
      source: label.source,
      scope: label.scope ?? half ?? '实施期',
      line: row.line,
      row: row.row,
      column: label.column,
      printed: null,
      isCertain: true,
    };
  });
  if (!half) setScopes(own, labels, halves);
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

/** The pieces but labels of no known source, and the amounts in the cells behind them. */
function known(pieces: Placed[], line: number, findings: ConversionFinding[]): Placed[] {
  const isOfOther = (piece: Placed, index: number) => {
    const before = pieces[index - 1];
    return piece.kind === 'amount' && before?.kind === 'other' && before.column < piece.column;
  };
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'other') findings.push(unreadLabel(line, piece.text));
    else if (piece.kind === 'amount' && isOfOther(piece, index)) findings.push(unplaced(line, piece.printed));
  }
  return pieces.filter((piece, index) => piece.kind !== 'other' && !isOfOther(piece, index));
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
  const above = slots.at(-1)?.row;
  const open = slots.filter((slot) => slot.row === above && slot.printed === null);
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
