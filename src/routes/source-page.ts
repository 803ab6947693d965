import type { Disclosure } from '../schema/disclosure.ts';
import { address } from './address.ts';
import { formatCount } from './format-money.ts';
import type { Crumb } from './page.ts';

export interface SourceLineView {
  number: number;
  text: string;
  /** The disclosure's page shows this line. */
  anchor: boolean;
}

/** The source view of one disclosure. */
export interface SourcePage {
  title: string;
  description: string;
  breadcrumbs: Crumb[];
  file: string;
  count: string;
  /** Lines that were masked. */
  masked: number;
  /** undefined where the archive does not keep the text. */
  lines: SourceLineView[] | undefined;
}

/**
 * Makes the source view.
 *
 * @param text lines of the source, already masked, the first at index 0; null where the text is not kept
 * @param anchors lines that the disclosure's page shows
 */
export function sourcePage(disclosure: Disclosure, text: string[] | null, anchors: number[]): SourcePage {
  const { id, unit, year, kind, phase, source } = disclosure;
  const subject = `${year} 年${kind}${phase}`;
  const shown = new Set(anchors);
  return {
    title: `${unit.name} ${subject}：原文`,
    description: `${unit.name}${subject}公开文本的原文，逐行编号。`,
    breadcrumbs: [
      { name: '单位', href: address.units() },
      { name: unit.name, href: address.unit(unit.slug) },
      { name: subject, href: address.disclosure(id) },
    ],
    file: source.file,
    count: formatCount(source.lines),
    masked: new Set(disclosure.corrections.filter(({ kind }) => kind === 'mask').map(({ line }) => line))
      .size,
    lines: text?.map((line, i) => ({ number: i + 1, text: line, anchor: shown.has(i + 1) })),
  };
}
