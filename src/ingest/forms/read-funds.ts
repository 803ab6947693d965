import { type Figure, isRead, type MoneyUnit, yuanOf } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, FundSource } from '../../schema/project.ts';
import { readFigure } from '../../schema/read-figure.ts';
import { type FormRow, plain } from './cells-of.ts';
import { readFundCell } from './read-fund-cell.ts';

/** A finding without its project number, which is known only when all sheets are joined. */
export type SheetFinding = ConversionFinding;

interface Slot {
  source: FundSource;
  scope: '实施期' | '年度';
  line: number;
  column: number;
  printed: string | null;
  /** Whether the amount stands where its label says, or was placed by us. */
  certain: boolean;
}

interface Amount {
  printed: string;
  line: number;
  column: number;
}

/** Reads the money grid: two halves side by side, each a total and its sources, in the unit that the form states. */
export function readFunds(rows: FormRow[]): { funds: FundLine[]; findings: SheetFinding[] } {
  const findings: SheetFinding[] = [];
  const unit: MoneyUnit = rows.some((row) => row.cells.some((cell) => /\(万元\)/.test(plain(cell.text))))
    ? '万元'
    : '元';
  const slots: Slot[] = [];
  const divide = columnOfAnnualHalf(rows);
  for (const row of rows) readRow(row, slots, divide, findings);
  settle(slots, unit, findings);
  return { funds: toLines(slots, unit), findings };
}

/** Column of the label of the annual total, which parts the two halves. */
function columnOfAnnualHalf(rows: FormRow[]): number {
  for (const row of rows) {
    for (const cell of row.cells) {
      const pieces = readFundCell(cell.text);
      if (pieces.some((piece) => piece.kind === 'label' && piece.scope === '年度')) return cell.column;
    }
  }
  return Number.POSITIVE_INFINITY;
}

function readRow(row: FormRow, slots: Slot[], divide: number, findings: SheetFinding[]): void {
  const own: Slot[] = [];
  const amounts: Amount[] = [];
  let tails = 0;
  let regular = true;
  for (const cell of row.cells) {
    if (/^项目资金|^资金情况/.test(plain(cell.text)) && !/总额/.test(cell.text)) continue;
    for (const piece of readFundCell(cell.text)) {
      if (piece.kind === 'label') {
        own.push({
          source: piece.source,
          scope: piece.scope ?? '实施期',
          line: row.line,
          column: cell.column,
          printed: null,
          certain: true,
        });
        if (piece.scope === null)
          (own.at(-1) as Slot).scope = own.length > 1 ? '年度' : scopeAt(cell.column, divide, row);
      } else if (piece.kind === 'amount') {
        const amount = { printed: piece.printed, line: row.line, column: cell.column };
        const target = own.at(-1);
        if (target && target.printed === null) target.printed = amount.printed;
        else {
          amounts.push(amount);
          regular = false;
        }
      } else if (piece.kind === 'tail') tails++;
      else if (piece.kind === 'other') {
        findings.push({
          rule: 'fund-label-unread',
          status: 'undecided',
          place: { line: row.line },
          message: `资金栏中「${piece.text}」不是已知的资金来源，所在格未计入。`,
          actual: piece.text,
        });
      }
    }
  }
  fixScopes(own);
  if (own.length === 1 && tails > 0 && own[0]?.scope === '年度') {
    const right = own[0];
    findings.push({
      rule: 'fund-label-lost',
      status: 'decided',
      place: { line: row.line },
      message: `左栏标签被上一行折行的残字占去，按右栏补为「${right.source}」，左栏金额未印出。`,
    });
    own.unshift({ ...right, scope: '实施期', printed: amounts.shift()?.printed ?? null, column: 0 });
  }
  if (!regular && own.length === 0) placeBelow(amounts, slots, findings);
  else if (amounts.length > 0) placeInRow(amounts, own, row, findings);
  slots.push(...own);
}

function scopeAt(column: number, divide: number, row: FormRow): '实施期' | '年度' {
  // A shift of one cell is common, two halves are further apart.
  return row.cells.length <= 3 && column >= divide ? '年度' : '实施期';
}

/** Two labels of one row are the two halves, in the order in which the totals stand. */
function fixScopes(own: Slot[]): void {
  const [left, right] = own;
  if (own.length === 2 && left && right && left.scope === right.scope)
    right.scope = left.scope === '年度' ? '实施期' : '年度';
}

/** Amounts on a line of their own belong to the labels above that have none. */
function placeBelow(amounts: Amount[], slots: Slot[], findings: SheetFinding[]): void {
  const line = slots.at(-1)?.line;
  const open = slots.filter((slot) => slot.line === line && slot.printed === null);
  if (open.length === amounts.length && open.length > 0) {
    open.forEach((slot, index) => {
      slot.printed = amounts[index]?.printed ?? null;
    });
    return;
  }
  if (amounts.length === 1 && open.length === 2) {
    const [left, right] = open as [Slot, Slot];
    const amount = amounts[0] as Amount;
    const target = amount.column >= right.column ? right : left;
    target.printed = amount.printed;
    target.certain = false;
    return;
  }
  for (const amount of amounts) {
    findings.push({
      rule: 'amount-unplaced',
      status: 'undecided',
      place: { line: amount.line },
      message: `金额「${amount.printed}」没有对应的资金来源，未计入。`,
      actual: amount.printed,
    });
  }
}

