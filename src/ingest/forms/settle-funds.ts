import { columnInDoubt, type Figure, isRead, type MoneyUnit, yuanOf } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, FundSource } from '../../schema/project.ts';
import { type FundScope, type FundSlot, figureOf, footing, fundScopes, partsOf } from './fund-slot.ts';

/** Lets the sums decide what position leaves open: each half's total is the sum of its sources. */
export function settleFunds(slots: FundSlot[], unit: MoneyUnit, findings: ConversionFinding[]): void {
  decideShifts(slots, unit, findings);
  for (const slot of slots) {
    const figure = figureOf(slot, unit);
    if (figure && !isRead(figure)) findings.push(unreadFigure(slot, figure.undecided));
  }
}

function decideShifts(slots: FundSlot[], unit: MoneyUnit, findings: ConversionFinding[]): void {
  const isSound = () => fundScopes.every((scope) => footing(slots, scope, unit) !== 'differs');
  const doubtful = rowsOf(slots).filter((row) => row.some((slot) => !slot.isCertain));
  if (isSound()) {
    for (const [{ line }] of doubtful) {
      const isProven = fundScopes.every((scope) => footing(slots, scope, unit) === 'holds');
      findings.push(
        isProven
          ? decided(line, '本行金额与标签错位，按印出次序归栏，合计与各来源之和相符。')
          : {
              ...decided(line, '本行金额与标签错位，没有可核对的合计，所属栏目存疑。'),
              rule: 'fund-shift-undecided',
              status: 'undecided',
            },
      );
    }
    return;
  }
  const swaps = (doubtful.length > 0 ? doubtful : rowsOf(slots)).filter(([left, right]) => {
    if (!right || left.printed === right.printed) return false;
    swap(left, right);
    const holds = isSound();
    const isPlausible = holds && !isAnnualLarger(slots, unit);
    swap(left, right);
    return isPlausible;
  });
  const [[left, right] = []] = swaps;
  if (swaps.length === 1 && left && right) {
    swap(left, right);
    findings.push(decided(left.line, '本行左右两栏金额互换后，合计与各来源之和相符，按此归栏。'));
    return;
  }
  for (const slot of swaps.flat()) slot.isCertain = false;
  for (const scope of fundScopes) {
    if (footing(slots, scope, unit) === 'differs')
      findings.push(differing(slots, scope, unit, doubtful.length + swaps.length > 0));
  }
}

type SlotRow = [FundSlot, ...FundSlot[]];

function rowsOf(slots: FundSlot[]): SlotRow[] {
  return [...Map.groupBy(slots, ({ row }) => row).values()] as SlotRow[];
}

function swap(left: FundSlot, right: FundSlot): void {
  [left.printed, right.printed] = [right.printed, left.printed];
}

/** A year cannot be granted more than the whole period. */
function isAnnualLarger(slots: FundSlot[], unit: MoneyUnit): boolean {
  const [total, annual] = fundScopes.map((scope) =>
    yuanOf(
      figureOf(
        slots.find((slot) => slot.scope === scope && slot.source === '合计'),
        unit,
      ),
    ),
  );
  return total !== undefined && annual !== undefined && annual > total;
}

const order: FundSource[] = ['合计', '财政拨款', '中央', '省级', '市县', '上年结转', '自筹', '其他'];

/** One line a source; a form that prints a source twice (市级 and 县级 both) keeps both lines. */
export function toFundLines(slots: FundSlot[], unit: MoneyUnit): FundLine[] {
  const read = (slot: FundSlot | undefined): Figure | null => {
    const figure = figureOf(slot, unit);
    if (!slot || slot.isCertain || !isRead(figure) || footing(slots, slot.scope, unit) === 'holds')
      return figure;
    return { printed: figure.printed, undecided: columnInDoubt };
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

function unreadFigure(slot: FundSlot, reason: string): ConversionFinding {
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

function differing(
  slots: FundSlot[],
  scope: FundScope,
  unit: MoneyUnit,
  isDoubtful: boolean,
): ConversionFinding {
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
