import type { Disclosure } from '../../schema/disclosure.ts';
import { isRead } from '../../schema/figure.ts';
import { type Entry, entriesOf } from '../../schema/table.ts';

/** Lines of one statutory table; of several with its number the first that has an amount. `[]` without one. */
export function entriesOfTable(disclosure: Disclosure, number: number): readonly Entry[] {
  const candidates = disclosure.tables.filter((table) => table.number === number).map(entriesOf);
  const withAmounts = candidates.find((entries) =>
    entries.some((entry) => [...entry.amounts.values()].some(isRead)),
  );
  return withAmounts ?? candidates[0] ?? [];
}
