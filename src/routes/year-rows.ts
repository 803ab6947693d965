/** An amount in whole yuan, with the anchor of its row on the page of its disclosure; `''` where it has none. */
export interface PlacedAmount {
  yuan: number;
  anchor: string;
}

/** A disclosure in the list of a fiscal year. */
export interface YearRow {
  id: string;
  /** Called as in lists: a department's publications are told from the body's own. */
  name: string;
  /** `山西省吕梁市柳林县`, `''` where the text does not tell. */
  region: string;
  /** Parent department, `''` where the body is its own. */
  department: string;
  /** Day on which the text was published here, `''` where it was not yet. */
  published: string;
  spending?: PlacedAmount;
  /** Spending of the year before, as this text tells it. */
  before?: PlacedAmount;
  basic?: PlacedAmount;
  project?: PlacedAmount;
  official?: PlacedAmount;
  /** Relations that were checked, and those of them that do not hold. */
  checked: number;
  fails: number;
}

/** What the list can be ordered by. */
export const yearOrders = ['spending', 'change', 'basic', 'project', 'official', 'fails'] as const;
export type YearOrder = (typeof yearOrders)[number];

/** The value that a row is ordered by; undefined where it has none. */
function orderedBy(row: YearRow, order: YearOrder): number | undefined {
  if (order === 'fails') return row.checked > 0 ? row.fails : undefined;
  if (order === 'change') return changeOf(row);
  return row[order]?.yuan;
}

/** By which part spending differs from that of the year before: 0.25 is a quarter more. */
export function changeOf({ spending, before }: YearRow): number | undefined {
  return spending && before && before.yuan > 0 ? (spending.yuan - before.yuan) / before.yuan : undefined;
}

/** Orders rows by a value; rows without one come last, equal ones stand in the order of their addresses. */
export function sortYearRows(rows: readonly YearRow[], order: YearOrder, down: boolean): YearRow[] {
  const sign = down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [orderedBy(a, order), orderedBy(b, order)];
    return (
      Number(x === undefined) - Number(y === undefined) ||
      sign * ((x ?? 0) - (y ?? 0)) ||
      (a.id < b.id ? -1 : Number(a.id > b.id))
    );
  });
}
