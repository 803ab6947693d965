import { columnInDoubt, type MoneyUnit } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { Project } from '../../schema/project.ts';
import type { Cell, Table } from '../../schema/table.ts';
import { tableName } from '../../schema/table-titles.ts';
import type { Part } from '../segment/segment-document.ts';
import type { SourceLine } from '../source-line.ts';
import { matchKey } from '../text/plain.ts';
import { agreeCodes } from './agree-codes.ts';
import { chooseLayout } from './choose-layout.ts';
import { contradictedUnits } from './contradicted-units.ts';
import { findParts, type TableHeader } from './find-parts.ts';
import { joinCodeCells } from './join-code-cells.ts';
import type { PrintedNames } from './join-wrapped-names.ts';
import { national } from './national.ts';
import { type ParsedTable, parseTable, type ReadTable } from './parse-table.ts';
import { parseUnknownTable } from './parse-unknown-table.ts';
import { type GridLine, readGrid } from './read-grid.ts';
import { readTableLines } from './read-table-lines.ts';
import type { TableTemplate, Template } from './template.ts';

export interface ParsedTables {
  /** Whether the document follows a set that is known; else its tables stay in the running text. */
  recognized: boolean;
  /** The set that most of its tables are laid out as. */
  template: Template;
  tables: Table[];
  findings: ConversionFinding[];
}

interface Stretch {
  title: string;
  line: number;
  /** Line of a title that stands behind the rows. */
  behind: number | undefined;
  /** Whether the title as printed is that of another table, or of none. */
  isMisread: boolean;
  spec: TableTemplate;
  /** The set that its layout belongs to. */
  template: Template;
  lines: SourceLine[];
}

/** Reads the statutory tables of a document, earlier ones first, so that later ones can be held against them. */
export function parseTables(
  parts: Part[],
  document: {
    template: Template;
    unit: string;
    year: number;
    phase: string;
    trimmed: boolean;
    /** Forms of the document: what they print in full. */
    projects: Pick<Project, 'name' | 'unit'>[];
  },
): ParsedTables {
  const printed = stitch(
    parts.flatMap((part) =>
      part.kind === 'table' && part.template
        ? [
            {
              title: part.title,
              line: part.line,
              behind: part.behind,
              isMisread: part.isMisread ?? false,
              spec: part.template,
              template: document.template,
              lines: part.lines,
            },
          ]
        : [],
    ),
  );
  const layouts = layOut(printed, false);
  const isOther = isNational(layouts);
  const stretches = isOther ? layOut(printed, true) : layouts;
  const template = isOther ? national : document.template;
  const numbers = new Set(stretches.map(({ spec }) => spec.number));
  const filled = new Set(stretches.filter((stretch) => !isBare(stretch)).map(({ spec }) => spec.number));
  const headers = new Map(stretches.map((stretch) => [stretch, headerOf(stretch)]));
  const fits = new Map([...headers].map(([stretch, header]) => [stretch, fitOf(header, gridOf(stretch))]));
  const recognized = document.phase === '预算' && followsTemplate([...fits.values()]);
  if (!recognized) return { recognized, template, tables: [], findings: [] };
  const all = [...new Set(template.tables.flatMap(({ number, optional }) => (optional ? [] : [number])))];
  const absent = all.filter((number) => !filled.has(number));
  const names = namesOf(document);
  const heads = stretches.map(({ lines }) => readTableLines(lines).unit);
  const usualUnit = mostFrequent(heads.filter((unit) => unit !== undefined)) ?? '万元';
  const shared = { ...document, absent, names, usualUnit };
  const first = readAll(new Map());
  const units = contradictedUnits(first.tables, document.unit);
  const { read, findings } = units.size === 0 ? first : readAll(units);
  findings.push(...agreeCodes(read));
  const untitled = all.filter((number) => !numbers.has(number));
  if (untitled.length > 0) findings.push(missing(untitled.toSorted((a, b) => a - b)));
  // Every province numbers the national tables in its own way: their order is the printed one.
  const tables = isOther ? read.toSorted((a, b) => a.line - b.line) : read;
  return { recognized, template, tables, findings };

  /** @param units of tables whose printed one is wrong */
  function readAll(units: ReadonlyMap<number, MoneyUnit>) {
    const tables = new Map<number, ReadTable>();
    const findings: ConversionFinding[] = [];
    const read: Table[] = [];
    const parse = (stretch: Stretch) =>
      parseTable(stretch, stretch.lines, { ...shared, template: stretch.template, tables, units });
    const parses: { stretch: Stretch; parsed: ParsedTable; at: number }[] = [];
    for (const stretch of [...stretches].sort((a, b) => a.spec.number - b.spec.number || a.line - b.line)) {
      if ((fits.get(stretch) ?? 1) < 0.5) {
        const { moved } = headers.get(stretch) as TableHeader;
        const table = {
          ...parseUnknownTable(stretch.lines, stretch.title, stretch.line),
          number: stretch.spec.number,
        };
        read.push(moved ? undecidedTable(table) : table);
        findings.push(moved ? movedHeader(stretch) : unknownLayout(stretch));
        continue;
      }
      const parsed = parse(stretch);
      if (!tables.has(stretch.spec.number)) tables.set(stretch.spec.number, parsed.read);
      read.push(parsed.read.table);
      parses.push({ stretch, parsed, at: read.length - 1 });
    }
    for (const { stretch, parsed, at } of parses) {
      // What stayed open is tried once more, now that the later tables can tell too.
      const open = parsed.findings.some(({ rule }) => rule === 'column-undecided');
      const last = open ? parse(stretch) : parsed;
      read[at] = last.read.table;
      findings.push(
        ...titleBehind(stretch),
        ...misreadTitle(stretch),
        ...last.findings,
        ...emptiness(last.read.table),
      );
    }
    return { tables, read, findings };
  }
}