/** Amounts of a row whose cells do not alternate between label and amount. */
function placeInRow(amounts: Amount[], own: Slot[], row: FormRow, findings: SheetFinding[]): void {
  const open = own.filter((slot) => slot.printed === null);
  const all = [
    ...own.filter((slot) => slot.printed !== null).map((slot) => slot.printed as string),
    ...amounts.map((a) => a.printed),
  ];
  if (own.length === 2 && all.length === 2 && open.length === 1) {
    // Both amounts behind one label: in their printed order they are those of the left and the right half.
    const printed = row.cells
      .flatMap((cell) => readFundCell(cell.text))
      .flatMap((piece) => (piece.kind === 'amount' ? [piece.printed] : []));
    own.forEach((slot, index) => {
      slot.printed = printed[index] ?? null;
      slot.certain = false;
    });
    return;
  }
  for (const slot of own) slot.certain = false;
  for (const amount of amounts) {
    findings.push({
      rule: 'amount-unplaced',
      status: 'undecided',
      place: { line: amount.line },
      message: `本行金额多于资金来源，「${amount.printed}」未计入。`,
      actual: amount.printed,
    });
  }
}

/** Lets arithmetic decide what position leaves open: each half's total is the sum of its sources. */
function settle(slots: Slot[], unit: MoneyUnit, findings: SheetFinding[]): void {
  const doubtful = slots.filter((slot) => !slot.certain);
  const isSound = () =>
    (['实施期', '年度'] as const).every((scope) => footing(slots, scope, unit) !== 'differs');
  if (isSound()) {
    for (const line of new Set(doubtful.map((slot) => slot.line))) {
      findings.push(decided(line, '本行金额与标签错位，按印出次序归栏，合计与各来源之和相符。'));
    }
    return;
  }
  for (const line of new Set(slots.map((slot) => slot.line))) {
    const [left, right] = slots.filter((slot) => slot.line === line);
    if (!left || !right || left.printed === right.printed) continue;
    [left.printed, right.printed] = [right.printed, left.printed];
    if (isSound()) {
      findings.push(decided(line, '本行左右两栏金额互换后，合计与各来源之和相符，按此归栏。'));
      return;
    }
    [left.printed, right.printed] = [right.printed, left.printed];
  }
  for (const scope of ['实施期', '年度'] as const) {
    if (footing(slots, scope, unit) !== 'differs') continue;
    const total = slots.find((slot) => slot.scope === scope && slot.source === '合计');
    const sum = slots
      .filter((slot) => slot.scope === scope && slot.source !== '合计')
      .reduce((value, slot) => value + (yuanOf(figureOf(slot, unit)) ?? 0), 0);
    findings.push({
      rule: 'fund-footing',
      status: doubtful.length > 0 ? 'undecided' : 'note',
      place: { line: total?.line ?? slots[0]?.line ?? 1 },
      message: `${scope}资金总额「${total?.printed ?? ''}」与各来源之和「${sum}」元不符。`,
      actual: total?.printed ?? '',
      expected: String(sum),
    });
  }
}

function decided(line: number, message: string): SheetFinding {
  return { rule: 'fund-shift-decided', status: 'decided', place: { line }, message };
}

function footing(slots: Slot[], scope: '实施期' | '年度', unit: MoneyUnit): 'holds' | 'differs' | 'unknown' {
  const own = slots.filter((slot) => slot.scope === scope);
  const total = own.find((slot) => slot.source === '合计');
  const sources = own.filter((slot) => slot.source !== '合计' && slot.printed !== null);
  const sum = total && yuanOf(figureOf(total, unit));
  if (sum === undefined || sources.length === 0)
    return own.some((slot) => slot.printed) && !sum ? 'unknown' : 'unknown';
  const parts = sources.map((slot) => yuanOf(figureOf(slot, unit)));
  if (parts.some((part) => part === undefined)) return 'unknown';
  return (parts as number[]).reduce((a, b) => a + b, 0) === sum ? 'holds' : 'differs';
}

function figureOf(slot: Slot, unit: MoneyUnit): Figure | null {
  return slot.printed === null ? null : readFigure(slot.printed, unit);
}

const order: FundSource[] = ['合计', '中央', '省级', '市县', '自筹', '其他'];

function toLines(slots: Slot[], unit: MoneyUnit): FundLine[] {
  const isSound = (scope: '实施期' | '年度') => footing(slots, scope, unit) === 'holds';
  const read = (slot: Slot | undefined): Figure | null => {
    if (!slot) return null;
    const figure = figureOf(slot, unit);
    if (slot.certain || isSound(slot.scope) || !isRead(figure)) return figure;
    return { printed: figure.printed, undecided: '所属栏目存疑' };
  };
  return order.flatMap((source): FundLine[] => {
    const own = slots.filter((slot) => slot.source === source);
    const first = own[0];
    if (!first) return [];
    const total = own.find((slot) => slot.scope === '实施期');
    const annual = own.find((slot) => slot.scope === '年度');
    return [{ source, total: read(total), annual: read(annual), line: first.line }];
  });
}
