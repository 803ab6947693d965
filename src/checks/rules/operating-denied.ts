import type { Book } from '../reading/book.ts';
import { sectionSentences } from '../statements/section-sentences.ts';

/**
 * Line at which section 八 says that the body has no 机关运行经费, undefined where it does not say so. Where it states some,
 * the denial is of another: of the units below the body.
 */
export function operatingDenied(book: Book): number | undefined {
  const section = book.section(8);
  if (typeof section === 'string') return undefined;
  const states = book.statements(8).some(({ what, amount }) => /机关运行经费/.test(what) && amount?.yuan);
  if (states) return undefined;
  const denial =
    /(无|没有|不涉及|未安排|不安排)(财政拨款)?(安排)?(的)?机关运行经费|机关运行经费(预算)?(为)?(无|0(\.0+)?(万元)?$)/;
  return sectionSentences(section).find(({ text }) => denial.test(text))?.lines[0];
}