/** Each table in the layout whose headings it prints. */
function layOut(stretches: Stretch[], isOther: boolean): (Stretch & { lead: number })[] {
  return stretches.map((stretch) => ({
    ...stretch,
    ...chooseLayout(gridOf(stretch), stretch, national, isOther),
  }));
}

function mostFrequent<Item>(items: Item[]): Item | undefined {
  const groups = [...Map.groupBy(items, (item) => item)];
  return groups.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

function namesOf({
  unit,
  projects,
}: {
  unit: string;
  projects: Pick<Project, 'name' | 'unit'>[];
}): PrintedNames {
  const keys = (names: string[]) => new Set(names.map(matchKey).filter((key) => key !== ''));
  return {
    projects: keys(projects.map(({ name }) => name)),
    bodies: keys([unit, ...projects.map((project) => project.unit)]),
  };
}

function titleBehind({ behind, line, spec }: Stretch): ConversionFinding[] {
  if (behind === undefined) return [];
  return [
    {
      rule: 'title-behind',
      status: 'decided',
      place: { table: spec.number, line: behind },
      message: `${tableName(spec.number)}的标题印在表的后面（第${behind}行），第${line}行起的表归入其下`,
    },
  ];
}

function misreadTitle({ isMisread, title, line, spec }: Stretch): ConversionFinding[] {
  if (!isMisread) return [];
  return [
    {
      rule: 'title-misread',
      status: 'decided',
      place: { table: spec.number, line },
      message: `表名印作「${title}」，疑有误字，读作${tableName(spec.number)}`,
      actual: title,
    },
  ];
}

/** A title with no row below it, which is not marked 本表无数据: its rows may stand elsewhere, or are gone. */
function emptiness({ number, line, rows, notes, noData }: Table): ConversionFinding[] {
  if (number === null || rows.length > 0 || notes.length > 0 || noData) return [];
  return [
    {
      rule: 'table-empty',
      status: 'undecided',
      place: { table: number, line },
      message: `${tableName(number)}标题下没有任何行，也没有标注“本表无数据”，其内容可能缺失或归入别处`,
    },
  ];
}

/** Whether the printed headers are mostly those that the template has; titles alone are alike in many provinces. */
function followsTemplate(fits: number[]): boolean {
  return fits.filter((fit) => fit >= 0.7).length > fits.length * 0.6;
}

function headerOf(stretch: Stretch): TableHeader {
  return findParts(gridOf(stretch), stretch.spec, stretch.template).header;
}

function gridOf({ lines }: Stretch): GridLine[] {
  return joinCodeCells(readGrid(readTableLines(lines).grid)).grid;
}

/** Whether the headers that one set names better than the other are mostly the national one's. */
function isNational(stretches: (Stretch & { lead: number })[]): boolean {
  const told = stretches.filter(({ lead, spec }) => lead > 0 && !spec.optional);
  return told.filter(({ template }) => template === national).length * 2 > told.length;
}

/** Share of a table's columns whose heading is printed; 1 where nothing else is printed. */
function fitOf(header: TableHeader, grid: GridLine[]): number {
  if (header.unlike || header.moved) return 0;
  // Words that are lost do not speak against the template, words of another one do.
  if (!header.printed) return isForeignHeading(grid[0]?.cells ?? []) ? 0 : 1;
  if (header.match.unknown.length === 0) return 1;
  // Where further columns have their places, all have.
  if (header.leaves.some(({ extra }) => extra)) return 1;
  const named = header.leaves.filter(({ path }) => header.match.texts.has(path.join('/')));
  // Columns of money under other words are other columns.
  const money = header.leaves.filter(({ role, optional }) => role === 'amount' && !optional);
  const known = money.filter((leaf) => named.includes(leaf)).length;
  const isOther = known * 2 < money.length && header.match.unknown.length >= money.length - known;
  return isOther ? 0 : named.length / header.leaves.length;
}

/** Whether a table begins with a row of words alone that is none of its first rows: headings that no set has. */
function isForeignHeading(cells: string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length >= 3 &&
    filled.every((cell) => /\p{Script=Han}/u.test(cell) && cell.length <= 24) &&
    !/^(?:合计|总计|部门合计|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|因公)/.test(
      filled[0] ?? '',
    )
  );
}

