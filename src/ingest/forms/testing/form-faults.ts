import { type PrintedRow, printHeader } from './print-form.ts';

/** A fault of the conversion: changes the rows in place of its own choice and marks what it touched. */
export interface FormFault {
  name: string;
  /** Whether something printed is truly lost, so that the same result cannot be asked for. */
  loses?: boolean;
  /** Returns the changed rows, or null where the fault finds no place. */
  apply: (rows: PrintedRow[], at: number) => PrintedRow[] | null;
}

type Test = (row: PrintedRow, index: number, rows: PrintedRow[]) => boolean;

/** A fault that changes one row of those that qualify, into one or more rows. */
function onOne(test: Test, change: (row: PrintedRow, at: number) => string[][]): FormFault['apply'] {
  return (rows, at) => {
    const places = rows.flatMap((row, index) => (test(row, index, rows) ? [index] : []));
    const place = places[at % places.length];
    if (place === undefined) return null;
    const row = rows[place] as PrintedRow;
    const made = change(row, at).map((cells): PrintedRow => ({ ...row, cells, isTouched: true }));
    return [...rows.slice(0, place), ...made, ...rows.slice(place + 1)];
  };
}

function onAll(change: (cell: string, row: PrintedRow) => string): FormFault['apply'] {
  return (rows) => rows.map((row) => ({ ...row, cells: row.cells.map((cell) => change(cell, row)) }));
}

const isFund = (row: PrintedRow) =>
  row.part === 'funds' && /^\d/.test(row.cells[2] ?? '') && /^\d/.test(row.cells[5] ?? '');
const isTimed = (row: PrintedRow) => row.part === 'foot' && /^\d{14}$/.test(row.cells[5] ?? '');
const isFilled = (row: PrintedRow) => row.part === 'indicator' && row.cells[3] !== '';
const isLabelled = (row: PrintedRow) => isFilled(row) && row.cells[2] !== '';
const hasGroup: Test = (row, index, rows) =>
  isLabelled(row) &&
  rows[index + 1]?.part === 'indicator' &&
  rows[index + 1]?.cells[2] === '' &&
  rows[index + 1]?.cells[3] !== '';

/** Moves the level words of a group down by some rows of the same group. */
function labelLate(rows: PrintedRow[], at: number, by: number): PrintedRow[] | null {
  const places = rows.flatMap((row, index) => (hasGroup(row, index, rows) ? [index] : []));
  const from = places[at % places.length];
  if (from === undefined) return null;
  let to = from;
  while (to < from + by && rows[to + 1]?.level === rows[from]?.level && rows[to + 1]?.part === 'indicator')
    to++;
  const label = rows[from]?.cells[2] ?? '';
  return rows.map((row, index) => {
    if (index !== from && index !== to) return row;
    const cells = [...row.cells];
    cells[2] = index === to ? label : '';
    cells[5] = index === to ? label : '';
    return { ...row, cells, isTouched: true };
  });
}

/** Splits the form over two sheets before one of its indicator rows. */
function split(rows: PrintedRow[], at: number, hasHeader: boolean, isHeadless = false): PrintedRow[] | null {
  const places = rows.flatMap((row, index) =>
    row.part === 'indicator' && rows[index - 1]?.part === 'indicator' ? [index] : [],
  );
  const place = places[at % places.length];
  if (place === undefined) return null;
  const end = rows.findIndex((row) => row.part === 'header');
  if (end < 0) return null;
  const head = isHeadless ? rows.slice(0, 4) : rows.slice(0, end);
  const header: PrintedRow = {
    ...printHeader(),
    cells: ['', ...printHeader().cells.slice(1)],
    isTouched: true,
  };
  const blank: PrintedRow = { part: 'page', cells: [''] };
  return [
    ...rows.slice(0, place),
    blank,
    blank,
    ...head.map((row) => ({ ...row })),
    ...(hasHeader ? [header] : []),
    ...rows.slice(place),
  ];
}

