import type { MoneyUnit } from '../../schema/figure.ts';
import { readFigure, roundedOff } from '../../schema/read-figure.ts';
import { halfOf, precisionOf } from '../reading/term.ts';
import type { StatedAmount, StatedPercent } from './statement.ts';

/** Reads a stated amount, e.g. `7198.8` 万元. Null where it is no number. */
export function readAmount(digits: string, unit: MoneyUnit): StatedAmount | null {
  const figure = readFigure(digits, unit);
  if (!figure || !('yuan' in figure)) return null;
  const finer = (digits.split('.')[1]?.length ?? 0) > 2;
  const precision = precisionOf(roundedOff(figure, unit), finer ? 1 : halfOf[unit]);
  return { printed: `${digits}${unit}`, unit, yuan: figure.yuan, ...precision };
}

/** Reads a percentage, e.g. `4.72`; the sign is kept. */
export function readPercent(digits: string): StatedPercent | null {
  const match = /^(-?)(\d{1,6})(?:\.(\d{1,4}))?$/.exec(digits);
  if (!match) return null;
  const [, sign = '', whole = '', decimals = ''] = match;
  const ppm = Number(whole + decimals.padEnd(4, '0'));
  return {
    printed: `${digits}%`,
    ppm: sign ? -ppm : ppm,
    half: 10 ** (4 - decimals.length) / 2,
  };
}
