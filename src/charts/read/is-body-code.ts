import { bareLabel } from './bare-label.ts';

/** Codes of bodies have 3 digits (a department) or 6 and more but 7 (a unit); functions have 3, 5 or 7. */
export function isBodyCode(code: string, label: string): boolean {
  if (code.length === 6 || code.length >= 8) return true;
  return (
    code.length === 3 && /(局|委|委员会|厅|中心|院|校|馆|站|所|队|处|部|办公室|本级)$/.test(bareLabel(label))
  );
}
