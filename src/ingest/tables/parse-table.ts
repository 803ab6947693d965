import { columnInDoubt, type MoneyUnit } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import { hasPlace } from '../../schema/has-place.ts';
import { readFigure } from '../../schema/read-figure.ts';
import type { Cell, Column, Table } from '../../schema/table.ts';
import { tableName, tableTitles } from '../../schema/table-titles.ts';
import type { SourceLine } from '../source-line.ts';
import { matchKey } from '../text/plain.ts';
import { reportBareRows } from './bare-rows.ts';
import { doubtSecondTotal } from './doubt-second-total.ts';
import { divisionsOf, equationsOf, type Ref, type RowKeys } from './equations.ts';
import { findParts } from './find-parts.ts';
import { joinBrokenRows } from './join-broken-rows.ts';
import { joinCodeCells } from './join-code-cells.ts';
import { joinWrappedNames, type PrintedNames } from './join-wrapped-names.ts';
import { mendCodes } from './mend-codes.ts';
import { nameColumns } from './name-columns.ts';
import { partMergedCells } from './part-merged-cells.ts';
import { isAmountLike } from './place-cells.ts';
import { type PlacedRow, placeRows } from './place-rows.ts';
import { readGrid } from './read-grid.ts';
import { readTableLines } from './read-table-lines.ts';
import type { LeafTemplate, TableTemplate, Template } from './template.ts';
import { transposeThreePublic } from './transpose-three-public.ts';

/** What is known of the document before a table is read. */
export interface TableContext {
  template: Template;
  unit: string;
  year: number;
  /** Whether no line of the text ends in a blank cell. */
  trimmed: boolean;
  /** Tables already read, for totals that are printed twice. */
  tables: ReadonlyMap<number, ReadTable>;
  /** Numbers of the template's tables that no rows were found for. */
  absent: number[];
  /** Names that the forms print in full. */
  names: PrintedNames;
  /** Unit of tables that print none. */
  usualUnit: MoneyUnit;
  /** Units of tables whose printed one the other tables contradict, by number. */
  units: ReadonlyMap<number, MoneyUnit>;
}

/** A table with the template's view of it, kept for later tables' anchors. */
export interface ReadTable {
  table: Table;
  spec: TableTemplate;
  leaves: LeafTemplate[];
  rows: PlacedRow[];
}

export interface ParsedTable {
  read: ReadTable;
  findings: ConversionFinding[];
}

