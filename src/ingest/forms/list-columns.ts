import type { MoneyUnit } from '../../schema/figure.ts';
import type { FundSource, ProjectField } from '../../schema/project.ts';
import { type FormRow, plain } from './cells-of.ts';
import { readLabel } from './form-label.ts';
import { moneyUnitOf } from './form-money-unit.ts';
import type { FundScope } from './fund-slot.ts';
import { sourceOf } from './read-fund-cell.ts';
import { partOfHeading } from './read-header.ts';

/** What one column of a list of projects holds. */
export type ListColumn =
  | { kind: 'name'; isOfUnits: boolean }
  | { kind: 'unit' | 'department' | 'attribute' | 'period' }
  | { kind: 'money'; source: FundSource; scope: FundScope; unit: MoneyUnit | null }
  | { kind: 'text'; field: ProjectField }
  | { kind: 'level1' | 'level2' | 'indicator' | 'sign' | 'measure' }
  | { kind: 'value'; scope: FundScope }
  | { kind: 'other' };

/** Kinds of the columns that hold an indicator; those before them hold its project. */
export const indicatorKinds: ReadonlySet<ListColumn['kind']> = new Set([
  ...(['level1', 'level2', 'indicator', 'sign', 'value', 'measure'] as const),
]);

const nameHead = /^(项目名称|项目|专项名称|(二级)?项目\(政策\)名称|单位\(专项\)名称|二级项目名称?)$/;
const unitHead =
  /^(预算)?(单位|部门)(\((单位|部门)\))?(名称)?$|^(项目)?(实施|申报|执行|承担)?单位(名称|编码及名称|编码与名称)?$/;
const moneyHead =
  /^(项目)?(年度|当年|本年度?|年初|\d{4}年度?)?(项目)?(预算|资金|金额)(数|额|安排|规模|申请|申请金额)?(总额|金额|合计|总量)?$|^(项目)?(总额|总金额|总预算|总投资|合计|小计)$/;
const wholeMoneyHead = /^(实施期|中期)(资金|预算|投资|金额)/;

/**
 * Columns of a header that lists projects with their indicators, of one row or of several below each other; null where the
 * rows are no such header.
 */
export function readListColumns(rows: FormRow[]): ListColumn[] | null {
  const words = headings(rows);
  if (!words || words.some((word) => word.length > 24)) return null;
  const columns = words.map((word, index) => columnOf(word, words.slice(0, index)));
  // Some lists call their first level 指标类型.
  const ofLevel2 = columns.findIndex(({ kind }) => kind === 'level2');
  if (
    columns.every(({ kind }) => kind !== 'level1') &&
    /^指标类[型别]$/.test(plain(words[ofLevel2 - 1] ?? ''))
  )
    columns[ofLevel2 - 1] = { kind: 'level1' };
  const first = columns.findIndex(({ kind }) => kind === 'name');
  const at = (kind: ListColumn['kind']) => columns.findIndex((column) => column.kind === kind);
  const isList =
    first >= 0 &&
    at('indicator') > first &&
    at('value') > first &&
    at('value') > at('indicator') &&
    !isTwoSided(columns);
  return isList ? withWhole(columns, words) : null;
}

/** Whether a row can be the lower one of a header: it holds headings of money or indicators, and nothing else. */
export function isLowerHeader({ cells }: FormRow): boolean {
  return (
    cells.length > 1 &&
    cells.every(({ text }) => columnOf(text, []).kind !== 'other' || partOfHeading(text) !== null)
  );
}

/** The undermost heading of each column. A lower row that lost its leading blanks stands below 绩效指标. */
function headings(rows: FormRow[]): string[] | null {
  const [top, ...lower] = rows;
  if (!top) return null;
  let words = wordsOf(top);
  for (const row of lower) {
    const own = wordsOf(row);
    const group = words.findIndex((word) => readLabel(word)?.label.kind === 'indicators');
    const isBelow = own.some((word) => word !== '') && own[0] === '';
    if (isBelow) {
      const width = Math.max(words.length, own.length);
      words = Array.from({ length: width }, (_, index) => own[index] || words[index] || '');
    } else if (group >= 0 && words[group + 1] !== '') {
      words = words.toSpliced(group, 1, ...own.filter((word) => word !== ''));
    } else if (group >= 0) {
      words = [
        ...words.slice(0, group),
        ...own.filter((word) => word !== ''),
        ...words.slice(group + own.length),
      ];
    } else return null;
  }
  return words;
}

function wordsOf({ cells, width }: FormRow): string[] {
  return Array.from(
    { length: width },
    (_, column) => cells.find((cell) => cell.column === column)?.text ?? '',
  );
}

function columnOf(word: string, before: string[]): ListColumn {
  const text = plain(word);
  const bare = text.replace(/\((?:[千万百亿]*元|单位:.*|%)\)$/, '');
  const label = readLabel(word)?.label;
  const part = partOfHeading(word);
  if (nameHead.test(bare)) return { kind: 'name', isOfUnits: /^单位/.test(bare) };
  if (part === 'sign') return { kind: 'sign' };
  // 单位 alone is the body's name before the indicators, and the unit of the value behind them.
  const isBehind = before.some((other) => readLabel(other)?.label.kind === 'column');
  if (part === 'unit' && (isBehind || bare !== '单位')) return { kind: 'measure' };
  if (part === 'other') return { kind: 'other' };
  if (label?.kind === 'column' && label.column !== 'value')
    return { kind: label.column === 'name' ? 'indicator' : label.column };
  if (label?.kind === 'column')
    return { kind: 'value', scope: /^(实施期|中期)/.test(bare) ? '实施期' : '年度' };
  if (unitHead.test(bare)) return { kind: 'unit' };
  if (wholeMoneyHead.test(bare)) return money('合计', '实施期', word);
  if (moneyHead.test(bare)) return money('合计', '年度', word);
  const source = sourceOf(bare);
  if (source) return money(source, '年度', word);
  if (label?.kind === 'head' && label.key !== 'name') return { kind: label.key };
  if (label?.kind === 'text') return { kind: 'text', field: label.field };
  if (label?.kind === 'goal') return { kind: 'text', field: `${label.scope}总体目标` };
  if (label?.kind === 'goals' || /绩效目标$|^年度目标/.test(bare))
    return { kind: 'text', field: '年度总体目标' };
  return { kind: 'other' };
}

/** A total beside the year's is that of the whole period. */
function withWhole(columns: ListColumn[], words: string[]): ListColumn[] {
  const isTotal = (column: ListColumn) => column.kind === 'money' && column.source === '合计';
  if (columns.filter(isTotal).length < 2) return columns;
  return columns.map((column, index) =>
    column.kind === 'money' && isTotal(column) && /^(项目)?总/.test(plain(words[index] ?? ''))
      ? { ...column, scope: '实施期' }
      : column,
  );
}

function money(source: FundSource, scope: FundScope, word: string): ListColumn {
  return { kind: 'money', source, scope, unit: moneyUnitOf(word) };
}

/** Two lists side by side are a form's, or of a kind that is not known. */
function isTwoSided(columns: ListColumn[]): boolean {
  return columns.filter(({ kind }) => kind === 'indicator').length > 1;
}
