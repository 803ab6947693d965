import type { MoneyUnit } from '../../schema/figure.ts';
import { anchored, type ReadTable } from './parse-table.ts';

/** Times that one unit is another: 万元 printed for 元, or 亿元 for 万元. */
const factor = 10_000;
const units: MoneyUnit[] = ['元', '万元', '亿元'];

/**
 * Units of tables whose printed one is wrong: every amount that other tables print too is there ten thousand times as
 * large, or as small, and those other tables agree among themselves and are the most.
 *
 * @param tables the document's tables by number
 * @param body name of the body, under which lists are summed up
 */
export function contradictedUnits(
  tables: ReadonlyMap<number, ReadTable>,
  body: string,
): Map<number, MoneyUnit> {
  const groups = scalesOf(tables, body);
  const result = new Map<number, MoneyUnit>();
  if (!groups) return result;
  for (const group of groups) {
    const counts = Map.groupBy(group.values(), (step) => step);
    const [usual = []] = [...counts.values()].filter((same) => same.length * 2 > group.size);
    const [main] = usual;
    if (main === undefined) continue;
    for (const [number, step] of group) {
      const table = tables.get(number)?.table;
      const unit = units[units.indexOf(table?.unit ?? '元') + main - step];
      if (table && step !== main && unit) result.set(number, unit);
    }
  }
  return result;
}

/** Tables that print amounts of each other, in groups, each with its scale; undefined where amounts disagree otherwise. */
function scalesOf(tables: ReadonlyMap<number, ReadTable>, body: string): Map<number, number>[] | undefined {
  const edges = [...tables].flatMap(([number, read]) =>
    anchored(read, { tables, unit: body }).flatMap(({ target, table, found }) => {
      const figure = read.rows[target.row]?.figures[target.leaf];
      const step = figure && 'yuan' in figure ? stepBetween(figure.yuan, found.yuan) : undefined;
      return step === undefined ? [] : [{ from: table, to: number, step }];
    }),
  );
  if (edges.every(({ step }) => step === 0)) return [];
  const groups: Map<number, number>[] = [];
  for (const start of tables.keys()) {
    if (groups.some((group) => group.has(start))) continue;
    const group = new Map([[start, 0]]);
    for (const [number, scale] of group) {
      for (const { from, to, step } of edges) {
        const next = from === number ? to : to === number ? from : undefined;
        if (next === undefined) continue;
        const other = scale + (from === number ? step : -step);
        if ((group.get(next) ?? other) !== other) return undefined;
        group.set(next, other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** How many factors lie between two prints of one amount; undefined where they are no prints of one, or too small to tell. */
function stepBetween(yuan: number, other: number): number | undefined {
  if (Math.min(Math.abs(yuan), Math.abs(other)) === 0) return undefined;
  if (Math.abs(yuan - other) <= 100) return 0;
  const [small, large] = Math.abs(yuan) < Math.abs(other) ? [yuan, other] : [other, yuan];
  // 万元 are printed to 100 yuan, which a wrong unit makes a million, or 0.01 yuan.
  const isScaled = Math.abs(large - small * factor) <= Math.max(50 * factor, Math.abs(large) / 1_000);
  return isScaled && Math.abs(large) >= 1_000_000 ? Math.sign(Math.abs(yuan) - Math.abs(other)) : undefined;
}
