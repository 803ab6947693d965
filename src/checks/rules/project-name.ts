import leven from 'leven';
import { plainName } from '../reading/table-view.ts';

/** Whether two printed names are one, punctuation apart, or one of them only says more. */
export function isSameName(a: string, b: string): boolean {
  const [bareA, bareB] = [bareName(a), bareName(b)];
  return bareA === bareB || holdsName(bareA, bareB);
}

/** Whether two printed names differ as a misread name does. */
export function isNearName(a: string, b: string): boolean {
  return isNear(bareName(a), bareName(b));
}

/** A project's name without punctuation and blanks. */
export function bareName(name: string): string {
  return plainName(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether one bare name holds the other, as where a source of money is put before it. */
export function holdsName(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long.includes(short);
}

/**
 * Whether two bare names differ in at most one character of eight (at least one may): substitution, insertion and deletion
 * count one each.
 */
export function isNear(a: string, b: string): boolean {
  const most = Math.max(1, Math.floor(Math.max(a.length, b.length) / 8));
  return Math.min(a.length, b.length) >= 2 && Math.max(a.length, b.length) >= 3 && leven(a, b) <= most;
}
