import type { Chart } from '../charts/chart.ts';
import { unitCharts } from '../charts/charts-of.ts';
import { address } from './address.ts';
import { differenceOf } from './difference-of.ts';
import { formatShare, formatWan } from './format-money.ts';
import type { Crumb } from './page.ts';
import type { Summary, SummaryFigure } from './summary.ts';
import { regionName } from './unit-list.ts';
import { type UnitYear, type UnitYears, unitYears } from './unit-years.ts';

/** A figure in 万元 with the address of its row, `''` where not known. */
export interface LinkedFigure {
  text: string;
  href: string;
}

/** A figure of a year as a later text gives it, beside what was published in that year. */
export interface YearComparison {
  /** `支出总计` */
  name: string;
  /** Year of the later text, and the earlier one that it speaks of. */
  year: number;
  before: number;
  stated: LinkedFigure;
  published: LinkedFigure;
  /** How far the published figure is from the stated one, in 万元. */
  difference: string;
}

/** One year of a unit. */
export interface YearEntry {
  year: number;
  subject: string;
  href: string;
  spending: LinkedFigure;
  /** Change against the year before in the archive: `+4.72%`, or `''`. */
  change: string;
  basic: LinkedFigure;
  project: LinkedFigure;
  official: LinkedFigure;
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
  /** What its texts say of years that the archive holds too, latest first. */
  comparisons: YearComparison[];
  charts: Chart[];
  /** What else its body publishes, or called otherwise in other years. */
  others: UnitYears['others'];
  /** Address of a comparison of its latest years, `''` with fewer than two. */
  compare: string;
}

/**
 * Makes the page of one unit from the summaries of its years, oldest first. Throws where there are none.
 *
 * @param ofBody all that the archive holds of its body
 */
export function unitPage(summaries: Summary[], ofBody: readonly UnitYear[] = []): UnitPage {
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
    comparisons: [...summaries].reverse().flatMap((summary) => comparisonsOf(summary, summaries)),
    charts: unitCharts(summaries),
    others: unitYears(latest.id, latest.known, ofBody).others,
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
  const money = (figure: SummaryFigure) => linked(summary, figure);
  return {
    year,
    subject: `${year} 年${summary.kind}${summary.phase}`,
    href: address.disclosure(id),
    spending: money('spending'),
    change: changeOf(summary.spending, before?.spending),
    basic: money('basic'),
    project: money('project'),
    official: money('official'),
    projects: summary.projects,
    fails: checks.不符,
    checked: checks.相符 + checks.尾差 + checks.不符,
    checksHref: address.checks(id),
    known: summary.known,
  };
}

/** A figure of a summary, leading to its row. */
function linked({ id, anchors, ...summary }: Summary, figure: SummaryFigure): LinkedFigure {
  const yuan = summary[figure];
  return {
    text: yuan === undefined ? '' : formatWan(yuan),
    href: anchors[figure] ? address.disclosure(id, anchors[figure]) : '',
  };
}

const names = { income: '收入总计', spending: '支出总计', official: '“三公”经费' };

/** What a text says of earlier years, beside what was published then. */
function comparisonsOf(summary: Summary, all: Summary[]): YearComparison[] {
  const found = summary.statedBefore.flatMap((stated) => {
    const before = all.find(({ year }) => year === stated.year);
    const yuan = before?.[stated.figure];
    return before && yuan !== undefined && before !== summary ? [{ stated, before, yuan }] : [];
  });
  // 收支总计 is one sentence about one figure.
  const [income, spending] = found;
  const one =
    income?.stated.figure === 'income' &&
    spending?.stated.figure === 'spending' &&
    income.stated.line === spending.stated.line &&
    income.stated.yuan === spending.stated.yuan &&
    income.yuan === spending.yuan;
  return found.slice(one ? 1 : 0).map(({ stated, before, yuan }) => ({
    name: one && stated.figure === 'spending' ? '收支总计' : names[stated.figure],
    year: summary.year,
    before: before.year,
    stated: { text: formatWan(stated.yuan), href: address.disclosure(summary.id, `L${stated.line}`) },
    published: linked(before, stated.figure),
    difference: differenceOf([yuan, stated.yuan]),
  }));
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
