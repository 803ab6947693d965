import type { Figure, MoneyUnit } from '../../schema/figure.ts';
import type { Operand, Place } from '../../schema/finding.ts';
import { roundedOff } from '../../schema/read-figure.ts';
import { formatWan } from './format-yuan.ts';

/** One operand of an identity: an amount with its precision, or the reason why there is none. */
export interface Term {
  label: string;
  /** As printed; `''` where blank. */
  printed: string;
  /** Whole yuan; 0 where blank. */
  yuan: number;
  /** What rounding to whole yuan took from it, in yuan: 0.37 of `80.37` 元. */
  rest?: number;
  /** Half a unit of the last printed digit, in yuan: how far rounding may have moved the amount; never below `rest`. */
  half: number;
  place: Place;
  /** Why the amount cannot be compared, in Chinese. */
  unchecked?: string;
}

/** Half of the last digit that a unit is printed to: whole 元, two decimals for all others. */
export const halfOf: Record<MoneyUnit, number> = { 元: 0, 千元: 5, 万元: 50, 百万元: 5_000, 亿元: 500_000 };

/** Makes a term of a figure; a blank cell counts as nothing printed, exactly 0. */
export function termOf(
  label: string,
  figure: Figure | null | undefined,
  unit: MoneyUnit,
  place: Place,
): Term {
  if (!figure) return { label, printed: '', yuan: 0, half: 0, place };
  if ('undecided' in figure) {
    return {
      label,
      printed: figure.printed,
      yuan: 0,
      half: 0,
      place,
      unchecked: `${label}未能判定：${figure.undecided}`,
    };
  }
  const { printed, yuan } = figure;
  return { label, printed, yuan, ...precisionOf(roundedOff(figure, unit), halfOf[unit]), place };
}

/** Precision of an amount that rounding to whole yuan took `rest` from. */
export function precisionOf(rest: number, half: number): Pick<Term, 'rest' | 'half'> {
  return rest === 0 ? { half } : { rest, half: Math.max(half, halfYuan) };
}

/** What rounding to whole yuan moves an amount by at most. */
export const halfYuan = 0.5;

/** Whether an amount is printed to the yuan or finer. */
export function isToTheYuan({ half }: Term): boolean {
  return half <= halfYuan;
}

/** What two sums of amounts as printed differ by, in yuan; a fraction where they are printed finer. */
export function differenceAsPrinted(of: Term[], from: Term[]): number {
  const yuan = (terms: Term[]) => terms.reduce((sum, term) => sum + term.yuan, 0);
  const rest = (terms: Term[]) => terms.reduce((sum, term) => sum + (term.rest ?? 0), 0);
  // Fractions have floating point: a millionth of a yuan is nothing.
  return yuan(of) - yuan(from) + Math.round((rest(of) - rest(from)) * 1_000_000) / 1_000_000;
}

/** What several lines print together, as one term; unchecked where one of them is. */
export function summedTerm(first: Term, ...others: Term[]): Term {
  if (others.length === 0) return first;
  const terms = [first, ...others];
  const open = terms.find((term) => term.unchecked);
  const sum = (of: (term: Term) => number) => terms.reduce((total, term) => total + of(term), 0);
  const yuan = sum(({ yuan: own }) => own);
  return {
    ...(open ?? first),
    label: `${first.label} ${terms.length} 行之和`,
    printed: terms.some(({ printed }) => printed !== '') ? formatWan(yuan) : '',
    yuan,
    ...precisionOf(
      sum(({ rest }) => rest ?? 0),
      sum(({ half }) => half),
    ),
  };
}

/** A term that has no amount, for a reason. */
export function missingTerm(label: string, place: Place, reason: string): Term {
  return { label, printed: '', yuan: 0, half: 0, place, unchecked: reason };
}

/** The operand that a finding shows for a term. */
export function operandOf(term: Term): Operand {
  const operand: Operand = { label: term.label, printed: term.printed, place: term.place };
  if (!term.unchecked) operand.yuan = term.yuan;
  return operand;
}
