import type { ConversionFinding } from '../../schema/finding.ts';
import type { SourceLine } from '../source-line.ts';

/**
 * Takes the cells of a column 备注 out of the catalogue's rows: behind a name they would be read as its wrapped end.
 * They stay in the source, and a finding says where.
 */
export function leaveOutRemarks(lines: readonly SourceLine[]): {
  lines: SourceLine[];
  findings: ConversionFinding[];
} {
  if (!lines.some(({ text }) => /备注|\t说明/.test(text))) return { lines: [...lines], findings: [] };
  let column = -1;
  const remarks: { text: string; line: number }[] = [];
  const kept = lines.map(({ text, line }): SourceLine => {
    const cells = text.split('\t');
    const plain = cells.map((cell) => cell.replace(/<\/?b>|\*\*|\s/g, ''));
    if (plain.some((cell) => /^(?:.*目录.*|.*代码|.*编码)$/.test(cell)) && cells.length > 2) {
      const at = plain.findIndex((cell) => /^备注|^说明$/.test(cell));
      // Headers that a page repeats may have lost their last word; the column is the same.
      if (at >= 0) column = at;
      return { text, line };
    }
    const remark = column > 0 ? (plain[column] ?? '') : '';
    if (remark === '') return { text, line };
    remarks.push({ text: remark, line });
    return { text: cells.with(column, '').join('\t'), line };
  });
  const [first] = remarks;
  if (!first) return { lines: kept, findings: [] };
  const finding: ConversionFinding = {
    rule: 'catalogue-remarks',
    status: 'note',
    place: { line: first.line },
    message: `目录另印有备注 ${remarks.length} 格，未列入条目名称，见原文。`,
    actual: remarks.map(({ text }) => text).join('、'),
  };
  return { lines: kept, findings: [finding] };
}