/** Reads a statutory table: its lines in, stitched rows under leaf columns out, every decision as a finding. */
export function parseTable(
  title: { title: string; line: number; spec: TableTemplate },
  lines: SourceLine[],
  context: TableContext,
): ParsedTable {
  const { spec } = title;
  const around = readTableLines(lines, true);
  const coded = joinCodeCells(readGrid(around.grid));
  const { header, parts, findings: partFindings } = findParts(coded.grid, spec, context.template);
  const wrapped =
    spec.order === 'projects'
      ? joinWrappedNames(parts, header.leaves, context.names)
      : { parts, loose: [], findings: [] };
  const joined = joinBrokenRows(wrapped.parts, spec, header.leaves);
  const mended = spec.order === 'codes' ? mendCodes(joined.parts) : { parts: joined.parts, findings: [] };
  const parted = partMergedCells(mended.parts, header.leaves);
  const unit = context.units.get(spec.number) ?? around.unit ?? context.usualUnit;
  const placed = placeRows(parted.parts, header, {
    spec,
    unit,
    trimmed: context.trimmed,
    equations: (rows) => [
      ...equationsOf(rows.map(keysOf(header.leaves)), withLeaves(spec, header.leaves), context.unit),
      ...anchorsOf(rows),
    ],
  });
  const { rows, findings: rowFindings } = doubtSecondTotal(
    placed,
    keysOf(header.leaves),
    spec.order,
    context.absent.some((number) => number > spec.number),
  );
  const { columns, kept } = nameColumns(header, placed.used, context);
  const at = (place: ConversionFinding['place']) => ({ table: spec.number, ...place });
  const table: Table = {
    number: spec.number,
    title: title.title || (tableTitles[spec.number - 1]?.name ?? ''),
    line: title.line,
    unit,
    columns,
    rows: rows.map((row) => ({
      line: row.line,
      cells: kept.map((leaf) => cellOf(row, leaf, header.leaves[leaf] as LeafTemplate, unit)),
    })),
    notes: [
      ...around.notes,
      ...[...wrapped.loose, ...joined.loose].map(({ cells, line }) => ({ text: cells.join(' '), line })),
    ].toSorted((a, b) => a.line - b.line),
    noData: around.noData,
  };
  moveTotalsToLabel(table);
  const across = spec.order === 'three-public-across';
  const extra = new Set(kept.flatMap((leaf, index) => (header.leaves[leaf]?.extra ? [index] : [])));
  const findings = [
    ...(title.title === '' ? [missingTitle()] : []),
    ...(around.unit ? wrongUnit(around.unit) : missingUnit(rows)),
    ...reportBareRows(spec.number, around.notes),
    ...coded.findings,
    ...partFindings,
    ...wrapped.findings,
    ...joined.findings,
    ...mended.findings,
    ...parted.findings,
    ...rowFindings,
    ...(spec.order === 'codes' ? doubtfulCodes(table) : []),
    ...unreadable(table),
  ].map((finding) => ({ ...finding, place: at(finding.place) }));
  const shown = across ? transposeThreePublic(table, extra) : table;
  return { read: { table: shown, spec, leaves: header.leaves, rows }, findings };

  function anchorsOf(rows: PlacedRow[]) {
    return anchored({ spec, leaves: header.leaves, rows }, context).map(({ target, found }) => ({
      kind: '表' as const,
      target,
      parts: [],
      constant: found.yuan,
      source: found.source,
    }));
  }

  function missingTitle(): ConversionFinding {
    return {
      rule: 'title-missing',
      status: 'decided',
      place: { line: title.line },
      message: `第${title.line}行起的表没有标题，按${header.printed ? '表头' : '首行'}认定为${tableName(spec.number)}`,
    };
  }

  function wrongUnit(printed: MoneyUnit): ConversionFinding[] {
    if (unit === printed) return [];
    return [
      {
        rule: 'money-unit-contradicted',
        status: 'decided',
        place: { line: title.line },
        message: `${tableName(spec.number)}金额单位印作「${printed}」，与其他表所印的相同金额相差一万倍，按「${unit}」读取`,
        actual: printed,
        expected: unit,
      },
    ];
  }

  function missingUnit(rows: PlacedRow[]): ConversionFinding[] {
    if (!rows.some(({ cells }) => cells.some((cell) => isAmountLike(cell)))) return [];
    return [
      {
        rule: 'money-unit-missing',
        status: 'decided',
        place: { line: title.line },
        message: `${tableName(spec.number)}未印金额单位，按「${unit}」读取`,
      },
    ];
  }
}

function withLeaves(spec: TableTemplate, leaves: LeafTemplate[]): TableTemplate {
  return { ...spec, leaves };
}

/** Cells of a table whose amount another table prints too, with that amount. */
export function anchored(
  { spec, leaves, rows }: Pick<ReadTable, 'spec' | 'leaves' | 'rows'>,
  context: Pick<TableContext, 'tables' | 'unit'>,
): { target: Ref; table: number; found: { yuan: number; source: string } }[] {
  const keys = rows.map(keysOf(leaves));
  return spec.anchors.flatMap((anchor) => {
    const row = keys.findIndex(({ label, code }) =>
      anchor.row ? anchor.row.test(label) : isTotal(label || code, context.unit),
    );
    if (row < 0) return [];
    const leaf = leaves.findIndex(({ key }) => key === anchor.leaf);
    const found = lookUp(anchor, context);
    return leaf < 0 || found === undefined ? [] : [{ target: { row, leaf }, table: anchor.table, found }];
  });
}

/** The amount that another table prints for an anchor; undefined where it is not there or not certain. */
function lookUp(
  anchor: TableTemplate['anchors'][number],
  { tables, unit }: Pick<TableContext, 'tables' | 'unit'>,
): { yuan: number; source: string } | undefined {
  const other = tables.get(anchor.table);
  if (!other) return undefined;
  const leaf = other.leaves.findIndex(({ key }) => key === anchor.of);
  const side = other.leaves[leaf]?.side ?? '';
  const rows = anchor.last ? other.rows.toReversed() : other.rows;
  const found = rows.find((row) => {
    const { label, left, code } = keysOf(other.leaves)(row);
    const name = matchKey(side === '收入' && other.spec.order === 'two-sided' ? left : label || code);
    return anchor.label === 'total' ? isTotal(name, unit) : anchor.label.test(name);
  });
  if (!found || leaf < 0) return undefined;
  const figure = found.figures[leaf];
  if (figure && !('yuan' in figure)) return undefined;
  const source = `${tableName(anchor.table)}第${found.line}行`;
  return { yuan: figure ? figure.yuan : 0, source };
}

