import { type FormRow, plain } from './cells-of.ts';
import { readLabel } from './form-label.ts';
import { joinValue } from './join-value.ts';
import { furtherColumn, type LeftOut, otherOf, type Scope } from './list-entry.ts';
import type { ListLayout } from './split-indicator-row.ts';

const figureHead = /^(值|数值)$/;
const signHead = /^(绩效)?(指标性质|计算符号|指标方向|运算符号?|比较符号?|指标符号|符号)$/;
const unitHead = /^(绩效)?(度量单位|计量单位|指标单位|单位)(\(.*\))?$/;
const otherHead =
  /^(备注|指标类型|指标值类型|指标方向性|是否.{0,6}指标|目标名称|(绩效)?(指标)?(权重|分值|分值权重|说明|解释|描述)|(指标值?|目标值)(设定|确定)?依据|指标值(内容|说明)|评\(?扣?\)?分标准|数据来源|(前|上)(一|两|二)?年(指标值|实现值)?)(\(.*\))?$/;

/** What a heading of the lists says beside level, name and value: sign or unit of a value, or what is no part of it. */
export function partOfHeading(text: string): 'sign' | 'unit' | 'other' | null {
  const word = plain(text);
  if (signHead.test(word)) return 'sign';
  if (unitHead.test(word)) return 'unit';
  return otherHead.test(word) ? 'other' : null;
}

/** Columns of a header row of the lists, or null where the row is none. */
export function readHeader(row: FormRow): ListLayout | null {
  const isListLabel = (cell: FormRow['cells'][number]) =>
    readLabel(cell.text)?.label.kind === 'indicators' ||
    (cell === row.cells[0] && /^(实施期|年度)指标$/.test(plain(cell.text)));
  const columns = row.cells.flatMap((cell) => {
    if (plain(cell.text) === '指标')
      return [{ kind: 'column' as const, column: 'name' as const, at: cell.column, scope: undefined }];
    if (isListLabel(cell)) return [];
    const label = readLabel(cell.text)?.label;
    if (label?.kind === 'column') return [{ ...label, at: cell.column, scope: scopeOf(cell.text) }];
    return figureHead.test(plain(cell.text))
      ? [{ kind: 'column' as const, column: 'value' as const, at: cell.column, scope: undefined }]
      : [];
  });
  if (columns.length < 2) return null;
  const halves: ListLayout['halves'] = [];
  for (const value of columns.filter((column) => column.column === 'value')) {
    const name = columns.findLast((column) => column.column === 'name' && column.at < value.at);
    const floor = halves.at(-1)?.value ?? -1;
    const level2 = columns.findLast(
      (column) => column.column === 'level2' && column.at < value.at && column.at > floor,
    );
    const at = name && name.at > floor ? name.at : value.at - 1;
    halves.push({ level2: level2?.at ?? at - 1, name: at, value: value.at });
  }
  const names = columns.filter((column) => column.column === 'name');
  const parts = readParts(row);
  const values = columns.filter((column) => column.column === 'value');
  const [half] = halves;
  if (half && names.length === 1 && new Set(values.map(({ scope }) => scope)).size === 2) {
    const named = values.find(({ scope }) => scope)?.scope ?? '年度';
    const sides = values.map(({ scope, at }) => ({ scope: scope ?? otherOf(named), column: at }));
    if (sides.length === 2) return { halves: [half], values: sides, ...(parts ? { parts } : {}) };
  }
  // A header that names its columns once over two halves says nothing of where they stand.
  const isUnclear = halves.length === 1 && !parts && (names.length > 1 || row.width > 9);
  const list = row.cells.find(isListLabel);
  const levels = columns.filter(({ column }) => column === 'level1' || column === 'level2');
  return {
    halves: isUnclear ? [] : halves,
    ...(halves.length === 1 && !isUnclear ? { levels: levels.map(({ at }) => at) } : {}),
    scope: list && scopeOf(list.text),
    ...(parts ? { parts } : {}),
  };
}

/** The list that a heading names: `年度绩效指标`, `实施期指标值`. */
function scopeOf(text: string): Scope | undefined {
  const word = plain(text);
  return /^(年度|当年)/.test(word) ? '年度' : /^(实施期|总体|中期|中长期)/.test(word) ? '实施期' : undefined;
}

/**
 * Columns of a header whose second row divides its values into sign, figure and unit; null where the row is not such a
 * second row.
 */
export function refineHeader(row: FormRow, layout: ListLayout): ListLayout | null {
  const isHead = ({ text }: FormRow['cells'][number]) =>
    [signHead, figureHead, unitHead].some((head) => head.test(plain(text))) ||
    readLabel(text)?.label.kind === 'column';
  const figures = row.cells.filter(({ text }) => figureHead.test(plain(text)) || plain(text) === '指标值');
  const parts = readParts(row);
  const years = row.cells.filter(({ text }) => /^(预期|预计|计划)?(当年|本年)/.test(plain(text)));
  const [now] = years;
  const [half] = layout.halves;
  if (now && half && years.length === 1 && parts && parts.left.length === row.cells.length - 1)
    return {
      ...layout,
      halves: [{ ...half, value: now.column }],
      parts: { signs: [], units: [], left: [...(layout.parts?.left ?? []), ...parts.left] },
    };
  if (!parts || !row.cells.every(isHead) || figures.length !== layout.halves.length) return null;
  const halves = layout.halves.map((half, index) => ({
    ...half,
    value: figures[index]?.column ?? half.value,
  }));
  return { ...layout, halves, parts: { ...parts, left: layout.parts?.left ?? [] } };
}

/** Columns of templates that print sign, figure and unit of a value apart, and columns that are no part of it. */
function readParts(row: FormRow): ListLayout['parts'] {
  const at = (part: ReturnType<typeof partOfHeading>) =>
    row.cells.filter((cell) => partOfHeading(cell.text) === part).map((cell) => cell.column);
  const [signs, units, left] = [at('sign'), at('unit'), at('other')];
  return signs.length + units.length + left.length > 0 ? { signs, units, left } : undefined;
}

/** Joins sign, figure and unit of a value that the header prints in columns of their own, in any order: `≥`, `95`, `%`. */
export function mergeColumns(row: FormRow, layout: ListLayout | null, leftOut: LeftOut[]): FormRow {
  if (!layout?.parts) return row;
  const { signs, units, left } = layout.parts;
  const values = layout.halves.map((half) => half.value);
  const cells: FormRow['cells'] = [];
  let pieces: FormRow['cells'] = [];
  const omit = ({ text }: FormRow['cells'][number]) =>
    leftOut.push({ line: row.line, text, reason: furtherColumn });
  const close = () => {
    const [first] = pieces;
    if (!first) return;
    const of = (columns: number[]) => pieces.find(({ column }) => columns.includes(column))?.text ?? '';
    const value = joinValue(of(signs), of(values), of(units));
    if (value.text) cells.push({ ...first, text: value.text });
    for (const text of value.rest) omit({ ...first, text });
    pieces = [];
  };
  for (const cell of row.cells) {
    if (left.includes(cell.column)) omit(cell);
    else if ([...signs, ...units, ...values].includes(cell.column)) {
      if (pieces.some(({ column }) => isSameKind(column, cell.column))) close();
      pieces.push(cell);
    } else {
      close();
      cells.push({ ...cell });
    }
  }
  close();
  return { ...row, cells };

  function isSameKind(a: number, b: number): boolean {
    return [signs, units, values].some((columns) => columns.includes(a) && columns.includes(b));
  }
}
