import { bodyName } from '../../schema/body-name.ts';
import { hasPlace, isBodyCode } from '../../schema/has-place.ts';
import { isSum, splitBySums } from '../../schema/split-by-sums.ts';
import { matchKey } from '../text/plain.ts';
import { isMisreadCode } from './mend-codes.ts';
import type { TableTemplate } from './template.ts';

/** A cell of the table: row and leaf index. */
export interface Ref {
  row: number;
  leaf: number;
}

/** One printed total and what it must be the sum of, or the amount that another table prints for it. */
export interface Equation {
  kind: '行' | '列' | '表';
  target: Ref;
  parts: Ref[];
  /** Yuan printed in another table instead of `parts`. */
  constant?: number;
  /** What is compared, in Chinese: `表一 本年收入合计`. */
  source?: string;
}

/** What equations are built from: a row's texts, without its amounts. */
export interface RowKeys {
  label: string;
  code: string;
  /** Left label of a two-sided table. */
  left: string;
  counterpart: string;
  /** Yuan of the total column, null where blank, undefined where not read: tells which lines are subtotals. */
  total?: number | null | undefined;
}

const totalLabel = /^(?:合计|总计|部门合计|单位合计)$/;

/** All sums that a table's rows must satisfy, from their labels and codes alone. */
export function equationsOf(rows: RowKeys[], template: TableTemplate, unit: string): Equation[] {
  const body = matchKey(unit);
  const leaf = (key: string) => template.leaves.findIndex((candidate) => candidate.key === key);
  const across = rows.flatMap((_, row) =>
    template.cross.map(
      ({ total, parts }): Equation => ({
        kind: '行',
        target: { row, leaf: leaf(total) },
        parts: parts.map((key) => ({ row, leaf: leaf(key) })).filter(({ leaf: index }) => index >= 0),
      }),
    ),
  );
  const amounts = (side?: string) =>
    template.leaves.flatMap(({ role, side: own }, index) =>
      role === 'amount' && (side === undefined || own === side) ? [index] : [],
    );
  const sums = (target: number, parts: number[], leaves: number[]): Equation[] =>
    parts.length === 0 || target < 0
      ? []
      : leaves.map((index) => ({
          kind: '列',
          target: { row: target, leaf: index },
          parts: parts.map((row) => ({ row, leaf: index })),
        }));
  switch (template.order) {
    case 'two-sided':
      return [...across, ...twoSided(), ...balance()];
    case 'codes':
      return [...across, ...tree(codeLevels())];
    case 'economic':
      return [...across, ...tree(rows.map(economicLevel)), ...byNature()];
    case 'three-public':
      return [...across, ...threePublic()];
    default:
      return [...across, ...underTotals()];
  }

  function twoSided(): Equation[] {
    const [left, right] = [amounts('收入'), amounts('支出')];
    return [
      ...side(
        rows.map((row) => row.left),
        left,
      ),
      ...side(
        rows.map((row) => row.label),
        right,
      ),
    ];
  }

  /** What the left side prints and the right side must come to, by year and by fund. */
  function balance(): Equation[] {
    const left = (pattern: RegExp) => rows.flatMap((row, index) => (pattern.test(row.left) ? [index] : []));
    const right = (pattern: RegExp) => rows.findIndex((row) => pattern.test(row.label));
    const pairs: [string, number, number[]][] = [
      ['current', right(/^本年支出合计/), left(/^本年收入合计/)],
      ['carried', right(/^本年支出合计/), left(/^上年.*结转/)],
      ['general', right(/^支出总计/), left(/^[一二三四五]、一般公共预算/)],
      ['fund', right(/^支出总计/), left(/^[一二三四五]、政府性基金/)],
      ['capital', right(/^支出总计/), left(/^[一二三四五]、国有资本/)],
    ];
    return pairs.flatMap(([key, row, parts]): Equation[] =>
      leaf(key) < 0 || row < 0 || parts.length === 0
        ? []
        : [
            {
              kind: '表',
              target: { row, leaf: leaf(key) },
              parts: parts.map((part) => ({ row: part, leaf: leaf('in') })),
            },
          ],
    );
  }

  function side(labels: string[], leaves: number[]): Equation[] {
    const find = (pattern: RegExp) => labels.findIndex((text) => pattern.test(text));
    const sum = find(/^本年.*合计$/);
    const carried = find(/^(?:[一二三四五六七八九十]+、)?(?:(?:上年|年终|年末).*结[转余]|结转下年)/);
    const balance = find(/使用非财政拨款结余|用事业基金弥补/);
    const grand = find(/总计$/);
    const items = labels.flatMap((text, row) => (/^[一二三四五六七八九十]+[、.]/.test(text) ? [row] : []));
    return [
      ...(sum < 0
        ? []
        : sums(
            sum,
            items.filter((row) => row < sum),
            leaves,
          )),
      ...(carried < 0
        ? []
        : sums(
            carried,
            items.filter((row) => row > carried),
            leaves,
          )),
      ...(grand < 0 || sum < 0
        ? []
        : sums(
            grand,
            [sum, balance, carried].filter((row) => row >= 0),
            leaves,
          )),
    ];
  }

  function codeLevels(): (number | undefined)[] {
    const divisions = divisionsOf(rows);
    return rows.map((row) => levelOfCode(row, divisions));
  }

  function tree(levels: (number | undefined)[]): Equation[] {
    return levels.flatMap((level, row) => {
      if (level === undefined || Number.isNaN(level)) return [];
      const children: number[] = [];
      let nearest = Number.POSITIVE_INFINITY;
      for (let next = row + 1; next < levels.length; next++) {
        const below = levels[next];
        if (below === undefined) continue;
        // Whose part this row is, nothing tells.
        if (Number.isNaN(below)) return [];
        if (below <= level) break;
        if (below <= nearest) {
          if (below < nearest && children.length > 0) return [];
          nearest = below;
          children.push(next);
        }
      }
      return sums(row, children, amounts());
    });
  }

  function economicLevel({ label, counterpart, code }: RowKeys): number | undefined {
    if (totalLabel.test(label)) return 0;
    if (/^\d{3}$/.test(code)) return 1;
    if (/^\d{5}$/.test(code)) return 2;
    return label === '' ? undefined : counterpart === '' ? 1 : 2;
  }

  /** Wages are staff costs, goods and services are office costs. */
  function byNature(): Equation[] {
    const nature: [RegExp, string][] = [
      [/^工资福利支出$/, 'staff'],
      [/^商品和服务支出$/, 'office'],
    ];
    return rows.flatMap(({ label, counterpart }, row) =>
      nature.flatMap(([pattern, key]): Equation[] =>
        counterpart === '' && pattern.test(label)
          ? [{ kind: '表', target: { row, leaf: leaf('total') }, parts: [{ row, leaf: leaf(key) }] }]
          : [],
      ),
    );
  }

  function threePublic(): Equation[] {
    const find = (pattern: RegExp) => rows.findIndex(({ label }) => pattern.test(label));
    const car = find(/公务用车购置(?:及|和|与)运行/);
    const parts = rows.flatMap(({ label }, row) =>
      /公务用车(?:购置费?|运行(?:维护)?费?)$/.test(label) && row !== car ? [row] : [],
    );
    const items = [find(/出国/), find(/接待/), car].filter((row) => row >= 0);
    return [
      ...sums(car, parts, amounts()),
      ...(items.length === 3 ? sums(find(/^(?:合计|总计|三公.*合计)$/), items, amounts()) : []),
    ];
  }

  /**
   * A total, possibly printed twice, and the lines below it. A department's table has a subtotal a unit: where
   * its bodies cannot be told together, a line named like one is one if its own lines add up to it.
   */
  function underTotals(): Equation[] {
    const isTotal = ({ label }: RowKeys) => totalLabel.test(label) || label === body;
    const value = (row: number) => rows[row]?.total ?? 0;
    const sum = (list: number[]) => list.reduce((all, row) => all + value(row), 0);
    const fits = (list: number[], head: number) => isSum(sum(list), list.length, value(head));
    // The department itself may be one of its bodies: its line is the total again only with the same amount.
    const isGrand = (row: number) => isTotal(rows[row] as RowKeys) && value(row) === value(0);
    const totals = [...rows.keys()].filter(isGrand);
    const others = [...rows.keys()].filter((row) => !isGrand(row));
    const bodies =
      totals[0] === 0 && !fits(others, 0) ? bodiesAmong(others, (list) => fits(list, 0)) : undefined;
    if (bodies)
      return [
        ...totals.flatMap((total) => sums(total, bodies, amounts())),
        ...bodies.flatMap((head, index) =>
          sums(
            head,
            others.filter((row) => row > head && row < (bodies[index + 1] ?? rows.length)),
            amounts(),
          ),
        ),
      ];
    let heads = rows.flatMap((row, index) => (isTotal(row) || bodyName.test(row.label) ? [index] : []));
    const below = (row: number) => {
      const next = heads.find((head) => head > row) ?? rows.length;
      return Array.from({ length: next - row - 1 }, (_, offset) => row + 1 + offset);
    };
    for (let changed = true; changed; ) {
      const kept = heads.filter((head) => {
        if (isTotal(rows[head] as RowKeys)) return true;
        const own = below(head);
        return own.length > 0 && fits(own, head);
      });
      changed = kept.length < heads.length;
      heads = kept;
    }
    return heads.flatMap((head) => {
      const own = below(head);
      const items = rows.flatMap((_, index) => (index > head && !heads.includes(index) ? [index] : []));
      const subtotals = heads.filter((other) => other > head && below(other).length > 0);
      // A unit's own lines; or all lines below a total; or the subtotals below it.
      const options = [own, items, subtotals].filter((list) => list.length > 0);
      const fitting = options.find((list) => fits(list, head));
      return sums(head, fitting ?? (own.length > 0 ? own : items), amounts());
    });
  }

  /** Lines of bodies in a department's list, each above its projects: by their sums, or by their names. */
  function bodiesAmong(lines: number[], areTotal: (list: number[]) => boolean): number[] | undefined {
    const bySums = splitBySums(lines.map((row) => rows[row]?.total ?? undefined));
    const named = lines.filter((row) => bodyName.test(rows[row]?.label ?? ''));
    return [bySums?.map(({ head }) => lines[head] as number), named[0] === lines[0] ? named : undefined].find(
      (list) => list !== undefined && list.length > 0 && areTotal(list),
    );
  }
}

