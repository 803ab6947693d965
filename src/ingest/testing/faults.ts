import type { Random } from '../../checks/testing/random.ts';
import { displayWidth } from '../text/display-width.ts';
import type { PrintedLine } from './print-document.ts';

type Grid = Extract<PrintedLine, { cells: string[] }>;

/** A fault of conversion: changes a printed document at a random place. */
export interface Fault {
  name: string;
  /** Whether a figure can be beyond recovery, because its text itself was cut. */
  apply: (lines: PrintedLine[], random: Random) => PrintedLine[];
}

const isGrid = (line: PrintedLine): line is Grid => 'cells' in line;

/** Indexes of the rows of one random table that has at least three. */
function someTable(lines: PrintedLine[], random: Random): { table: number; rows: number[] } {
  const tables = [...new Set(lines.flatMap((line) => (line.kind === 'row' ? [line.table] : [])))];
  const rowsOf = (table: number) =>
    lines.flatMap((line, index) => (line.kind === 'row' && line.table === table ? [index] : []));
  const table = random.pick(tables.filter((number) => rowsOf(number).length >= 3));
  return { table, rows: rowsOf(table) };
}

function headerOf(lines: PrintedLine[], table: number): PrintedLine[] {
  return lines.filter((line) => line.kind === 'header' && line.table === table).map((line) => ({ ...line }));
}

/** Columns that are blank in all given rows. */
function blankColumns(lines: PrintedLine[], rows: number[]): number[] {
  const cells = rows.map((row) => (lines[row] as Grid).cells);
  return (cells[0] ?? []).flatMap((_, column) => (cells.every((row) => row[column] === '') ? [column] : []));
}

const text = (content: string): PrintedLine => ({ kind: 'text', table: 0, text: content });

function breakAt(lines: PrintedLine[], at: number, between: PrintedLine[]): PrintedLine[] {
  return [...lines.slice(0, at), ...between, ...lines.slice(at)];
}

function change(
  lines: PrintedLine[],
  indexes: number[],
  cells: (cells: string[]) => string[],
): PrintedLine[] {
  const set = new Set(indexes);
  return lines.map((line, index) =>
    set.has(index) && isGrid(line) ? { ...line, cells: cells(line.cells) } : line,
  );
}

