import type { CheckFinding } from '../schema/finding.ts';

/**
 * Groups findings by the source line that they are shown at, for markers beside rows and paragraphs.
 *
 * Only 不符 and 尾差 mark a line. A finding is listed at its own line first, then at those of its operands (不符 only).
 */
export function findingsByLine(findings: CheckFinding[]): Map<number, CheckFinding[]> {
  const byLine = new Map<number, CheckFinding[]>();
  for (const finding of findings) {
    if (finding.outcome !== '不符' && finding.outcome !== '尾差') continue;
    const lines = new Set([finding.place.line]);
    if (finding.outcome === '不符') for (const { place } of finding.operands) lines.add(place.line);
    for (const line of lines) {
      if (line !== undefined) byLine.set(line, [...(byLine.get(line) ?? []), finding]);
    }
  }
  return byLine;
}
