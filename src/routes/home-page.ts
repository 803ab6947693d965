import type { Chart } from '../charts/chart.ts';
import { regionCharts } from '../charts/charts-of.ts';
import { newestSummaries } from '../charts/newest-summaries.ts';
import { sumOf } from '../charts/part.ts';
import type { Publications } from '../record/publications.ts';
import { address } from './address.ts';
import { formatCount, formatShort, formatWan } from './format-money.ts';
import { newestFirst } from './newest-first.ts';
import { publicationTitle } from './publication-title.ts';
import type { Summary } from './summary.ts';
import { type RegionEntry, regionName, unitsByRegion } from './unit-list.ts';

/** A publication in a list. */
export interface PublicationEntry {
  title: string;
  href: string;
  /** Day of its publication here, `2026-03-01`; `''` where it has none. */
  day: string;
  region: string;
  /** 万元, or `''`. */
  spending: string;
}

/** What the front page shows. */
export interface HomePage {
  /** Figures of the archive; `href` is `''` where no page lists what is counted. */
  tiles: { figure: string; label: string; href: string }[];
  newest: PublicationEntry[];
  /** The feed of the publications, `''` where none has a day. */
  feed: string;
  regions: RegionEntry[];
  /** The list of the latest fiscal year; null where the archive is empty. */
  latestYear: { name: string; href: string } | null;
  /** `全部 118 个地区` where not all are shown, else `''`. */
  moreRegions: string;
  checks: string;
  failing: number;
  /** Searches that find something in this archive, as examples. */
  examples: string[];
  charts: Chart[];
}

const shown = 10;

/** Makes the front page from the summaries of all disclosures. */
export function homePage(
  summaries: Summary[],
  catalogues: number,
  publications: Publications = new Map(),
): HomePage {
  const units = new Set(summaries.map((summary) => summary.unit.slug)).size;
  // Each body once: years of one body do not add up to anything.
  const latest = newestSummaries(summaries);
  const spending = latest.reduce((sum, summary) => sum + (summary.spending ?? 0), 0);
  const projects = summaries.reduce((sum, summary) => sum + summary.projects, 0);
  const count = (outcome: '相符' | '尾差' | '不符') =>
    summaries.reduce((sum, summary) => sum + summary.checks[outcome], 0);
  const [holds, rounding, failing] = [count('相符'), count('尾差'), count('不符')];
  const newest = [...summaries].sort(newestFirst(publications)).slice(0, shown);
  return {
    tiles: [
      { figure: formatCount(summaries.length), label: '份公开文本', href: address.units() },
      { figure: formatCount(units), label: '个单位和部门', href: address.units() },
      { figure: formatShort(spending), label: '各单位最近一年支出总计之和', href: address.data() },
      { figure: formatCount(projects), label: '个项目及其绩效目标', href: '' },
      { figure: formatCount(catalogues), label: '版政府购买服务目录', href: address.catalogues() },
    ],
    newest: newest.map((summary) => ({
      title: publicationTitle(summary),
      href: address.disclosure(summary.id),
      day: publications.get(summary.id)?.day ?? '',
      region: regionName(summary.region),
      spending: summary.spending === undefined ? '' : formatWan(summary.spending),
    })),
    feed: publications.size > 0 ? address.feed() : '',
    latestYear: latestYear(summaries),
    ...regionsShown(unitsByRegion(summaries)),
    checks: `核对了 ${formatCount(holds + rounding + failing)} 项勾稽关系：${formatCount(holds)} 项相符，${formatCount(rounding)} 项只差四舍五入的尾差，${formatCount(failing)} 项不符。`,
    failing,
    charts: regionCharts(latest),
    examples: examplesOf(summaries),
  };
}

/**
 * What a reader could look for: words and figures that stand in the tables of the newest disclosures. The function that most
 * of them spend on, a body, its spending, and “三公”经费 where any has it.
 */
function examplesOf(summaries: Summary[]): string[] {
  const newest = newestSummaries(summaries);
  const functions = Map.groupBy(
    newest.flatMap((summary) => summary.functions),
    ({ name }) => name,
  );
  const [common] = [...functions]
    .map(([name, all]) => ({ name, bodies: all.length, yuan: sumOf(all) }))
    .sort((a, b) => b.bodies - a.bodies || b.yuan - a.yuan || (a.name < b.name ? -1 : 1));
  const [body] = [...newest].sort((a, b) => b.year - a.year || (a.id < b.id ? -1 : 1));
  return [
    newest.some(({ official }) => official) && '三公经费',
    common?.name,
    body?.unit.name,
    body?.spending && `${formatWan(body.spending)}万元`,
  ].filter((example) => typeof example === 'string');
}

function latestYear(summaries: Summary[]): HomePage['latestYear'] {
  if (summaries.length === 0) return null;
  const year = summaries.reduce((latest, summary) => Math.max(latest, summary.year), 0);
  return { name: `${year} 年各单位一览`, href: address.year(year) };
}

/** The regions with most units. */
function regionsShown(all: RegionEntry[]): Pick<HomePage, 'regions' | 'moreRegions'> {
  const regions = [...all].sort((a, b) => b.units.length - a.units.length).slice(0, shown);
  return { regions, moreRegions: all.length > shown ? `全部 ${all.length} 个地区` : '' };
}