/** A table whose amounts keep their print and no value. */
function undecidedTable(table: Table): Table {
  const open = (cell: Cell) =>
    cell !== null && typeof cell === 'object' ? { printed: cell.printed, undecided: columnInDoubt } : cell;
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(open) })) };
}

function movedHeader({ spec, line }: Stretch): ConversionFinding {
  return {
    rule: 'header-moved',
    status: 'undecided',
    place: { table: spec.number, line },
    message: `${tableName(spec.number)}的表头错位，哪些栏目是本年预算无法确定，金额未取值`,
  };
}

function unknownLayout({ spec, line }: Stretch): ConversionFinding {
  return {
    rule: 'layout-unknown',
    status: 'note',
    place: { table: spec.number, line },
    message: `${tableName(spec.number)}的栏目与模板不同，按印出的表头读取`,
  };
}

/**
 * A title that comes again where its table goes on over the page belongs to the same table, and so does one that is
 * printed twice.
 */
function stitch(stretches: Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const before = out.at(-1);
    if (before?.spec.number === stretch.spec.number && (isBare(before) || !startsAnew(stretch))) {
      before.lines = [...before.lines, { text: '', line: stretch.line }, ...stretch.lines];
    } else out.push({ ...stretch });
  }
  return out;
}

/** Whether nothing but 单位名称 and 单位：万元 follows the title. */
function isBare({ lines }: Stretch): boolean {
  const { grid, notes } = readTableLines(lines);
  return notes.length === 0 && grid.every(({ text }) => text.trim() === '');
}

/** Whether the stretch has a first row of its own: a total, or the first item of a two-sided table. */
function startsAnew({ lines, spec }: Stretch): boolean {
  const first =
    spec.order === 'two-sided' ? /^一、/ : spec.order === 'three-public' ? /出国/ : /^(?:合计|总计|部门合计)/;
  return lines.slice(0, 24).some(({ text }) => text.includes('\t') && first.test(text.trim()));
}

function missing(numbers: number[]): ConversionFinding {
  return {
    rule: 'table-missing',
    status: 'note',
    place: {},
    message: `未见${numbers.map((number) => tableName(number)).join('、')}`,
  };
}
