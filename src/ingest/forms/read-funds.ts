import { type Figure, isRead, type MoneyUnit, yuanOf } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, FundSource } from '../../schema/project.ts';
import { readFigure } from '../../schema/read-figure.ts';
import { type FormRow, plain } from './cells-of.ts';
import { type FundPiece, readFundCell } from './read-fund-cell.ts';

type Scope = '实施期' | '年度';

/** Place of one amount: a source in one half of the grid. */
interface Slot {
  source: FundSource;
  scope: Scope;
  line: number;
  column: number;
  printed: string | null;
  /** Whether the amount stands right after its label, and the label is printed. */
  isCertain: boolean;
}

type Placed = FundPiece & { column: number };

/** Where the labels of the two totals stand: the guide for rows that lost one half. */
interface Halves {
  left: number;
  right: number;
}

const scopes: readonly Scope[] = ['实施期', '年度'];

/**
 * Reads the money grid: two halves side by side, each a total and its sources, in the unit that the form states.
 * Where cells shifted, the sums decide; what they do not decide stays undecided.
 */
export function readFunds(rows: FormRow[]): { funds: FundLine[]; findings: ConversionFinding[] } {
  const findings: ConversionFinding[] = [];
  const unit: MoneyUnit = rows.some((row) => row.cells.some((cell) => /\(万元\)/.test(plain(cell.text))))
    ? '万元'
    : '元';
  const slots: Slot[] = [];
  const halves = findHalves(rows);
  const tails: { line: number; slot: Slot }[] = [];
  for (const row of rows) readRow(row, slots, halves, tails, findings);
  for (const { line, slot } of tails) restoreLeft(line, slot, slots, findings);
  settle(slots, unit, findings);
  for (const slot of slots) {
    const figure = figureOf(slot, unit);
    if (figure && !isRead(figure)) findings.push(unreadFigure(slot, figure.undecided));
  }
  return { funds: toLines(slots, unit), findings };
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
  slots: Slot[],
  halves: Halves,
  tails: { line: number; slot: Slot }[],
  findings: ConversionFinding[],
): void {
  const pieces = piecesOf(row);
  const labels = pieces.filter((piece) => piece.kind === 'label');
  const amounts = pieces.filter((piece) => piece.kind === 'amount');
  for (const piece of pieces) if (piece.kind === 'other') findings.push(unreadLabel(row.line, piece.text));
  const own = labels.map((label): Slot => {
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
      else if (piece.kind === 'amount') (own[next] as Slot).printed = piece.printed;
    }
  } else placeByOrder(own, amounts, halves, row, findings);
  const [right] = own;
  if (own.length === 1 && right?.scope === '年度' && pieces[0]?.kind === 'tail')
    tails.push({ line: row.line, slot: right });
  slots.push(...own);
}

