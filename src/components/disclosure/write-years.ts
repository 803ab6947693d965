import type { UnitYears } from '../../routes/unit-years.ts';
import { escapeHtml } from '../escape-html.ts';

interface LinkedYear {
  year: number;
  href: string;
  current?: boolean;
}

/**
 * Stands in the page of a disclosure where its unit's years and the day of its publication go. They change with other
 * disclosures and with the day: what is made of the disclosure alone does not hold them.
 */
export const yearsMark = '<!--years-->';

/**
 * Writes the years of a unit, what else its body publishes, and the way to compare.
 *
 * @param day on which the text was published here, `2031-03-01`; `''` where it was not yet
 */
export function writeYears({ years, others, compare }: UnitYears, day = ''): string {
  const lists = [...(years.length > 1 ? [{ name: '各年', years }] : []), ...others];
  const published = day && `<span>本站发布于 <time>${day}</time></span>`;
  return `${published}${lists.map(writeList).join('')}${compare && `<a class="no-print" href="${escapeHtml(compare)}">与别的预算对比</a>`}`;
}

function writeList({ name, years }: { name: string; years: LinkedYear[] }): string {
  const links = years.map(
    ({ year, href, current }) =>
      `<a href="${escapeHtml(href)}"${current ? ' aria-current="page"' : ''}>${year}</a>`,
  );
  return `<span class="years">${name}：${links.join('')}</span>`;
}
