import type { ConversionFinding } from '../../schema/finding.ts';
import type { Table } from '../../schema/table.ts';
import type { Part } from '../segment/segment-document.ts';
import type { SourceLine } from '../source-line.ts';
import { parseTable, type ReadTable } from './parse-table.ts';
import type { TableTemplate, Template } from './template.ts';

export interface ParsedTables {
  /** Whether the document follows the template; else its tables stay in the running text. */
  recognized: boolean;
  tables: Table[];
  findings: ConversionFinding[];
}

interface Stretch {
  title: string;
  line: number;
  spec: TableTemplate;
  lines: SourceLine[];
}

/** Reads the statutory tables of a document, earlier ones first, so that later ones can be held against them. */
export function parseTables(
  parts: Part[],
  document: { template: Template; unit: string; year: number; phase: string; trimmed: boolean },
): ParsedTables {
  const stretches = stitch(
    parts.flatMap((part) =>
      part.kind === 'table' && part.template
        ? [{ title: part.title, line: part.line, spec: part.template, lines: part.lines }]
        : [],
    ),
  );
  const numbers = new Set(stretches.map(({ spec }) => spec.number));
  const recognized = document.phase === '预算' && numbers.size >= 5;
  if (!recognized) return { recognized, tables: [], findings: [] };
  const tables = new Map<number, ReadTable>();
  const findings: ConversionFinding[] = [];
  const read: Table[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.spec.number - b.spec.number || a.line - b.line)) {
    const parsed = parseTable(stretch, stretch.lines, { ...document, tables });
    if (!tables.has(stretch.spec.number)) tables.set(stretch.spec.number, parsed.read);
    read.push(parsed.read.table);
    findings.push(...parsed.findings);
  }
  for (const { number } of [...document.template.tables].sort((a, b) => a.number - b.number)) {
    if (!numbers.has(number)) findings.push(missing(number));
  }
  return { recognized, tables: read, findings };
}

/** A title that comes again where its table goes on over the page belongs to the same table. */
function stitch(stretches: Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const before = out.at(-1);
    if (before?.spec.number === stretch.spec.number && !startsAnew(stretch)) {
      before.lines = [...before.lines, { text: '', line: stretch.line }, ...stretch.lines];
    } else out.push({ ...stretch });
  }
  return out;
}

/** Whether the stretch has a first row of its own: a total, or the first item of a two-sided table. */
function startsAnew({ lines, spec }: Stretch): boolean {
  const first =
    spec.order === 'two-sided' ? /^一、/ : spec.order === 'three-public' ? /出国/ : /^(?:合计|总计|部门合计)/;
  return lines.slice(0, 24).some(({ text }) => text.includes('\t') && first.test(text.trim()));
}

function missing(number: number): ConversionFinding {
  return { rule: 'table-missing', status: 'note', place: { table: number }, message: `未见表${number}` };
}
