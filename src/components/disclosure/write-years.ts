import type { UnitYears } from '../../routes/unit-years.ts';
import { escapeHtml } from '../escape-html.ts';

interface LinkedYear {
  year: number;
  href: string;
  current?: boolean;
}

/**
 * Stands in the page of a disclosure where its unit's years go. They change with other disclosures: what is made of one
 * alone does not hold them.
 */
export const yearsMark = '<!--years-->';

/** Writes the years of a unit, what else its body publishes, and the way to compare. */
export function writeYears({ years, others, compare }: UnitYears): string {
  const lists = [...(years.length > 1 ? [{ name: '各年', years }] : []), ...others];
  return `${lists.map(writeList).join('')}${compare && `<a class="no-print" href="${escapeHtml(compare)}">与别的预算对比</a>`}`;
}

function writeList({ name, years }: { name: string; years: LinkedYear[] }): string {
  const links = years.map(
    ({ year, href, current }) =>
      `<a href="${escapeHtml(href)}"${current ? ' aria-current="page"' : ''}>${year}</a>`,
  );
  return `<span class="years">${name}：${links.join('')}</span>`;
}