/** The faults that conversions make in tables, each at a random place. */
export const faults: Fault[] = [
  {
    name: 'page break without header',
    apply: (lines, random) => breakAt(lines, random.pick(someTable(lines, random).rows.slice(1)), [text('')]),
  },
  {
    name: 'page break with header',
    apply: (lines, random) => {
      const { table, rows } = someTable(lines, random);
      return breakAt(lines, random.pick(rows.slice(1)), [text(''), ...headerOf(lines, table)]);
    },
  },
  {
    name: 'page break with watermark',
    apply: (lines, random) => {
      const { rows } = someTable(lines, random);
      const mark = text('内部征求意见稿');
      return [...breakAt(lines, random.pick(rows.slice(1)), [mark, mark, mark]), mark, mark];
    },
  },
  {
    name: 'page break with page number',
    apply: (lines, random) =>
      breakAt(lines, random.pick(someTable(lines, random).rows.slice(1)), [text(`- ${random.int(2, 60)} -`)]),
  },
  {
    name: 'page break with title again',
    apply: (lines, random) => {
      const { table, rows } = someTable(lines, random);
      const title = lines.filter((line) => line.kind === 'title' && line.table === table);
      return breakAt(lines, random.pick(rows.slice(1)), [
        ...title,
        text('单位：万元'),
        ...headerOf(lines, table),
      ]);
    },
  },
  {
    name: 'second part loses an empty column',
    apply: (lines, random) => {
      const { rows } = someTable(lines, random);
      const part = rows.slice(random.int(1, rows.length - 1));
      const blank = blankColumns(lines, part);
      if (blank.length === 0) return lines;
      const column = random.pick(blank);
      const changed = change(lines, part, (cells) => cells.toSpliced(column, 1));
      return breakAt(changed, part[0] as number, [text('')]);
    },
  },
  {
    name: 'second part gains an empty column',
    apply: (lines, random) => {
      const { rows } = someTable(lines, random);
      const part = rows.slice(random.int(1, rows.length - 1));
      const column = random.int(1, (lines[part[0] as number] as Grid).cells.length);
      const changed = change(lines, part, (cells) => cells.toSpliced(column, 0, ''));
      return breakAt(changed, part[0] as number, [text('')]);
    },
  },
  {
    name: 'second part with its header loses an empty column',
    apply: (lines, random) => {
      const { table, rows } = someTable(lines, random);
      const part = rows.slice(random.int(1, rows.length - 1));
      const blank = blankColumns(lines, part);
      if (blank.length === 0) return lines;
      const column = random.pick(blank);
      const header = headerOf(lines, table).map((line) => ({
        ...(line as Grid),
        cells: (line as Grid).cells.toSpliced(column, 1),
      }));
      const changed = change(lines, part, (cells) => cells.toSpliced(column, 1));
      return breakAt(changed, part[0] as number, [text(''), ...header]);
    },
  },
  {
    name: 'row loses an empty cell',
    apply: (lines, random) => {
      const row = random.pick(someTable(lines, random).rows);
      const blank = blankColumns(lines, [row]);
      return blank.length === 0
        ? lines
        : change(lines, [row], (cells) => cells.toSpliced(random.pick(blank), 1));
    },
  },
  {
    name: 'row gains an empty cell',
    apply: (lines, random) =>
      change(lines, [random.pick(someTable(lines, random).rows)], (cells) =>
        cells.toSpliced(random.int(0, cells.length), 0, ''),
      ),
  },
  {
    name: 'row shifts by one',
    apply: (lines, random) => {
      const row = random.pick(someTable(lines, random).rows);
      return change(lines, [row], (cells) => {
        const blank = cells.flatMap((cell, index) => (cell === '' ? [index] : []));
        if (blank.length === 0) return cells;
        return cells.toSpliced(random.pick(blank), 1).toSpliced(random.int(1, cells.length - 1), 0, '');
      });
    },
  },
  {
    name: 'trailing blanks trimmed',
    apply: (lines, random) =>
      change(lines, someTable(lines, random).rows, (cells) =>
        cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1),
      ),
  },
  {
    name: 'header loses a word',
    apply: (lines, random) => changeHeader(lines, random, (cells, at) => cells.with(at, '')),
  },
  {
    name: 'header loses a cell',
    apply: (lines, random) => changeHeader(lines, random, (cells, at) => [...cells.toSpliced(at, 1), '']),
  },
  {
    name: 'header swaps two cells',
    apply: (lines, random) =>
      changeHeader(lines, random, (cells, at) => {
        const other = (at + 1) % cells.length;
        return cells.with(at, cells[other] as string).with(other, cells[at] as string);
      }),
  },
  {
    name: 'header missing',
    apply: (lines, random) => {
      const { table } = someTable(lines, random);
      return lines.filter((line) => !(line.kind === 'header' && line.table === table));
    },
  },
  {
    name: 'title with heading marks',
    apply: (lines, random) =>
      lines.map((line) =>
        line.kind === 'title' ? { ...line, text: `${'#'.repeat(random.int(1, 5))} ${line.text}` } : line,
      ),
  },
  {
    name: 'title without 年, with page label',
    apply: (lines) =>
      lines.flatMap((line): PrintedLine[] =>
        line.kind === 'title'
          ? [text(`预算公开表${line.table}`), { ...line, text: line.text.replace(/^\d{4}年/, '') }]
          : [line],
      ),
  },
  {
    name: 'title with 汇总表',
    apply: (lines) =>
      lines.map((line) =>
        line.kind === 'title' ? { ...line, text: line.text.replace('支出总表', '支出汇总表') } : line,
      ),
  },
  {
    name: 'title missing',
    apply: (lines, random) => {
      // The first table's title is all that tells where the tables begin.
      const { table } = someTable(lines, random);
      return table === 1 ? lines : lines.filter((line) => !(line.kind === 'title' && line.table === table));
    },
  },
  {
    name: 'title behind its rows',
    apply: (lines, random) => {
      const { table, rows } = someTable(lines, random);
      const isTitle = (line: PrintedLine) => line.kind === 'title' && line.table === table;
      const last = (rows.at(-1) as number) + 1;
      return breakAt(lines, last, [text(''), ...lines.filter(isTitle)]).filter(
        (line, index) => index > last || !isTitle(line),
      );
    },
  },
  {
    name: 'title broken over two lines',
    apply: (lines, random) => {
      const { table } = someTable(lines, random);
      return lines.flatMap((line): PrintedLine[] => {
        if (line.kind !== 'title' || line.table !== table) return [line];
        const at = random.int(6, line.text.length - 3);
        return [{ ...line, text: line.text.slice(0, at) }, text(line.text.slice(at))];
      });
    },
  },
  {
    name: 'unit on the title line',
    apply: (lines) =>
      lines.flatMap((line): PrintedLine[] =>
        line.kind === 'title' && !line.text.includes('单位')
          ? [{ ...line, text: `${line.text}  单位：万元` }]
          : line.kind === 'text' && line.text === '单位：万元'
            ? []
            : [line],
      ),
  },
  {
    name: 'code and name in one cell',
    apply: (lines, random) =>
      change(lines, someTable(lines, random).rows, (cells) =>
        /^\d{3,7}$/.test(cells[0] ?? '') ? [`${cells[0]} ${cells[1]}`, ...cells.slice(2)] : cells,
      ),
  },
  {
    name: 'two amounts in one cell',
    apply: (lines, random) =>
      change(lines, [random.pick(someTable(lines, random).rows)], (cells) => {
        const at = cells.findIndex(
          (cell, index) => /\.\d\d$/.test(cell) && /\.\d\d$/.test(cells[index + 1] ?? ''),
        );
        return at < 0 ? cells : cells.toSpliced(at, 2, `${cells[at]} ${cells[at + 1]}`);
      }),
  },
  {
    name: 'name and amount in one cell',
    apply: (lines, random) =>
      change(lines, [random.pick(someTable(lines, random).rows)], (cells) => {
        const at = cells.findIndex(
          (cell, index) => /\p{Script=Han}$/u.test(cell) && /\.\d\d$/.test(cells[index + 1] ?? ''),
        );
        return at < 0 ? cells : cells.toSpliced(at, 2, `${cells[at]} ${cells[at + 1]}`);
      }),
  },
  {
    name: 'cells wrap',
    apply: (lines, random) =>
      change(lines, someTable(lines, random).rows, (cells) =>
        cells.map((cell) => cell.replace(/^(\p{Script=Han}{3,})(\p{Script=Han})/u, '$1 $2')),
      ),
  },
  {
    name: 'row broken inside its name',
    apply: (lines, random) => {
      const candidates = lines.flatMap((line, index) =>
        line.kind === 'row' && line.cells.some((cell) => /^\p{Script=Han}{6,}/u.test(cell)) ? [index] : [],
      );
      const at = random.pick(candidates);
      const row = lines[at] as Grid;
      const cell = row.cells.findIndex((content) => /^\p{Script=Han}{6,}/u.test(content));
      const name = row.cells[cell] as string;
      return [
        ...lines.slice(0, at),
        { ...row, cells: [...row.cells.slice(0, cell), name.slice(0, 4)] },
        { ...row, cells: [name.slice(4), ...row.cells.slice(cell + 1)] },
        ...lines.slice(at + 1),
      ];
    },
  },
  {
    name: 'row cut in the middle',
    apply: (lines, random) => {
      const { rows } = someTable(lines, random);
      const row = rows.at(-1) as number;
      const full = (lines[row] as Grid).cells.join('\t');
      const filled = full.replace(/\t+$/, '');
      const cells = filled.slice(0, random.int(Math.ceil(filled.length / 2), filled.length - 1)).split('\t');
      return change(lines, [row], () => cells);
    },
  },
  {
    name: 'figures with thousands separators',
    apply: (lines, random) =>
      change(lines, someTable(lines, random).rows, (cells) =>
        cells.map((cell) =>
          /^\d{4,}\.\d\d$/.test(cell) ? cell.replace(/(\d)(?=(\d{3})+\.)/g, '$1,') : cell,
        ),
      ),
  },
  {
    name: 'full-width figures',
    apply: (lines, random) =>
      change(lines, someTable(lines, random).rows, (cells) =>
        cells.map((cell) =>
          /^\d+\.\d\d$/.test(cell)
            ? cell.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
            : cell,
        ),
      ),
  },
  {
    name: 'footnote',
    apply: (lines, random) => {
      const { rows } = someTable(lines, random);
      return breakAt(lines, (rows.at(-1) as number) + 1, [text('注：金额四舍五入，可能有尾差')]);
    },
  },
  {
    name: 'stray tags',
    apply: (lines, random) =>
      change(lines, someTable(lines, random).rows, (cells) =>
        cells.map((cell) => (random.int(0, 4) === 0 && cell ? `<b>${cell}</b>` : cell)),
      ),
  },
  {
    name: 'blank lines between rows',
    apply: (lines, random) => {
      const { rows } = someTable(lines, random);
      const set = new Set(rows);
      return lines.flatMap((line, index) => (set.has(index) ? [text(''), line] : [line]));
    },
  },
  {
    name: 'unit total printed twice',
    apply: (lines) => {
      const at = lines.findIndex((line) => line.kind === 'row' && line.table === 13);
      return at < 0 ? lines : breakAt(lines, at, [lines[at] as PrintedLine]);
    },
  },
  {
    name: 'cell marks as blanks',
    apply: (lines, random) => {
      const { table } = someTable(lines, random);
      const mark = ' '.repeat(random.int(2, 4));
      return lines.map((line) =>
        isGrid(line) && line.table === table ? { ...line, cells: [line.cells.join(mark)] } : line,
      );
    },
  },
  {
    name: 'columns aligned with blanks',
    apply: (lines, random) => {
      const { table } = someTable(lines, random);
      const grid = lines.filter((line) => isGrid(line) && line.table === table) as Grid[];
      const measure = random.int(0, 1) === 0 ? displayWidth : (cell: string) => cell.length;
      const [, ...starts] = columnStarts(grid, measure, random.int(2, 4));
      return lines.map((line) =>
        isGrid(line) && line.table === table
          ? { ...line, cells: [aligned(line.cells, starts, measure)] }
          : line,
      );
    },
  },
  {
    name: 'table as GFM',
    apply: (lines, random) => {
      const { table } = someTable(lines, random);
      return lines.map((line) =>
        isGrid(line) && line.table === table ? { ...line, cells: [`| ${line.cells.join(' | ')} |`] } : line,
      );
    },
  },
];

