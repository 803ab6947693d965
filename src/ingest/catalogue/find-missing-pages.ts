import type { ConversionFinding } from '../../schema/finding.ts';
import type { Printed } from './read-lines.ts';

/**
 * Finds pages that the text lacks: between two printed page numbers stand fewer table headers than pages.
 * A document that prints no page numbers, or no header on each page, tells nothing.
 */
export function findMissingPages(printed: readonly Printed[]): ConversionFinding[] {
  const pages = printed.filter((item) => item.kind === 'page');
  const headers = printed.filter((item) => item.kind === 'header');
  return pages.flatMap((page, index) => {
    const next = pages[index + 1];
    if (!next || next.number <= page.number || next.number - page.number > 200) return [];
    const between = headers.filter((header) => header.line > page.line && header.line < next.line);
    const missing = next.number - page.number - between.length;
    const row = printed.find((item) => item.kind === 'row' && item.line > page.line);
    if (missing <= 0 || between.length === 0 || !row) return [];
    return [
      {
        rule: 'catalogue-page-missing',
        status: 'undecided' as const,
        place: { line: row.line },
        message: `目录页码从「${page.number}」到「${next.number}」之间只有 ${between.length} 页表格，可能缺 ${missing} 页。`,
        actual: String(between.length),
        expected: String(next.number - page.number),
      },
    ];
  });
}