/** Texts that a row is known by. */
export function keysOf(leaves: LeafTemplate[]): (row: PlacedRow) => RowKeys {
  return (row) => {
    const text = (key: string) => {
      const leaf = leaves.findIndex((candidate) => candidate.key === key);
      return matchKey(row.texts[leaf] ?? '');
    };
    const figure = row.figures[leaves.findIndex(({ key }) => key === 'total')];
    /** 合计 in a column of its own above kinds of projects. */
    const totalIn = ({ texts }: PlacedRow) =>
      leaves.flatMap(({ role }, leaf) =>
        role === 'text' && totalWord.test(matchKey(texts[leaf] ?? '')) ? [matchKey(texts[leaf] ?? '')] : [],
      )[0] ?? '';
    return {
      total: figure ? ('yuan' in figure ? figure.yuan : undefined) : null,
      label: text('label') || totalIn(row),
      code: text('code'),
      left: text('in.label'),
      counterpart: text('counterpart'),
    };
  };
}

function cellOf(row: PlacedRow, leaf: number, { role }: LeafTemplate, unit: MoneyUnit): Cell {
  const text = row.texts[leaf] ?? '';
  if (role === 'code')
    return text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC')).replace(/(?<=\d)\s+(?=\d)/g, '');
  if (role !== 'amount') return text;
  return row.figures[leaf] ?? readFigure(text, unit);
}

const totalWord = /^(?:合计|总计)$/;

/** 合计 is printed in the code column, or that of kinds, where it and the name are one cell; it is a label. */
function moveTotalsToLabel(table: Table): void {
  table.columns.forEach((column: Column, code) => {
    if (column.role !== 'code' && column.role !== 'text') return;
    const label = table.columns.findIndex(
      (other, index) => index > code && other.role === 'label' && other.side === column.side,
    );
    if (label < 0) return;
    for (const { cells } of table.rows) {
      const text = String(cells[code]);
      const isTotal = column.role === 'code' ? /\p{Script=Han}/u.test(text) : totalWord.test(matchKey(text));
      if (cells[label] !== '' || !isTotal) continue;
      cells[label] = cells[code] as string;
      cells[code] = '';
    }
  });
}

/** Codes of a length that no 类, 款 or 项 has, or with letters: where they belong, nothing tells. */
function doubtfulCodes(table: Table): ConversionFinding[] {
  return table.columns.flatMap(({ path, role, side }, column): ConversionFinding[] => {
    if (role !== 'code' || path === '单位编码') return [];
    const label = table.columns.findIndex((other) => other.role === 'label' && other.side === side);
    const printed = table.rows.map(({ line, cells }) => ({
      line,
      code: String(cells[column] ?? ''),
      label: matchKey(String(cells[label] ?? '')),
    }));
    const divisions = divisionsOf(printed);
    return printed.flatMap(({ line, code, label: name }): ConversionFinding[] => {
      if (!/\d/.test(code) || hasPlace(code, name, divisions)) return [];
      const message = `第${line}行科目编码「${code}」不是类、款、项的 3、5、7 位数字，在科目中的位置无法确定`;
      return [
        { rule: 'code-doubtful', status: 'undecided', place: { line, column: path }, message, actual: code },
      ];
    });
  });
}

function unreadable(table: Table): ConversionFinding[] {
  return table.rows.flatMap(({ line, cells }) =>
    cells.flatMap((cell, index): ConversionFinding[] => {
      if (
        cell === null ||
        typeof cell === 'string' ||
        'yuan' in cell ||
        cell.undecided === columnInDoubt ||
        cell.undecided === '数字似被截断'
      )
        return [];
      return [
        {
          rule: 'figure-unreadable',
          status: 'undecided',
          place: { line, column: table.columns[index]?.path },
          message: `「${cell.printed}」${cell.undecided}`,
          actual: cell.printed,
        },
      ];
    }),
  );
}

/** Whether a label's `matchKey` is that of a table's total row; projects are totalled under the unit's name. */
function isTotal(key: string, unit: string): boolean {
  return /^(?:合计|总计|部门合计|单位合计)$/.test(key) || key === matchKey(unit);
}