/** Where each column begins, so that every cell but a heading over several columns ends before the next. */
function columnStarts(grid: Grid[], measure: (cell: string) => number, gap: number): number[] {
  const starts = [0];
  const count = Math.max(...grid.map(({ cells }) => cells.length));
  for (let column = 0; column < count; column++) {
    const widths = grid.map(({ cells, kind }) =>
      kind === 'header' && cells[column + 1] === '' ? 0 : measure(cells[column] ?? ''),
    );
    starts.push((starts[column] as number) + Math.max(...widths, 2) + gap);
  }
  return starts;
}

/** Texts at the beginning of their column, amounts at its end. */
function aligned(cells: string[], ends: number[], measure: (cell: string) => number): string {
  return cells.reduce((line, cell, column) => {
    if (cell === '') return line;
    const start = ends[column - 1] ?? 0;
    const room = (ends[column] as number) - start - 2 - measure(cell);
    const from = /\d\.\d\d$/.test(cell) ? start + Math.max(room, 0) : start;
    return line + ' '.repeat(Math.max(from - measure(line), line === '' ? 0 : 2)) + cell;
  }, '');
}

function changeHeader(
  lines: PrintedLine[],
  random: Random,
  cells: (cells: string[], at: number) => string[],
): PrintedLine[] {
  const headers = lines.flatMap((line, index) => (line.kind === 'header' ? [index] : []));
  const index = random.pick(headers);
  const header = lines[index] as Grid;
  const filled = header.cells.flatMap((cell, column) => (cell === '' ? [] : [column]));
  const at = random.pick(filled);
  return change(lines, [index], (row) => cells(row, at));
}