/** The faults that occur in converted forms, each by itself. */
export const formFaults: FormFault[] = [
  { name: 'title missing', apply: (rows) => rows.filter((row) => row.part !== 'title') },
  {
    name: 'title cut',
    apply: onOne(
      (row) => row.part === 'title',
      (row) => [[(row.cells[0] ?? '').slice(0, -6)]],
    ),
  },
  {
    name: 'title a running header',
    apply: onOne(
      (row) => row.part === 'title',
      () => [['青禾县渠道管护站2025年单位预算公开']],
    ),
  },
  {
    name: 'title a heading',
    apply: onOne(
      (row) => row.part === 'title',
      (row) => [[`## ${row.cells[0]}`]],
    ),
  },
  {
    name: 'wider grid',
    apply: (rows, at) =>
      rows.map((row) =>
        row.cells.length > 1 ? { ...row, cells: [...row.cells, ...Array(at % 8).fill('')] } : row,
      ),
  },
  {
    name: 'an empty column more',
    apply: (rows, at) =>
      rows.map((row) =>
        row.cells.length > 1 ? { ...row, cells: row.cells.toSpliced(1 + (at % 6), 0, '') } : row,
      ),
  },
  {
    name: 'first column merged',
    apply: (rows) =>
      rows.map((row) =>
        row.part === 'indicator' || row.part === 'header' ? { ...row, cells: row.cells.slice(1) } : row,
      ),
  },
  {
    name: 'full-width punctuation',
    apply: onAll((cell, row) =>
      row.part === 'indicator' || row.part === 'text' || row.part === 'goals'
        ? cell
        : cell.replaceAll(':', '：').replaceAll('(', '（').replaceAll(')', '）'),
    ),
  },
  {
    name: 'label and amount in one cell',
    apply: onOne(isFund, (row) => [
      [
        row.cells[0] ?? '',
        `${row.cells[1]}${row.cells[1]?.endsWith(':') ? '' : '：'}${row.cells[2]}`,
        '',
        '',
        `${row.cells[4]}${row.cells[5]}`,
        '',
        '',
        '',
      ],
    ]),
  },
  {
    name: 'amounts on the next line',
    apply: onOne(isFund, (row) => [
      row.cells.map((cell, index) => (index === 2 || index === 5 ? '' : cell)),
      row.cells.map((cell, index) => (index === 2 || index === 5 ? cell : '')),
    ]),
  },
  {
    name: 'left label broken by a wrap',
    apply: onOne(
      (row) => isFund(row) && /资金$/.test(row.cells[1] ?? ''),
      (row) => [
        row.cells.map((cell, index) => (index === 1 ? cell.slice(0, -1) : cell)),
        ['', '金', '', '', '', '', '', ''],
      ],
    ),
  },
  {
    name: 'blank inside a label',
    apply: onOne(
      (row) => isFund(row) && /资金$/.test(row.cells[1] ?? ''),
      (row) => [row.cells.map((cell, index) => (index === 1 ? `${cell.slice(0, -1)} 金` : cell))],
    ),
  },
  {
    name: 'tail of a wrap in place of the left label',
    loses: true,
    apply: onOne(
      (row) => row.cells[1] === '单位自筹',
      (row) => [['', '金', '', '', row.cells[4] ?? '', row.cells[5] ?? '', '', '']],
    ),
  },
  {
    name: 'amount one cell to the right',
    apply: onOne(isFund, (row) => [
      row.cells.map((cell, index) => (index === 2 ? '' : index === 3 ? (row.cells[2] ?? '') : cell)),
    ]),
  },
  {
    name: 'left amount behind the right label',
    apply: onOne(
      (row) => isFund(row) && row.cells[1]?.includes('总额') === false,
      (row) => [
        [
          row.cells[0] ?? '',
          row.cells[1] ?? '',
          '',
          '',
          row.cells[4] ?? '',
          row.cells[2] ?? '',
          row.cells[5] ?? '',
          '',
        ],
      ],
    ),
  },
  {
    name: 'left and right amount swapped',
    apply: onOne(
      (row) => isFund(row) && row.cells[2] !== row.cells[5],
      (row) => [
        row.cells.map((cell, index) =>
          index === 2 ? (row.cells[5] ?? '') : index === 5 ? (row.cells[2] ?? '') : cell,
        ),
      ],
    ),
  },
  {
    name: 'an amount misread',
    loses: true,
    apply: onOne(
      (row) => isFund(row) && row.cells[2] !== '0',
      (row) => [row.cells.map((cell, index) => (index === 2 ? cell.replace('0', 'O') : cell))],
    ),
  },
  {
    name: 'period label misread',
    apply: onOne(
      (row) => row.cells[4] === '项目期',
      (row) => [row.cells.map((cell) => (cell === '项目期' ? '项目日期' : cell))],
    ),
  },
  {
    name: 'period on the next line',
    apply: onOne(
      (row) => row.cells[4] === '项目期',
      (row) => [
        row.cells.map((cell, index) => (index === 6 ? '' : cell)),
        ['', '', '', '', '', '', row.cells[6] ?? '', ''],
      ],
    ),
  },
  {
    name: 'name over two lines',
    apply: onOne(
      (row) => row.cells[0] === '项目名称',
      (row) => [
        row.cells.map((cell, index) => (index === 2 ? cell.slice(0, 6) : cell)),
        ['', '', (row.cells[2] ?? '').slice(6), '', '', '', '', ''],
      ],
    ),
  },
  {
    name: 'department and unit over two lines',
    apply: onOne(
      (row) => (row.cells[0] ?? '').startsWith('主管部门') && row.cells[6] !== '',
      (row) => [
        row.cells.map((cell, index) => (index === 2 || index === 6 ? cell.slice(0, 6) : cell)),
        ['', '', (row.cells[2] ?? '').slice(6), '', '', '', (row.cells[6] ?? '').slice(6), ''],
      ],
    ),
  },
  {
    name: 'a head row of another template',
    apply: onOne(
      (row) => row.cells[4] === '项目期',
      (row) => [
        row.cells,
        ['项目负责人', '', '某甲', '', '联系电话', '', '0000-000000', ''],
        ['预算年度', '', '2025', '', '', '', '', ''],
      ],
    ),
  },
  {
    name: 'text over lines',
    apply: onOne(
      (row) => row.part === 'text',
      (row) => [
        row.cells.map((cell, index) => (index === 2 ? cell.slice(0, 9) : cell)),
        ['', '', (row.cells[2] ?? '').slice(9), '', '', '', '', ''],
      ],
    ),
  },
  {
    name: 'text over lines without cells',
    apply: onOne(
      (row) => row.part === 'text',
      (row) => [
        row.cells.map((cell, index) => (index === 2 ? cell.slice(0, 9) : cell)),
        [(row.cells[2] ?? '').slice(9)],
      ],
    ),
  },
  {
    name: 'text label over two lines',
    apply: onOne(
      (row) => (row.cells[0] ?? '').startsWith('保证'),
      (row) => [
        row.cells.map((cell, index) => (index === 0 ? '保证项目实施的制度、' : cell)),
        ['措施', '', '', '', '', '', '', ''],
      ],
    ),
  },
  {
    name: 'stray markup',
    apply: onOne(
      (row) => row.part === 'text',
      (row) => [row.cells.map((cell, index) => (index === 2 ? `<p>${cell}</p>` : cell))],
    ),
  },
  {
    name: 'annual goal on the next line',
    apply: onOne(
      (row) => row.cells[0] === '总体目标',
      (row) => [
        row.cells.map((cell, index) => (index === 5 ? '' : cell)),
        ['', '', '', '', '', row.cells[5] ?? '', '', ''],
      ],
    ),
  },
  {
    name: 'annual goal below the other',
    apply: onOne(
      (row) => row.cells[0] === '总体目标',
      (row) => [
        row.cells.map((cell, index) => (index === 5 ? '' : cell)),
        ['', '', row.cells[5] ?? '', '', '', '', '', ''],
      ],
    ),
  },
  {
    name: 'goals glued',
    loses: true,
    apply: onOne(
      (row) => row.cells[0] === '总体目标',
      (row) => [
        row.cells.map((cell, index) => (index === 5 ? '' : index === 2 ? `${cell}${row.cells[5]}` : cell)),
      ],
    ),
  },
  {
    name: 'row one cell to the left',
    apply: onOne(
      (row) => row.part === 'indicator',
      (row) => [[...row.cells.slice(1), '']],
    ),
  },
  {
    name: 'row two cells to the left',
    apply: onOne(
      (row) => row.part === 'indicator' && row.cells[1] === '',
      (row) => [[...row.cells.slice(2), '', '']],
    ),
  },
  {
    name: 'empty cell before the value',
    apply: onOne(isFilled, (row) => [[...row.cells.slice(1, 4), '', ...row.cells.slice(4)]]),
  },
  {
    name: 'row far to the right',
    apply: onOne(isFilled, (row) => [['', '', '', '', '', '', ...row.cells.slice(1)]]),
  },
  { name: 'level word one row late', apply: (rows, at) => labelLate(rows, at, 1) },
  { name: 'level word two rows late', apply: (rows, at) => labelLate(rows, at, 2) },
  {
    name: 'level word lost',
    apply: onOne(isLabelled, (row) => [
      row.cells.map((cell, index) => (index === 2 || index === 5 ? '' : cell)),
    ]),
  },
  {
    name: 'right level word lost',
    apply: onOne(isLabelled, (row) => [row.cells.map((cell, index) => (index === 5 ? '' : cell))]),
  },
  {
    name: 'level word twice',
    apply: onOne(isLabelled, (row) => [
      [
        ...row.cells.slice(1, 3),
        row.cells[2] ?? '',
        ...row.cells.slice(3, 6),
        row.cells[5] ?? '',
        ...row.cells.slice(6),
      ],
    ]),
  },
  {
    name: 'level word cut by a wrap',
    apply: onOne(
      (row) => row.cells[2] === '服务对象满意度',
      (row) => [
        row.cells.map((cell, index) => (cell === '服务对象满意度' && index > 2 ? `${cell}指` : cell)),
      ],
    ),
  },
  {
    name: 'first level lost',
    apply: onOne(
      (row) => row.part === 'indicator' && row.cells[1] !== '',
      (row) => [row.cells.map((cell, index) => (index === 1 ? '' : cell))],
    ),
  },
  {
    name: 'first level in the header',
    apply: (rows) =>
      rows.map((row) =>
        row.part === 'header'
          ? { ...row, cells: ['产出指标', ...row.cells.slice(1)], isTouched: true }
          : row.cells[1] === '产出指标'
            ? { ...row, cells: row.cells.with(1, '') }
            : row,
      ),
  },
  { name: 'header lost', apply: (rows) => rows.filter((row) => row.part !== 'header') },
  {
    name: 'header again in the list',
    apply: onOne(
      (row, index, rows) => row.part === 'indicator' && rows[index - 1]?.part === 'indicator',
      (row) => [printHeader().cells, row.cells],
    ),
  },
  {
    name: 'value twice',
    apply: onOne(isFilled, (row) => [[...row.cells.slice(0, 5), row.cells[4] ?? '', ...row.cells.slice(5)]]),
  },
  {
    name: 'name and value in one cell',
    apply: onOne(
      (row) => isFilled(row) && /^[≥≤]/.test(row.cells[7] ?? ''),
      (row) => [
        row.cells.map((cell, index) => (index === 6 ? `${cell}${row.cells[7]}` : index === 7 ? '' : cell)),
      ],
    ),
  },
  {
    name: 'first and second level in one cell',
    apply: onOne(
      (row) => isLabelled(row) && row.cells[1] !== '',
      (row) => [['', `${row.cells[1]} ${row.cells[2]}`, '', ...row.cells.slice(3)]],
    ),
  },
  {
    name: 'level word and name in one cell',
    apply: onOne(
      (row) => isLabelled(row) && (row.cells[2] ?? '').endsWith('指标'),
      (row) => [[...row.cells.slice(0, 2), `${row.cells[2]} ${row.cells[3]}`, ...row.cells.slice(4), '']],
    ),
  },
  {
    name: 'value and next level word in one cell',
    apply: onOne(
      (row) => isLabelled(row) && /\d/.test(row.cells[4] ?? '') && (row.cells[5] ?? '').endsWith('指标'),
      (row) => [[...row.cells.slice(0, 4), `${row.cells[4]} ${row.cells[5]}`, ...row.cells.slice(6), '']],
    ),
  },
  {
    name: 'value over two lines',
    apply: onOne(
      (row) => isFilled(row) && (row.cells[4] ?? '').length > 4,
      (row) => [
        row.cells.map((cell, index) => (index === 4 ? cell.slice(0, -2) : cell)),
        ['', '', '', '', (row.cells[4] ?? '').slice(-2), '', '', ''],
      ],
    ),
  },
  {
    name: 'both names over two lines, short rest',
    apply: onOne(
      (row) => isFilled(row) && (row.cells[3] ?? '').length > 4 && (row.cells[6] ?? '').length > 4,
      (row) => [
        row.cells.map((cell, index) => (index === 3 || index === 6 ? cell.slice(0, -1) : cell)),
        ['', '', '', (row.cells[3] ?? '').slice(-1), '', '', (row.cells[6] ?? '').slice(-1), ''],
      ],
    ),
  },
  {
    name: 'level word over two lines',
    apply: onOne(
      (row) => isLabelled(row) && /效益指标|影响指标/.test(row.cells[2] ?? ''),
      (row) => [
        row.cells.map((cell, index) => (index === 2 || index === 5 ? cell.slice(0, -3) : cell)),
        ['', '', (row.cells[2] ?? '').slice(-3), '', '', (row.cells[5] ?? '').slice(-3), '', ''],
      ],
    ),
  },
  {
    name: 'label of the lists written downwards',
    apply: (rows) => {
      let next = 0;
      return rows.map((row) => {
        const part = ['绩', '效', '指', '标'][next];
        if (row.part === 'header') return { ...row, cells: row.cells.with(0, '') };
        if (row.part !== 'indicator' || row.cells[0] !== '' || row.cells.length < 8 || !part) return row;
        next++;
        return { ...row, cells: row.cells.with(0, part), isTouched: true };
      });
    },
  },
  {
    name: 'running header between rows',
    apply: onOne(
      (row) => row.part === 'indicator',
      (row) => [['青禾县渠道管护站2025年单位预算公开'], row.cells],
    ),
  },
  {
    name: 'name over two lines, short rest',
    apply: onOne(isFilled, (row) => [
      row.cells.map((cell, index) => (index === 3 ? cell.slice(0, -2) : cell)),
      ['', '', '', (row.cells[3] ?? '').slice(-2), '', '', '', ''],
    ]),
  },
  {
    name: 'right half cut',
    loses: true,
    apply: onOne(isFilled, (row) => [row.cells.map((cell, index) => (index >= 6 ? '' : cell))]),
  },
  {
    name: 'value lost',
    loses: true,
    apply: onOne(isFilled, (row) => [row.cells.map((cell, index) => (index === 4 ? '' : cell))]),
  },
  {
    name: 'page number between rows',
    apply: onOne(
      (row) => row.part === 'indicator',
      (row) => [['- 12 -'], row.cells],
    ),
  },
  { name: 'continued on a second sheet', apply: (rows, at) => split(rows, at, true) },
  { name: 'continued without a header', apply: (rows, at) => split(rows, at, false) },
  { name: 'continued without a head', apply: (rows, at) => split(rows, at, true, true) },
  {
    name: 'foot in one cell',
    apply: onOne(isTimed, (row) => [[`负责人: 经办人: 联系电话: 填报日期: ${row.cells[5]}`]]),
  },
  {
    name: 'foot cut off',
    loses: true,
    apply: (rows) =>
      rows.map((row) =>
        row.part === 'foot' ? { ...row, part: 'page' as const, cells: [''], isTouched: true } : row,
      ),
  },
  {
    name: 'time broken',
    apply: onOne(isTimed, (row) => [
      row.cells.map((cell, index) => (index === 5 ? `${cell.slice(0, 13)} ${cell.slice(13)}` : cell)),
    ]),
  },
  {
    name: 'time in the cell of its label',
    apply: onOne(isTimed, (row) => [
      ['负责人:', '经办人:', '联系电话:', '', `填报日期:${row.cells[5]}`, '', '', ''],
    ]),
  },
  {
    name: 'time on the next line',
    apply: onOne(isTimed, (row) => [
      row.cells.map((cell, index) => (index === 5 ? cell.slice(0, 8) : cell)),
      ['', '', '', '', '', (row.cells[5] ?? '').slice(8), '', ''],
    ]),
  },
];
