import type { SearchPage } from '../../src/search/search-page.ts';
import type { PageAnswer } from './ask-page.ts';
import type { PublishedPage } from './published-texts.ts';
import { foldText, holds, scanRows } from './scan-rows.ts';

/** How well answers agree with a plain scan. */
export interface Measures {
  queries: number;
  /** Rows found of those that hold the query; rows that hold it of those found. */
  recall: number;
  precision: number;
  /** The same for pages against the canonical Markdown, read without any code of the search. */
  pageRecall: number;
  pagePrecision: number;
  /** Queries whose printed total is not the number of rows. */
  wrongTotals: number;
  /** Queries that disagree anywhere, with what is missing and what is too much. */
  faults: { query: string; missing: string[]; extra: string[] }[];
  medianSearch: number;
  p95Search: number;
  medianShown: number;
  p95Shown: number;
}

/** Most links that the search page shows. */
const most = 3000;

export function measureAnswers(
  answers: PageAnswer[],
  rows: SearchPage[],
  published: PublishedPage[],
): Measures {
  const sums = { found: 0, wanted: 0, both: 0, pageFound: 0, pageWanted: 0, pageBoth: 0, wrongTotals: 0 };
  const faults: Measures['faults'] = [];
  for (const { query, total, links } of answers) {
    const wanted = scanRows(rows, query);
    // The page shows so many at most; beyond, only the total can be compared.
    if (wanted.length > most) {
      sums.wrongTotals += Number(total !== wanted.length);
      continue;
    }
    const missing = without(wanted, links);
    const extra = without(links, wanted);
    const both = wanted.length - missing.length;
    sums.wanted += wanted.length;
    sums.found += links.length;
    sums.both += both;
    if (total !== wanted.length) sums.wrongTotals++;
    const disclosures = new Set(
      links.map((link) => link.replace(/#.*/, '')).filter((link) => link.startsWith('units/')),
    );
    const folded = foldText(query);
    const holding = new Set(
      published
        .filter(({ texts }) => texts.some((text) => holds(foldText(text), folded)))
        .map(({ path }) => path),
    );
    const shared = [...holding].filter((path) => disclosures.has(path)).length;
    sums.pageFound += disclosures.size;
    sums.pageWanted += holding.size;
    sums.pageBoth += shared;
    const pageMissing = [...holding].filter((path) => !disclosures.has(path));
    const pageExtra = [...disclosures].filter((path) => !holding.has(path));
    if (missing.length + extra.length + pageMissing.length + pageExtra.length > 0 || total !== wanted.length)
      faults.push({ query, missing: [...missing, ...pageMissing], extra: [...extra, ...pageExtra] });
  }
  const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    queries: answers.length,
    recall: ratio(sums.both, sums.wanted),
    precision: ratio(sums.both, sums.found),
    pageRecall: ratio(sums.pageBoth, sums.pageWanted),
    pagePrecision: ratio(sums.pageBoth, sums.pageFound),
    wrongTotals: sums.wrongTotals,
    faults,
    medianSearch: quantile(
      answers.map(({ search }) => search),
      0.5,
    ),
    p95Search: quantile(
      answers.map(({ search }) => search),
      0.95,
    ),
    medianShown: quantile(
      answers.map(({ shown }) => shown),
      0.5,
    ),
    p95Shown: quantile(
      answers.map(({ shown }) => shown),
      0.95,
    ),
  };
}

/** What is in `list` more often than in `other`. */
function without(list: string[], other: string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of other) counts.set(item, (counts.get(item) ?? 0) + 1);
  return list.filter((item) => {
    const left = counts.get(item) ?? 0;
    counts.set(item, left - 1);
    return left <= 0;
  });
}

export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
