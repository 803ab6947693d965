import type { Disclosure } from '../../schema/disclosure.ts';
import type { Figure } from '../../schema/figure.ts';
import { checkDisclosure } from '../check-disclosure.ts';
import type { PlanOptions } from './budget-plan.ts';
import { cleanDisclosure, cleanEdition } from './clean-disclosure.ts';
import { Random } from './random.ts';

/** How many changed figures of one table were found, and which were not. */
export interface Detection {
  found: number;
  missed: string[];
}

const kinds: PlanOptions[] = [
  {},
  { carried: true, administrative: true },
  { funds: true },
  { funds: true, carried: true, administrative: true },
];

/**
 * Changes one printed figure of a clean disclosure by 1 to 100 万元 and looks for a 不符 that names its table.
 *
 * @param seeds each makes one disclosure of every kind
 * @param part how many of the figures are tried, 0 to 1, chosen by the seed
 */
export function detectMutations(seeds: number[], part: number): Map<number, Detection> {
  const rates = new Map<number, Detection>();
  for (const seed of seeds) {
    for (const kind of kinds) tryFigures(cleanDisclosure(seed, kind), new Random(seed), part, rates);
  }
  return rates;
}

function tryFigures(clean: Disclosure, random: Random, part: number, rates: Map<number, Detection>): void {
  clean.tables.forEach((table, tableAt) => {
    const number = table.number ?? 0;
    table.rows.forEach((row, rowAt) => {
      row.cells.forEach((cell, cellAt) => {
        if (cell === null || typeof cell === 'string' || !('yuan' in cell) || random.next() >= part) return;
        const sign = cell.yuan > 1_000_000 && random.next() < 0.5 ? -1 : 1;
        const yuan = cell.yuan + sign * random.int(100, 9_999) * 100;
        const mutant = withCell(clean, [tableAt, rowAt, cellAt], {
          printed: (yuan / 10_000).toFixed(2),
          yuan,
        });
        const rate = rates.get(number) ?? { found: 0, missed: [] };
        rates.set(number, rate);
        if (names(mutant, number)) rate.found += 1;
        else
          rate.missed.push(
            `${table.columns[cellAt]?.path} 行 ${row.line}: ${cell.printed} → ${yuan / 10_000}`,
          );
      });
    });
  });
}

/** Whether a 不符 of the disclosure stands in the table or has an operand in it. */
function names(disclosure: Disclosure, table: number): boolean {
  return checkDisclosure(disclosure, { catalogues: [cleanEdition] }).some(
    ({ outcome, place, operands }) =>
      outcome === '不符' &&
      (place.table === table || operands.some((operand) => operand.place.table === table)),
  );
}

function withCell(
  disclosure: Disclosure,
  [table, row, cell]: [number, number, number],
  figure: Figure,
): Disclosure {
  const tables = disclosure.tables.with(table, {
    ...(disclosure.tables[table] as Disclosure['tables'][number]),
    rows: (disclosure.tables[table]?.rows ?? []).map((one, at) =>
      at === row ? { ...one, cells: one.cells.with(cell, figure) } : one,
    ),
  });
  return { ...disclosure, tables };
}
