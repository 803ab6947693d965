import type { CheckFinding, ConversionFinding, Outcome, Place } from '../schema/finding.ts';
import { likelyCause } from './likely-cause.ts';
import { formatWan } from './reading/format-yuan.ts';
import { differenceAsPrinted, isToTheYuan, operandOf, type Term } from './reading/term.ts';

/** What a comparison says about itself. */
export interface Wording {
  /** Id of the check. */
  check: string;
  /** What the expected amount is: `3 个款之和`, `表一「收入总计」`. */
  expected: string;
  /** Place of the finding; the total's where left out. */
  place?: Place;
  /** Further yuan that rounding may explain, where the total was added up from rounded items that are not printed. */
  slack?: number;
  /** Conversion findings of the disclosure, for the likelier cause. */
  conversion?: ConversionFinding[];
}

/**
 * Compares a printed total with the sum of printed items, in whole yuan; 角分 count before the difference is rounded.
 *
 * Every printed amount may be off by half of its last digit, so the sum of n items may differ from their total by those
 * n halves: 尾差. One figure printed twice may not differ at all. A blank cell is exactly nothing. Null where nothing is
 * printed on either side.
 */
export function compareSum(total: Term, items: Term[], wording: Wording): CheckFinding | null {
  const terms = [total, ...items];
  const place = wording.place ?? total.place;
  const open = terms.find((term) => term.unchecked);
  if (open) return unchecked(wording.check, place, open.unchecked ?? '', terms);
  if (terms.every((term) => term.printed === '')) return null;
  const printed = differenceAsPrinted([total], items);
  const difference = Math.round(printed) || 0;
  const sum = total.yuan - difference;
  const off = Math.abs(printed);
  // What is added up to the same digits was rounded with its items: the total's own rounding explains nothing more.
  const alike = total.half < 1 || sum % (2 * total.half) === 0;
  const bound = items.reduce(
    (halves, term) => halves + term.half,
    (wording.slack ?? 0) + (alike ? 0 : total.half),
  );
  // Exact items only need to round to the printed total.
  const exact = items.every(isToTheYuan) ? total.half : 0;
  const outcome: Outcome = difference === 0 || off <= exact ? '相符' : off <= bound ? '尾差' : '不符';
  const [actual, expected] = [formatWan(total.yuan), formatWan(sum)];
  const shown = `${total.label} ${actual} 万元`;
  const finding: CheckFinding = {
    check: wording.check,
    outcome,
    place,
    differenceYuan: difference,
    expected,
    actual,
    operands: terms.filter((term) => term === total || term.printed !== '').map(operandOf),
    message:
      outcome === '相符'
        ? `${shown}，与${wording.expected}一致`
        : `${shown}，${wording.expected}为 ${expected} 万元，相差 ${formatWan(Math.abs(difference))} 万元`,
  };
  if (outcome === '不符') finding.likely = likelyCause(total, items, difference, wording.conversion ?? []);
  return finding;
}

/** Compares two printed amounts of the same thing. Operands exact to the yuan only need to round to the other. */
export function compareEqual(
  actual: Term,
  expected: Term,
  wording: Omit<Wording, 'expected'>,
): CheckFinding | null {
  const finding = compareSum(actual, [expected], { ...wording, expected: expected.label });
  const off = Math.abs(actual.yuan - expected.yuan);
  if (finding?.outcome !== '尾差' || !isToTheYuan(actual) || off > expected.half) return finding;
  return { ...finding, outcome: '相符' };
}

/** Compares two amounts of which the first is a part of the second, and so must not exceed it. */
export function compareWithin(
  part: Term,
  whole: Term,
  wording: Omit<Wording, 'expected'>,
): CheckFinding | null {
  const place = wording.place ?? part.place;
  const open = [part, whole].find((term) => term.unchecked);
  if (open) return unchecked(wording.check, place, open.unchecked ?? '', [part, whole]);
  if (part.printed === '' && whole.printed === '') return null;
  const excess = Math.round(differenceAsPrinted([part], [whole])) || 0;
  // Rounded alike, a part stays within its whole.
  const bound = part.half === whole.half ? 0 : part.half + whole.half;
  const outcome: Outcome = excess <= 0 ? '相符' : excess <= bound ? '尾差' : '不符';
  const verb = outcome === '相符' ? '不超过' : '超过';
  const by = outcome === '相符' ? '' : `，多 ${formatWan(excess)} 万元`;
  const finding: CheckFinding = {
    check: wording.check,
    outcome,
    place,
    differenceYuan: Math.max(excess, 0),
    expected: `≤ ${formatWan(whole.yuan)}`,
    actual: formatWan(part.yuan),
    operands: [part, whole].map(operandOf),
    message: `${part.label} ${formatWan(part.yuan)} 万元，${verb}${whole.label} ${formatWan(whole.yuan)} 万元${by}`,
  };
  if (outcome === '不符') finding.likely = likelyCause(part, [whole], excess, wording.conversion ?? []);
  return finding;
}

/** Begins the reason of an answer where a check has no object: such answers do not count against coverage. */
export const notApplicable = '不适用：';

/** The honest answer where a comparison cannot be made. */
export function unchecked(check: string, place: Place, reason: string, terms: Term[] = []): CheckFinding {
  return { check, outcome: '未检查', place, operands: terms.map(operandOf), message: reason };
}
