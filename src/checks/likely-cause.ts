import type { ConversionFinding } from '../schema/finding.ts';
import type { Term } from './reading/term.ts';

/**
 * Whether a difference more likely came into being in the publication or in its conversion to text.
 *
 * Conversion, where the line of an operand carries a finding of the conversion, or where one operand becomes right
 * by a change that conversions make: a decimal point or 万 lost or gained, two neighboring digits swapped; and where the sum
 * is too large by one of two operands that are alike, as a row is that stands on two pages.
 */
export function likelyCause(
  total: Term,
  items: Term[],
  difference: number,
  findings: ConversionFinding[],
): 'publication' | 'conversion' {
  const lines = new Set([total, ...items].map((term) => term.place.line));
  const doubtful = findings.some(
    (finding) =>
      finding.status !== 'note' && finding.place.line !== undefined && lines.has(finding.place.line),
  );
  if (doubtful || isRowRepeated(items, difference)) return 'conversion';
  const misread =
    looksMisread(total.yuan, total.yuan - difference) ||
    items.some((item) => looksMisread(item.yuan, item.yuan + difference));
  return misread ? 'conversion' : 'publication';
}

function isRowRepeated(items: Term[], difference: number): boolean {
  const surplus = items.filter(({ yuan }) => yuan > 0 && yuan === -difference);
  return surplus.some((item, index) => surplus.slice(index + 1).some(({ label }) => label === item.label));
}

/** Whether the printed amount is the required one with its decimal point lost or with two neighboring digits swapped. */
function looksMisread(printed: number, required: number): boolean {
  if (printed <= 0 || required <= 0) return false;
  if (printed === required * 100 || printed === required * 10 || required === printed * 100) return true;
  // 万 of 万元 was lost, or added.
  if (printed === required * 10_000 || required === printed * 10_000) return true;
  const a = String(printed);
  const b = String(required);
  if (a.length !== b.length) return false;
  const unlike = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first, second] = unlike as [number, number];
  return unlike.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
