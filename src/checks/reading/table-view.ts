import { comparisonsAmong } from '../../schema/comparisons-among.ts';
import { columnInDoubt, type Figure } from '../../schema/figure.ts';
import type { Entry, Table } from '../../schema/table.ts';
import { entriesOf } from '../../schema/table.ts';
import { tableName } from '../../schema/table-titles.ts';
import { type ColumnKind, columnKind } from './column-kind.ts';
import { missingTerm, type Term, termOf } from './term.ts';

export interface AmountColumn {
  kind: ColumnKind;
  path: string;
  /** Innermost heading, for labels. */
  heading: string;
}

/** A line of a table with its name made comparable. */
export interface Line extends Entry {
  /** Label without blanks, ordinal and full-width forms: `社会保障和就业支出`. */
  name: string;
}

/** A table read by meaning: its lines a side, and its columns by kind. */
export class TableView {
  readonly number: number;
  readonly table: Table;
  readonly name: string;
  readonly lines: Line[];
  private readonly columns = new Map<string, AmountColumn[]>();

  constructor(number: number, table: Table) {
    this.number = number;
    this.table = table;
    this.name = tableName(number);
    this.lines = entriesOf(table).map((entry) => ({ ...entry, name: plainName(entry.label || entry.code) }));
    for (const side of ['', '收入', '支出'] as const) this.columns.set(side, amountColumns(table, side));
  }

  /** Amount columns of a side, in print order. */
  columnsOf(side: string): AmountColumn[] {
    return this.columns.get(side) ?? [];
  }

  column(side: string, kind: ColumnKind): AmountColumn | undefined {
    return this.columnsOf(side).find((column) => column.kind === kind);
  }

  sideLines(side: string): Line[] {
    return this.lines.filter((line) => line.side === side);
  }

  figure(line: Line, column: AmountColumn): Figure | undefined {
    return line.amounts.get(column.path);
  }

  /** The amount of a line in a column, as a term. */
  term(line: Line, column: AmountColumn): Term {
    const place = { table: this.number, column: column.path, line: line.line };
    const several = this.columnsOf(line.side).length > 1;
    const label = `${this.name}「${line.label || line.code || line.body}」${several ? column.heading : ''}`;
    const figure = line.amounts.get(column.path);
    const doubtful = figure ? undefined : [...line.amounts.values()].find(isInDoubt);
    return doubtful
      ? missingTerm(label, place, `${label}是否为空未能判定：同行金额「${doubtful.printed}」${columnInDoubt}`)
      : termOf(label, figure, this.table.unit, place);
  }

  /** As `term`, by kind of column; unchecked where the line or the column is not there. */
  find(line: Line | undefined, side: string, kind: ColumnKind, rowName: string): Term {
    const place = { table: this.number, line: line?.line ?? this.table.line };
    if (!line)
      return missingTerm(`${this.name}「${rowName}」`, place, `${this.name}未找到「${rowName}」一行`);
    const column = this.column(side, kind);
    if (!column) {
      return missingTerm(`${this.name}「${rowName}」`, place, `${this.name}未找到「${kindNames[kind]}」一栏`);
    }
    return this.term(line, column);
  }
}

/** Names of the kinds for sentences. */
export const kindNames: Record<ColumnKind, string> = {
  total: '合计',
  current: '当年预算安排',
  carried: '上年结转',
  general: '一般公共预算',
  fund: '政府性基金预算',
  capital: '国有资本经营预算',
  account: '财政专户管理资金',
  own: '单位资金',
  basic: '基本支出',
  project: '项目支出',
  staff: '人员经费',
  office: '公用经费',
  other: '其他',
};

/** Most labels are such, and comparable as they are: nothing below applies to them. */
const onlyHan = /^[\u4e00-\u9fff]*$/;

/** A label made comparable: no blanks, half-width, no leading ordinal. */
export function plainName(label: string): string {
  if (onlyHan.test(label)) return label;
  return label
    .replace(/^\s*[①-⑳]/, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:[一二三四五六七八九十]+[、.]|\(?[一二三四五六七八九十\d]+\)|[1-9]\d?[、.](?!\d))/, '')
    .replace(/[“”"'‘’「」]/g, '"');
}

/** Amount columns of a side; what this budget is compared with is left out. */
function amountColumns(table: Table, side: string): AmountColumn[] {
  const printed = table.columns.filter((column) => column.role === 'amount' && column.side === side);
  const compared = comparisonsAmong(printed.map(({ path }) => path));
  const columns = printed
    .filter((_, index) => !compared[index])
    .map(({ path }) => ({ kind: columnKind(path), path, heading: path.split('/').at(-1) ?? path }));
  // Funds under 上年结转 beside the same funds of this year: what they hold was carried over.
  const own = new Set(columns.flatMap(({ kind, path }) => (/结转/.test(path) ? [] : [kind])));
  for (const column of columns)
    if (/结转.*\//.test(column.path) && own.has(column.kind)) column.kind = 'carried';
  // 基本支出 over all columns is what the table is about.
  if (!columns.some(({ kind }) => kind === 'total'))
    for (const column of columns) if (/^(?:合计|小计)$/.test(column.heading)) column.kind = 'total';
  const [only] = columns;
  if (only && columns.length === 1) return [{ ...only, kind: 'total' }];
  // A grand total beside the total of a group: the innermost of the two is the one that its neighbors add up to.
  const totals = columns.filter((column) => column.kind === 'total');
  const deepest = totals.reduce((best, column) => (depth(column) > depth(best) ? column : best), totals[0]);
  return columns.filter((column) => column.kind !== 'total' || column === deepest);
}

function isInDoubt(figure: Figure): boolean {
  return 'undecided' in figure && figure.undecided === columnInDoubt;
}

function depth(column: AmountColumn | undefined): number {
  return column ? column.path.split('/').length : 0;
}