/** Level of a row in its tree; `undefined` where it has none, NaN where its code has no place. */
function levelOfCode({ code, label }: RowKeys, divisions: ReadonlySet<string>): number | undefined {
  if (totalLabel.test(label) || totalLabel.test(code)) return 0;
  if (isMisreadCode(code)) return Number.NaN;
  if (!/^\d+$/.test(code)) return undefined;
  if (!hasPlace(code, label, divisions)) return Number.NaN;
  // Codes of bodies, not of functions: 3 digits a department, 6 or more a unit.
  if (isBodyCode(code, label)) return code.length === 3 ? 0.5 : 1;
  if (code.length === 9) return 5;
  return code.length <= 3 ? 2 : code.length <= 5 ? 3 : 4;
}

/** Codes of 款 among the rows. */
export function divisionsOf(rows: Pick<RowKeys, 'code'>[]): Set<string> {
  return new Set(rows.flatMap(({ code }) => (/^\d{5}$/.test(code) ? [code] : [])));
}

/** The state of one equation for given amounts: holds, fails, or says nothing (blank on both sides, or unreadable). */
export function stateOf(
  { target, parts, constant }: Equation,
  yuan: (ref: Ref) => number | null | undefined,
  step: number,
): 'holds' | 'fails' | 'idle' {
  const printed = yuan(target);
  if (printed === undefined) return 'idle';
  if (constant !== undefined)
    return (printed ?? 0) === constant ? (constant === 0 ? 'idle' : 'holds') : 'fails';
  const values = parts.map(yuan);
  if (values.some((value) => value === undefined)) return 'idle';
  const filled = values.filter((value) => value !== null && value !== 0) as number[];
  if (printed === null && filled.length === 0) return 'idle';
  if (printed === 0 && filled.length === 0) return 'idle';
  const difference = Math.abs((printed ?? 0) - filled.reduce((sum, value) => sum + value, 0));
  return difference * 2 <= Math.max(filled.length, 1) * step - (filled.length <= 1 ? step : 0)
    ? 'holds'
    : 'fails';
}
