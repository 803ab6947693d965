import type { UnitYears } from '../../routes/unit-years.ts';
import { escapeHtml } from '../escape-html.ts';

/**
 * Stands in the page of a disclosure where its unit's years go. They change with other disclosures: what is made of one
 * alone does not hold them.
 */
export const yearsMark = '<!--years-->';

/** Writes the years of a unit, and the way to compare. */
export function writeYears({ years, compare }: UnitYears): string {
  const links = years.map(
    ({ year, href, current }) =>
      `<a href="${escapeHtml(href)}"${current ? ' aria-current="page"' : ''}>${year}</a>`,
  );
  const list = links.length > 1 ? `<span class="years">各年：${links.join('')}</span>` : '';
  return `${list}${compare && `<a class="no-print" href="${escapeHtml(compare)}">与别的预算对比</a>`}`;
}
