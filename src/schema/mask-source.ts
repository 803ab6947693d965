import { Advice } from '../advice.ts';
import type { AppliedCorrection } from './disclosure.ts';

/**
 * Source lines as they may be published: every masked range replaced by what stands for it.
 * Misreadings stay as received: the source view shows the conversion, not our reading of it.
 *
 * @param lines source text as received, line 1 first
 * @param corrections corrections on record in the disclosure; a mask's `from` and `to` are ranges of these lines
 * @throws Advice where a mask lies outside its line: the text is not the one that the disclosure was made from
 */
export function maskSource(lines: readonly string[], corrections: readonly AppliedCorrection[]): string[] {
  const masked = [...lines];
  const masks = corrections.filter((c) => c.kind === 'mask');
  // From right to left, so that a replacement does not shift the ranges still to come.
  for (const mask of masks.toSorted((a, b) => b.line - a.line || (b.from ?? 0) - (a.from ?? 0))) {
    const text = masked[mask.line - 1];
    const { from, to } = mask;
    if (text === undefined || from === undefined || to === undefined || to > text.length) {
      throw new Advice(`第 ${mask.line} 行的遮盖落在原文之外；请先重新收入这份文本：npm run ingest`);
    }
    masked[mask.line - 1] = text.slice(0, from) + mask.now + text.slice(to);
  }
  return masked;
}
