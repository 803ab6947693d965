import type { Chart } from '../charts/chart.ts';
import { unitCharts } from '../charts/charts-of.ts';
import { address } from './address.ts';
import { formatShare, formatWan } from './format-money.ts';
import type { Crumb } from './page.ts';
import type { Summary } from './summary.ts';
import { regionName } from './unit-list.ts';

/** One year of a unit. */
export interface YearEntry {
  year: number;
  subject: string;
  href: string;
  /** 万元, or `''` where not known. */
  spending: string;
  /** Change against the year before in the archive: `+4.72%`, or `''`. */
  change: string;
  basic: string;
  project: string;
  official: string;
  projects: number;
  fails: number;
  checked: number;
  checksHref: string;
  known: boolean;
}

/** What the page of one unit shows. */
export interface UnitPage {
  name: string;
  description: string;
  breadcrumbs: Crumb[];
  region: string;
  department: string;
  /** One sentence over its years. */
  sentence: string;
  years: YearEntry[];
  charts: Chart[];
  /** Address of a comparison of its latest years, `''` with fewer than two. */
  compare: string;
}

/** Makes the page of one unit from the summaries of its years, oldest first. Throws where there are none. */
export function unitPage(summaries: Summary[]): UnitPage {
  const latest = summaries.at(-1);
  if (!latest) throw new Error('A unit without disclosures has no page.');
  const years = summaries.map((summary, i) => yearEntry(summary, summaries[i - 1]));
  const region = regionName(latest.region);
  return {
    name: latest.unit.name,
    description: `${latest.unit.name}历年公开的预算：${summaries.map(({ year }) => year).join('、')} 年。`,
    breadcrumbs: [{ name: '单位', href: address.units() }],
    region,
    department: latest.department.name === latest.body ? '' : latest.department.name,
    sentence: sentenceOf(summaries, years),
    years: years.reverse(),
    charts: unitCharts(summaries),
    compare:
      summaries.length > 1
        ? address.compare(
            summaries
              .slice(-2)
              .reverse()
              .map(({ id }) => id),
          )
        : '',
  };
}

function yearEntry(summary: Summary, before: Summary | undefined): YearEntry {
  const { id, year, checks } = summary;
  const money = (yuan: number | undefined) => (yuan === undefined ? '' : formatWan(yuan));
  return {
    year,
    subject: `${year} 年${summary.kind}${summary.phase}`,
    href: address.disclosure(id),
    spending: money(summary.spending),
    change: changeOf(summary.spending, before?.spending),
    basic: money(summary.basic),
    project: money(summary.project),
    official: money(summary.official),
    projects: summary.projects,
    fails: checks.不符,
    checked: checks.相符 + checks.尾差 + checks.不符,
    checksHref: address.checks(id),
    known: summary.known,
  };
}

function changeOf(now: number | undefined, before: number | undefined): string {
  if (now === undefined || before === undefined || before <= 0) return '';
  const share = formatShare(Math.abs(now - before), before) ?? '';
  return now === before ? '持平' : `${now > before ? '+' : '−'}${share}`;
}

function sentenceOf(summaries: Summary[], years: YearEntry[]): string {
  const first = summaries[0];
  const last = summaries.at(-1);
  if (!first || !last) return '';
  if (summaries.length === 1) {
    return last.spending === undefined
      ? `本站收有它 ${last.year} 年的公开文本。`
      : `本站收有它 ${last.year} 年的公开文本，支出总计 ${formatWan(last.spending)} 万元。`;
  }
  const change = changeOf(last.spending, first.spending);
  const money =
    first.spending === undefined || last.spending === undefined
      ? ''
      : `，支出总计从 ${formatWan(first.spending)} 万元到 ${formatWan(last.spending)} 万元${change && `（${change}）`}`;
  return `本站收有它 ${first.year}–${last.year} 年间 ${years.length} 年的公开文本${money}。`;
}
