import type { ConversionFinding } from '../../schema/finding.ts';
import type { SourceLine } from '../source-line.ts';
import { unfoldAligned } from '../tables/unfold-aligned.ts';
import { unfoldTables } from '../tables/unfold-tables.ts';
import { decodeReferences } from './decode-references.ts';
import { dropMarkup } from './drop-markup.ts';
import { plainFormulas } from './plain-formulas.ts';

/**
 * Lines as everything after this reads them: characters, and tabs between cells. How conversions write them down
 * (tags, references, formulas, tables in HTML, with pipes or aligned with blanks) ends here. Lines keep their numbers; the rows
 * of a table that stands in one line all have its number.
 */
export function plainLines(received: SourceLine[]): { lines: SourceLine[]; findings: ConversionFinding[] } {
  const { lines, findings } = dropMarkup(received);
  // What is decoded is text: it must not become a tag or a cell.
  const plain = unfoldTables(lines).map(({ text, line }) => ({
    text: plainFormulas(decodeReferences(text)),
    line,
  }));
  const aligned = unfoldAligned(plain);
  return { lines: aligned.lines, findings: [...findings, ...aligned.findings] };
}
