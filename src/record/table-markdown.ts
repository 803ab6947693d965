import type { RootContent, Table as TableNode } from 'mdast';
import type { MoneyUnit } from '../schema/figure.ts';
import type { Column, Table, TableNote } from '../schema/table.ts';
import { nationalSet, tableName } from '../schema/table-titles.ts';
import { readCell, writeCell } from './cell.ts';
import type { Cursor } from './cursor.ts';
import { grid } from './grid.ts';
import { marked, plainText, readMarked, text } from './marker.ts';

const lineColumn = '行';

/**
 * A table as Markdown: its title as a heading, its unit, the rows with their lines in the last column, and its
 * remarks as quotations.
 */
export function writeTable(table: Table, depth: 3 | 4, template?: string): RootContent[] {
  const { number, title, line, unit, columns, rows } = table;
  const isNumbered = number !== null && template !== nationalSet;
  const name = isNumbered ? `${tableName(number)} ${title}` : title;
  const kinds = columns.map(({ role, side }) => (side === '' ? role : `${role}@${side}`));
  const noData = table.notes.findIndex((note) => isSame(note, table.noData));
  return [
    { type: 'heading', depth, children: marked(name, `${line} table ${number ?? '-'}`) },
    { type: 'paragraph', children: marked(`单位：${unit}`, ['columns', ...kinds].join(' ')) },
    grid(
      [...columns.map((column) => column.path), lineColumn],
      [...columns.map((column) => column.role === 'amount'), true],
      rows.map((row) => {
        if (row.cells.length !== columns.length) {
          throw new Error(
            `Table ${title}, line ${row.line}: ${row.cells.length} cells, ${columns.length} columns`,
          );
        }
        const cells = row.cells.map((cell, index) => writeCell(cell, (columns[index] as Column).role, unit));
        return [...cells, text(String(row.line))];
      }),
    ),
    ...table.notes.map((note, index) => quote(note, index === noData ? 'no-data' : 'note')),
    ...(table.noData && noData === -1 ? [quote(table.noData, 'only-no-data')] : []),
  ];
}

/** Reads a table whose heading is the cursor's next block. */
export function readTable(cursor: Cursor, template?: string): Table {
  const heading = readMarked(cursor.take('heading'));
  const [line, , printedNumber] = (heading.remark ?? '').split(' ');
  const number = printedNumber === '-' ? null : Number(printedNumber);
  const prefix = number === null || template === nationalSet ? '' : `${tableName(number)} `;
  const title = heading.text.slice(prefix.length);

  const kinds = readMarked(cursor.take('paragraph'));
  const unit = kinds.text.replace('单位：', '') as MoneyUnit;
  const node = cursor.take('table') as TableNode;
  const [head, ...body] = node.children;
  const columns = (kinds.remark ?? '')
    .split(' ')
    .slice(1)
    .map((kind, index): Column => {
      const [role, side = ''] = kind.split('@');
      const cell = head?.children[index];
      return {
        path: cell ? plainText(cell) : '',
        role: role as Column['role'],
        side: side as Column['side'],
      };
    });
  const rows = body.map(({ children }, row) => {
    cursor.row = row;
    return {
      line: Number(plainText(children.at(-1) ?? { type: 'text', value: '' })),
      cells: columns.map((column, index) => {
        const cell = children[index];
        if (!cell) throw new Error(`这一行有 ${children.length} 格，应有 ${columns.length + 1} 格`);
        return readCell(cell, column.role, unit);
      }),
    };
  });

  const table: Table = { number, title, line: Number(line), unit, columns, rows, notes: [], noData: null };
  while (cursor.peek()?.type === 'blockquote') {
    const node = cursor.take('blockquote');
    const [content] = 'children' in node ? node.children : [];
    const { text, remark } = readMarked(content ?? node);
    const [line, kind] = (remark ?? '').split(' ');
    const note = { text, line: Number(line) };
    if (kind !== 'only-no-data') table.notes.push(note);
    if (kind !== 'note') table.noData = { ...note };
  }
  return table;
}

function quote(note: TableNote, kind: string): RootContent {
  const children = marked(note.text, `${note.line} ${kind}`);
  return { type: 'blockquote', children: [{ type: 'paragraph', children }] };
}

function isSame(note: TableNote, other: TableNote | null): boolean {
  return other !== null && note.line === other.line && note.text === other.text;
}
