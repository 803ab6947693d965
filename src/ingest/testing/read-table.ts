import type { ConversionFinding } from '../../schema/finding.ts';
import { entriesOf, type Table } from '../../schema/table.ts';
import { segmentDocument } from '../segment/segment-document.ts';
import { parseTables } from '../tables/parse-tables.ts';
import { shanxi13 } from '../tables/shanxi-13.ts';
import { splitLines } from '../text/split-lines.ts';

/** The body whose tables tests print. */
export const library = '云溪县图书馆';

/**
 * Reads the text of one table: its rows as code, name and printed amounts, its notes, and what is said of it.
 *
 * @param projects names that the document's forms print
 */
export function readTable(
  text: string,
  projects: string[] = [],
): { rows: string[]; notes: string[]; said: string[] } {
  const { table, findings } = parseOneTable(text, projects);
  return {
    rows: entriesOf(table).map(({ code, label, amounts }) =>
      [code, label, ...[...amounts.values()].map(({ printed }) => printed)].filter(Boolean).join(' '),
    ),
    notes: table.notes.map((note) => note.text),
    said: findings.flatMap(({ rule, status, place }) =>
      rule === 'table-missing' ? [] : [`${place.line} ${status} ${rule}`],
    ),
  };
}

/** The record of one table, with all that is said of it. */
export function parseOneTable(
  text: string,
  projects: string[] = [],
): { table: Table; findings: ConversionFinding[] } {
  const { tables, findings } = parseTables(segmentDocument(splitLines(text), shanxi13), {
    ...{ template: shanxi13, unit: library, year: 2031, phase: '预算', trimmed: false },
    projects: projects.map((name) => ({ name, unit: library })),
  });
  const [table, ...others] = tables;
  if (!table || others.length > 0) throw new Error(`${tables.length} tables`);
  return { table, findings };
}
