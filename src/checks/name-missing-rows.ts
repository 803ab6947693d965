import { yuanOf } from '../schema/figure.ts';
import type { CheckFinding } from '../schema/finding.ts';
import type { Book } from './reading/book.ts';
import { formatWan } from './reading/format-yuan.ts';
import { type Line, plainName, type TableView } from './reading/table-view.ts';
import { halfOf } from './reading/term.ts';
import { formTerm } from './rules/form-term.ts';

/** Checks that add up the rows of a table which other tables, or forms, name too. */
const sums = new Set([
  ...['t1-functions', 't1-income-sources', 't2-footing', 't3-footing', 't4-functions', 't4-income-sources'],
  ...['t5-footing', 't8-footing', 't12-projects', 't13-projects'],
]);

const tables = [1, 2, 3, 4, 5, 8, 12, 13];

/** An item that a table does not print, although its sum needs it. */
interface MissingRow {
  table: TableView;
  name: string;
  /** Where it is printed: `表五`. */
  where: string;
  /** Whole yuan. */
  yuan: number;
}

/**
 * Names the rows that sums lack: where exactly one item that a table does not print stands elsewhere with the missing
 * amount, its row was lost on the way, not by the body that printed the total with it. What else concerns that row has the
 * same cause.
 */
export function nameMissingRows(findings: CheckFinding[], book: Book): CheckFinding[] {
  const missing = new Map<CheckFinding, MissingRow>();
  for (const finding of findings) {
    const row = missingRow(finding, book);
    if (row) missing.set(finding, row);
  }
  const item = missingItem(findings, book);
  if (missing.size === 0 && !item) return findings;
  return findings.map((finding) => {
    if (finding.outcome !== '不符') return finding;
    const row = missing.get(finding);
    if (row) {
      const found = `${row.where}有「${row.name}」 ${formatWan(row.yuan)} 万元，${row.table.name}没有这一行`;
      return { ...finding, message: `${finding.message}；${found}`, likely: 'conversion' };
    }
    if (item && lacksItem(finding, item.other))
      return {
        ...finding,
        message: `${finding.message}；说明六列举的「${item.name}」不在表六`,
        likely: 'conversion',
      };
    const isOfItem = item !== undefined && finding.check === 'narrative-6-items';
    return isOfItem || concernsAny(finding, [...missing.values()])
      ? { ...finding, likely: 'conversion' }
      : finding;
  });
}

/**
 * The one item that section 六 lists and table 六 does not print, where a sum of table 六 lacks something; `other` is the
 * column that it is not of.
 */
function missingItem(findings: CheckFinding[], book: Book): { name: string; other: string } | undefined {
  const named = findings.find(({ check, outcome }) => check === 'narrative-6-items' && outcome === '不符');
  const [only, further] = named?.operands ?? [];
  const name = /「(.+)」/.exec(only?.label ?? '')?.[1];
  const six = book.table(6);
  if (!named || !name || further || typeof six === 'string') return undefined;
  const other = named.message.includes('公用经费') ? '人员经费' : '公用经费';
  const isPrinted = six.lines.some((line) => line.name === name);
  return !isPrinted && findings.some((finding) => lacksItem(finding, other)) ? { name, other } : undefined;
}

function lacksItem({ check, outcome, differenceYuan = 0, message }: CheckFinding, other: string): boolean {
  return (
    check === 't6-footing' && outcome === '不符' && differenceYuan > 0 && !message.includes(`」${other}`)
  );
}

function concernsAny({ message }: CheckFinding, rows: MissingRow[]): boolean {
  return rows.some(({ table, name }) => message.includes(table.name) && message.includes(`「${name}」`));
}

function missingRow(finding: CheckFinding, book: Book): MissingRow | undefined {
  const { outcome, check, differenceYuan = 0, place, operands } = finding;
  if (outcome !== '不符' || differenceYuan <= 0 || place.table === undefined || !sums.has(check))
    return undefined;
  const table = book.table(place.table);
  if (typeof table === 'string') return undefined;
  const names = new Set(table.lines.map(({ name }) => name));
  const off = operands.length * halfOf[table.table.unit];
  const isAmount = (yuan: number) => Math.abs(yuan - differenceYuan) <= off;
  const printed = [
    ...rowsElsewhere(book, table, isAmount),
    ...(place.table >= 12 ? forms(book, isAmount) : []),
  ];
  const items = new Map(printed.filter(({ name }) => !names.has(name)).map((item) => [item.name, item]));
  const [item, other] = items.values();
  return item && !other ? { ...item, table } : undefined;
}

type Item = Omit<MissingRow, 'table'>;

function rowsElsewhere(book: Book, own: TableView, isAmount: (yuan: number) => boolean): Item[] {
  return tables.flatMap((number) => {
    const view = number === own.number ? '' : book.table(number);
    if (typeof view === 'string') return [];
    return view.lines.flatMap((line) => {
      const yuan = amountsOf(view, line).find(isAmount);
      const isItem = line.name.length >= 2 && !/计$/.test(line.name);
      return isItem && yuan !== undefined ? [{ where: view.name, name: line.name, yuan }] : [];
    });
  });
}

/** Amounts of a line, and what it has of this year and carried over together. */
function amountsOf(view: TableView, line: Line): number[] {
  const amounts = [...line.amounts.values()].flatMap((figure) => yuanOf(figure) ?? []);
  const [total, carried] = (['total', 'carried'] as const).map((kind) => {
    const column = view.column(line.side, kind);
    return column && yuanOf(view.figure(line, column));
  });
  return total !== undefined && carried !== undefined ? [...amounts, total + carried] : amounts;
}

function forms(book: Book, isAmount: (yuan: number) => boolean): Item[] {
  return book.disclosure.projects.flatMap((project) => {
    const { unchecked, yuan } = formTerm(project, 'annual');
    return !unchecked && isAmount(yuan) && project.name !== ''
      ? [{ where: '绩效目标表', name: plainName(project.name), yuan }]
      : [];
  });
}