/** Two labels of one row are the two halves in their order; a single one is placed by its column. */
function setScopes(own: Slot[], labels: { scope: Scope | null }[], halves: Halves): void {
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

function other(scope: Scope): Scope {
  return scope === '年度' ? '实施期' : '年度';
}

/** Amounts on a line of their own belong to the labels above that have none. */
function placeBelow(
  amounts: { printed: string; column: number }[],
  row: FormRow,
  slots: Slot[],
  findings: ConversionFinding[],
): void {
  const line = slots.at(-1)?.line;
  const open = slots.filter((slot) => slot.line === line && slot.printed === null);
  if (amounts.length === 1 && open.length === 2) {
    const [left, right] = open as [Slot, Slot];
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
  own: Slot[],
  amounts: { printed: string; column: number }[],
  halves: Halves,
  row: FormRow,
  findings: ConversionFinding[],
): void {
  const [first] = own;
  if (own.length === 1 && first && amounts.length === 2) {
    // One of the two labels was lost: both halves of a row name the same source.
    const twin: Slot = { ...first, scope: other(first.scope), column: halves.right };
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
function restoreLeft(line: number, slot: Slot, slots: Slot[], findings: ConversionFinding[]): void {
  if (slots.some((one) => one.scope === '实施期' && one.source === slot.source)) return;
  slots.push({ ...slot, scope: '实施期', printed: null, column: 0 });
  findings.push({
    rule: 'fund-label-lost',
    status: 'decided',
    place: { line },
    message: `左栏标签被上一行折行的残字占去，按右栏补为「${slot.source}」，左栏金额未印出。`,
  });
}

/** Lets the sums decide what position leaves open: each half's total is the sum of its sources. */
function settle(slots: Slot[], unit: MoneyUnit, findings: ConversionFinding[]): void {
  const isSound = () => scopes.every((scope) => footing(slots, scope, unit) !== 'differs');
  const doubtful = [...new Set(slots.filter((slot) => !slot.isCertain).map((slot) => slot.line))];
  if (isSound()) {
    for (const line of doubtful) {
      if (!scopes.every((scope) => footing(slots, scope, unit) === 'holds')) continue;
      findings.push(decided(line, '本行金额与标签错位，按印出次序归栏，合计与各来源之和相符。'));
    }
    return;
  }
  const lines = doubtful.length > 0 ? doubtful : [...new Set(slots.map((slot) => slot.line))];
  const swaps = lines.filter((line) => {
    const [left, right] = slots.filter((slot) => slot.line === line);
    if (!left || !right || left.printed === right.printed) return false;
    swap(left, right);
    const holds = isSound();
    const isPlausible = holds && !isAnnualLarger(slots, unit);
    swap(left, right);
    return isPlausible;
  });
  const [line] = swaps;
  if (swaps.length === 1 && line !== undefined) {
    const [left, right] = slots.filter((slot) => slot.line === line) as [Slot, Slot];
    swap(left, right);
    findings.push(decided(line, '本行左右两栏金额互换后，合计与各来源之和相符，按此归栏。'));
    return;
  }
  for (const slot of slots) if (swaps.includes(slot.line)) slot.isCertain = false;
  for (const scope of scopes) {
    if (footing(slots, scope, unit) === 'differs')
      findings.push(differing(slots, scope, unit, doubtful.length > 0));
  }
}

function swap(left: Slot, right: Slot): void {
  [left.printed, right.printed] = [right.printed, left.printed];
}

/** A year cannot be granted more than the whole period. */
function isAnnualLarger(slots: Slot[], unit: MoneyUnit): boolean {
  const [total, annual] = scopes.map((scope) =>
    yuanOf(
      figureOf(
        slots.find((slot) => slot.scope === scope && slot.source === '合计'),
        unit,
      ),
    ),
  );
  return total !== undefined && annual !== undefined && annual > total;
}

/** Whether the total of one half is the sum of its sources; `unknown` where a figure of it is missing. */
function footing(slots: Slot[], scope: Scope, unit: MoneyUnit): 'holds' | 'differs' | 'unknown' {
  const own = slots.filter((slot) => slot.scope === scope);
  const total = yuanOf(
    figureOf(
      own.find((slot) => slot.source === '合计'),
      unit,
    ),
  );
  const parts = partsOf(own).map((slot) => yuanOf(figureOf(slot, unit)));
  if (total === undefined || parts.length === 0 || parts.some((part) => part === undefined)) return 'unknown';
  return (parts as number[]).reduce((a, b) => a + b, 0) === total ? 'holds' : 'differs';
}

/** The printed sources; 财政拨款 contains what is printed as 中央, 省级 and 市县 beside it. */
function partsOf(own: Slot[]): Slot[] {
  const printed = own.filter((slot) => slot.source !== '合计' && slot.printed !== null);
  const isWhole = printed.some((slot) => slot.source === '财政拨款');
  return isWhole ? printed.filter((slot) => !['中央', '省级', '市县'].includes(slot.source)) : printed;
}

function figureOf(slot: Slot | undefined, unit: MoneyUnit): Figure | null {
  return slot?.printed == null ? null : readFigure(slot.printed, unit);
}

const order: FundSource[] = ['合计', '财政拨款', '中央', '省级', '市县', '自筹', '其他'];

/** One line a source; a form that prints a source twice (市级 and 县级 both) keeps both lines. */
function toLines(slots: Slot[], unit: MoneyUnit): FundLine[] {
  const read = (slot: Slot | undefined): Figure | null => {
    const figure = figureOf(slot, unit);
    if (!slot || slot.isCertain || !isRead(figure) || footing(slots, slot.scope, unit) === 'holds')
      return figure;
    return { printed: figure.printed, undecided: '所属栏目存疑' };
  };
  return order.flatMap((source): FundLine[] => {
    const totals = slots.filter((slot) => slot.source === source && slot.scope === '实施期');
    const annuals = slots.filter((slot) => slot.source === source && slot.scope === '年度');
    return Array.from({ length: Math.max(totals.length, annuals.length) }, (_, index) => ({
      source,
      total: read(totals[index]),
      annual: read(annuals[index]),
      line: Math.min(
        totals[index]?.line ?? Number.MAX_SAFE_INTEGER,
        annuals[index]?.line ?? Number.MAX_SAFE_INTEGER,
      ),
    }));
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

function unreadFigure(slot: Slot, reason: string): ConversionFinding {
  return {
    rule: 'amount-unread',
    status: 'undecided',
    place: { line: slot.line },
    message: `${slot.scope}资金「${slot.source}」印作「${slot.printed}」：${reason}。`,
    actual: slot.printed ?? '',
  };
}

function decided(line: number, message: string): ConversionFinding {
  return { rule: 'fund-shift-decided', status: 'decided', place: { line }, message };
}

function differing(slots: Slot[], scope: Scope, unit: MoneyUnit, isDoubtful: boolean): ConversionFinding {
  const total = slots.find((slot) => slot.scope === scope && slot.source === '合计');
  const sum = partsOf(slots.filter((slot) => slot.scope === scope)).reduce(
    (value, slot) => value + (yuanOf(figureOf(slot, unit)) ?? 0),
    0,
  );
  return {
    rule: 'fund-footing',
    status: isDoubtful ? 'undecided' : 'note',
    place: { line: total?.line ?? 1 },
    message: `${scope}资金总额「${total?.printed ?? ''}」与各来源之和「${sum}」元不符。`,
    actual: total?.printed ?? '',
    expected: String(sum),
  };
}
