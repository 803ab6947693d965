import type { Remark } from '../../routes/remark.ts';
import { writeRemarks } from '../tables/write-table.ts';

/** Writes the number of a source line, leading there; for places that have no margin. */
export function writeLineLink(line: number, source: string, anchor = false): string {
  return `<a class="inline-line"${anchor ? ` id="L${line}"` : ''} href="${source}#L${line}" aria-label="原文第${line}行">${line}</a>`;
}

/**
 * Writes a paragraph or heading with the number of its source line in the margin.
 *
 * @param content its HTML
 */
export function writeLine(
  { line, anchor, remarks = [] }: { line: number; anchor: boolean; remarks?: Remark[] },
  content: string,
  source: string,
): string {
  return `<div class="line"${anchor ? ` id="L${line}"` : ''}><a class="ln" href="${source}#L${line}" aria-label="原文第${line}行">${line}</a>${content}${writeRemarks(remarks)}</div>`;
}
