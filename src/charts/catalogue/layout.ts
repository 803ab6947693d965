import type { Catalogue, CatalogueDepartment } from '../../schema/catalogue.ts';
import { round } from '../bars.ts';
import type { ChartLayout } from '../chart.ts';
import { measureText } from '../measure-text.ts';
import {
  type Format,
  fontSize,
  type Label,
  lineHeight,
  type Mark,
  type Scene,
  type Shape,
  widths,
} from '../scene.ts';
import { scenesOf } from '../scenes-of.ts';
import { wrapText } from '../wrap-text.ts';

/** One column: a second-level code of the edition. */
interface Section {
  code: string;
  /** The name that most departments print for it. */
  name: string;
  /** Name of the first level above it. */
  above: string;
}

/** One row: a department and its number of services by column. */
interface DepartmentRow {
  name: string;
  line: number;
  counts: number[];
  total: number;
}

/**
 * The catalogue as a matrix: departments × first two levels, the number of services in each cell.
 * Null without a department that has entries below the second level's codes.
 */
export function layoutCatalogue(catalogue: Catalogue): ChartLayout | null {
  const sections = sectionsOf(catalogue.departments);
  const rows = catalogue.departments.map((department) => rowOf(department, sections));
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  if (sections.length === 0 || total === 0) return null;
  const scene = (width: Format) => layoutMatrix(rows, sections, width);
  const sums = sections.map((section, index) => ({
    section,
    count: rows.reduce((sum, row) => sum + (row.counts[index] ?? 0), 0),
  }));
  const most = [...sums].sort((a, b) => b.count - a.count || (a.section.code < b.section.code ? -1 : 1))[0];
  return {
    unit: '项服务',
    sentence: `${catalogue.edition || '本目录'}按 ${rows.length} 个部门列出 ${total} 项服务，分属 ${sections.length} 个二级目录；最多的是 ${most?.section.code} ${most?.section.name}，${most?.count} 项。`,
    table: {
      columns: [
        { name: '部门', kind: 'text' },
        ...sections.map(({ code, name }) => ({ name: `${code} ${name}`, kind: 'count' as const })),
        { name: '合计', kind: 'count' },
      ],
      rows: rows.map((row) => ({
        cells: [row.name, ...row.counts.map((count) => (count === 0 ? null : count)), row.total],
        line: row.line,
        grouped: false,
      })),
    },
    scenes: rows.length * sections.length > 1 ? scenesOf(scene) : null,
    tables: [],
  };
}

function sectionsOf(departments: CatalogueDepartment[]): Section[] {
  const names = new Map<string, Map<string, number>>();
  const firsts = new Map<string, string>();
  for (const entry of departments.flatMap((department) => department.entries)) {
    if (entry.level === 1 && !firsts.has(entry.code)) firsts.set(entry.code, entry.name);
    const code = entry.code.slice(0, 3);
    if (code.length < 3) continue;
    const counts = names.get(code) ?? new Map<string, number>();
    if (entry.level === 2) counts.set(entry.name, (counts.get(entry.name) ?? 0) + 1);
    names.set(code, counts);
  }
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, counts]) => {
      const [name = ''] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
      return { code, name, above: firsts.get(code.slice(0, 1)) ?? '' };
    });
}

/** Counts the services: the entries that have none below them. */
function rowOf(department: CatalogueDepartment, sections: Section[]): DepartmentRow {
  const parents = new Set(department.entries.map((entry) => entry.parent));
  const services = department.entries.filter((entry) => entry.level > 1 && !parents.has(entry.code));
  const counts = sections.map(({ code }) => services.filter((entry) => entry.code.startsWith(code)).length);
  return {
    name: department.name,
    line: department.line,
    counts,
    total: counts.reduce((sum, count) => sum + count, 0),
  };
}

interface Frame {
  width: number;
  /** Room for names left of the cells; 0 where they stand above them. */
  names: number;
  cell: number;
  cells: { x: number; line: number }[];
  lines: number;
}

const cellHeight = 20;
/** Rows between two lines of column headings. */
const headingEvery = 10;

