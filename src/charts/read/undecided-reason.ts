import type { Figure } from '../../schema/figure.ts';

/** Why an amount has no value, for the data table: null where the cell is blank. */
export function undecidedReason(figure: Figure | undefined): string | null {
  return figure && 'undecided' in figure ? `存疑（原文「${figure.printed}」）` : null;
}
