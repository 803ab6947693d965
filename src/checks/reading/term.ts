import type { Figure, MoneyUnit } from '../../schema/figure.ts';
import type { Operand, Place } from '../../schema/finding.ts';

/** One operand of an identity: an amount with its precision, or the reason why there is none. */
export interface Term {
  label: string;
  /** As printed; `''` where blank. */
  printed: string;
  /** Whole yuan; 0 where blank. */
  yuan: number;
  /** Half a unit of the last printed digit, in yuan: how far rounding may have moved the amount. */
  half: number;
  place: Place;
  /** Why the amount cannot be compared, in Chinese. */
  unchecked?: string;
}

/** Half of the last digit that a unit is printed to: two decimals for 万元 and 亿元, whole 元. */
export const halfOf: Record<MoneyUnit, number> = { 元: 0, 万元: 50, 亿元: 500_000 };

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
  return { label, printed: figure.printed, yuan: figure.yuan, half: halfOf[unit], place };
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