function layoutMatrix(rows: DepartmentRow[], sections: Section[], width: Format): Scene {
  const names =
    width === 'wide' ? Math.min(180, Math.max(...rows.map((row) => measureText(row.name)))) + 10 : 0;
  const room = widths[width] - names;
  const cell = round(Math.max(width === 'wide' ? 29 : 18, room / sections.length));
  const perLine = Math.max(1, Math.floor((room + 0.5) / cell));
  const size = Math.min(cell, 40);
  const cells = placeCells(sections, names, size, perLine);
  const lines = Math.max(...cells.map(({ line }) => line)) + 1;
  const frame: Frame = { width: widths[width], names, cell: size, cells, lines };
  const most = Math.max(...rows.flatMap((row) => row.counts), 1);
  const decoration: Scene['decoration'] = { shapes: [], labels: [] };
  const marks: Mark[] = [];
  let y = 0;
  rows.forEach((row, index) => {
    if (index % headingEvery === 0)
      y = placeHeadings(sections, frame, y + (index > 0 ? 8 : 0), decoration.labels);
    const { mark, bottom } = placeRow(row, sections, frame, y, most);
    marks.push(mark);
    decoration.shapes.push({
      kind: 'line',
      points: [
        [0, round(bottom + 1)],
        [frame.width, round(bottom + 1)],
      ],
    });
    y = bottom + 4;
  });
  y = placeKey(sections, frame, y + 10, decoration.labels);
  return { width: frame.width, height: Math.ceil(y), marks, decoration };
}

/** Where each column's cell begins, and on which line of its row; another first level begins another line on a phone. */
function placeCells(sections: Section[], names: number, cell: number, perLine: number): Frame['cells'] {
  let line = 0;
  let column = 0;
  return sections.map(({ code }, index) => {
    const another = names === 0 && index > 0 && sections[index - 1]?.code[0] !== code[0];
    if (another || column === perLine) {
      line += 1;
      column = 0;
    }
    column += 1;
    return { x: round(names + (column - 1) * cell), line };
  });
}

/** Codes above the cells; a phone has room for their two digits only. */
function placeHeadings(sections: Section[], frame: Frame, top: number, labels: Label[]): number {
  sections.forEach(({ code }, column) => {
    const { x, line } = frame.cells[column] ?? { x: 0, line: 0 };
    const text = frame.names > 0 ? code : code.slice(1);
    labels.push(centered(text, x + frame.cell / 2, top + fontSize + line * lineHeight, 'muted'));
  });
  return top + frame.lines * lineHeight + 4;
}

function placeRow(row: DepartmentRow, sections: Section[], frame: Frame, top: number, most: number) {
  const beside = frame.names > 0;
  const names = wrapText(row.name, beside ? frame.names - 10 : frame.width);
  const cellTop = beside ? top : top + names.length * lineHeight + 2;
  const labels: Label[] = names.map((text, index) => ({
    x: 0,
    y: round(top + fontSize + 1 + index * lineHeight),
    text,
    width: measureText(text),
    anchor: 'start',
    style: 'plain',
  }));
  const shapes: Shape[] = [];
  const said: string[] = [];
  row.counts.forEach((count, column) => {
    const section = sections[column];
    if (count === 0 || !section) return;
    const { x, line } = frame.cells[column] ?? { x: 0, line: 0 };
    const y = round(cellTop + line * cellHeight);
    const height = Math.max(1.5, round(Math.sqrt(count / most) * 4));
    shapes.push({
      kind: 'box',
      x: round(x + 1),
      y,
      width: round(frame.cell - 2),
      height: cellHeight - 3,
      tone: 'series-1',
      soft: true,
    });
    shapes.push({
      kind: 'box',
      x: round(x + 1),
      y: round(y + cellHeight - 3 - height),
      width: round(frame.cell - 2),
      height,
      tone: 'series-1',
    });
    labels.push(centered(String(count), x + frame.cell / 2, y + fontSize - 1, 'figure'));
    said.push(`${section.code} ${section.name} ${count}`);
  });
  const bottom = Math.max(cellTop + frame.lines * cellHeight, top + names.length * lineHeight + 2);
  return { mark: { title: `${row.name}：共 ${row.total} 项；${said.join('、')}`, shapes, labels }, bottom };
}

/** What the codes mean, under their first level. */
function placeKey(sections: Section[], frame: Frame, top: number, labels: Label[]): number {
  let y = top;
  const write = (text: string, style: Label['style']) => {
    for (const line of wrapText(text, frame.width)) {
      y += lineHeight;
      labels.push({ x: 0, y: round(y), text: line, width: measureText(line), anchor: 'start', style });
    }
  };
  for (const letter of [...new Set(sections.map(({ code }) => code.slice(0, 1)))]) {
    const members = sections.filter(({ code }) => code.startsWith(letter));
    write(`${letter} ${members[0]?.above ?? ''}`.trim(), 'strong');
    write(members.map(({ code, name }) => `${code} ${name}`).join('；'), 'muted');
    y += 6;
  }
  return y + 4;
}

function centered(text: string, x: number, y: number, style: Label['style']): Label {
  return { x: round(x), y: round(y), text, width: measureText(text), anchor: 'middle', style };
}
