import { address } from './address.ts';
import { formatCount, formatShort } from './format-money.ts';
import { listYear } from './list-year.ts';
import type { Crumb } from './page.ts';
import type { Summary } from './summary.ts';
import type { YearRow } from './year-rows.ts';

/** What the list of a fiscal year shows. */
export interface YearPage {
  title: string;
  description: string;
  breadcrumbs: Crumb[];
  /** What the list holds, in a sentence. */
  sentence: string;
  /** The rows with the largest spending. */
  rows: YearRow[];
  /** Rows that are not on the page, but in the file. */
  omitted: number;
  /** Other fiscal years, the latest first. */
  years: { year: number; href: string; current: boolean }[];
}

/** A page lists so many at most; the others are shown in the browser, and stand in the file. */
const longest = 100;

/** Makes the list of a fiscal year from the summaries of what was published for it. */
export function yearPage(year: number, summaries: Summary[], years: readonly number[]): YearPage {
  const all = listYear(summaries);
  const rows = all.slice(0, longest);
  return {
    title: `${year} 年各单位一览`,
    description: `${year} 年公开的预算排在一起：支出总计、比上年增减、基本支出、项目支出、“三公”经费，每个数都通向原文所在的行。`,
    breadcrumbs: [{ name: '单位', href: address.units() }],
    sentence: sentenceOf(year, all),
    rows,
    omitted: all.length - rows.length,
    years: years.map((one) => ({ year: one, href: address.year(one), current: one === year })),
  };
}

function sentenceOf(year: number, rows: YearRow[]): string {
  const [first] = rows;
  const unread = rows.filter(({ spending }) => !spending).length;
  const largest =
    rows.length > 1 && first?.spending
      ? `，支出总计最多的是${first.name}，${formatShort(first.spending.yuan)}`
      : '';
  const missing = unread > 0 ? `；${formatCount(unread)} 份没有读出支出总计，排在最后` : '';
  return `本站收有 ${formatCount(rows.length)} 份 ${year} 年的公开文本${largest}${missing}。`;
}
