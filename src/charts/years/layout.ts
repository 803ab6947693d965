import { type Bar, layoutBars } from '../bars.ts';
import type { BudgetSummary } from '../budget-summary.ts';
import type { ChartLayout } from '../chart.ts';
import { type AmountFormat, amountFormatFor, formatMoney } from '../format-money.ts';
import type { Format, Tone } from '../scene.ts';
import { scenesOf } from '../scenes-of.ts';

/** One year on the axis; `summary` is null where the archive has none. */
interface Year {
  year: number;
  summary: BudgetSummary | null;
}

/** Longest run of years that is drawn with its gaps. */
const longest = 30;

/**
 * One unit over its years: spending as 基本 and 项目. Years without a disclosure between the first and the last stand
 * as gaps. Null without a year that has a total; one year is a sentence.
 *
 * @param summaries all of one unit, one a year
 */
export function layoutYears(summaries: BudgetSummary[]): ChartLayout | null {
  return layoutSeries(summaries, {
    subject: '支出总计',
    value: (summary) => summary.spending,
    segments: (summary) => {
      const other = (summary.spending ?? 0) - (summary.basic ?? 0) - (summary.project ?? 0);
      return [
        { yuan: summary.basic ?? 0, tone: 'series-3' },
        { yuan: summary.project ?? 0, tone: 'series-4' },
        { yuan: Math.abs(other) <= 200 ? 0 : other, tone: 'rest' },
      ];
    },
    note: (summary, format) =>
      [
        summary.basic === undefined ? '' : `基本 ${format.write(summary.basic)}`,
        summary.project === undefined ? '' : `项目 ${format.write(summary.project)}`,
      ]
        .filter((part) => part !== '')
        .join('，'),
    legend: [
      { name: '基本支出', tone: 'series-3' },
      { name: '项目支出', tone: 'series-4' },
    ],
    columns: [
      { name: '支出总计', value: (summary) => summary.spending },
      { name: '基本支出', value: (summary) => summary.basic },
      { name: '项目支出', value: (summary) => summary.project },
    ],
  });
}

/** “三公”经费 of one unit over its years. As `layoutYears`. */
export function layoutSanGongYears(summaries: BudgetSummary[]): ChartLayout | null {
  return layoutSeries(summaries, {
    subject: '“三公”经费',
    value: (summary) => summary.official,
    segments: (summary) => [{ yuan: summary.official ?? 0, tone: 'series-1' }],
    note: () => '',
    legend: [],
    columns: [{ name: '“三公”经费', value: (summary) => summary.official }],
  });
}

interface Series {
  subject: string;
  value: (summary: BudgetSummary) => number | undefined;
  segments: (summary: BudgetSummary) => Bar['segments'];
  note: (summary: BudgetSummary, format: AmountFormat) => string;
  legend: { name: string; tone: Tone }[];
  columns: { name: string; value: (summary: BudgetSummary) => number | undefined }[];
}

function layoutSeries(summaries: BudgetSummary[], series: Series): ChartLayout | null {
  const known = [...summaries]
    .sort((a, b) => a.year - b.year)
    .filter((summary) => series.value(summary) !== undefined);
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return null;
  const years = yearsOf(summaries);
  const format = amountFormatFor(Math.max(...known.map((summary) => Math.abs(series.value(summary) ?? 0))));
  const bars = years.map(({ year, summary }) => barOf(year, summary, series, format));
  const scene = (width: Format) => layoutBars([{ heading: null, bars }], width, series.legend);
  return {
    unit: format.unit,
    sentence: sentenceOf(first, last, series),
    table: {
      columns: [
        { name: '年度', kind: 'text' },
        ...series.columns.map(({ name }) => ({ name, kind: 'money' as const })),
      ],
      rows: years.map(({ year, summary }) => ({
        cells: [
          String(year),
          ...series.columns.map(({ value }) => (summary === null ? '未收录' : (value(summary) ?? null))),
        ],
        line: null,
        grouped: false,
      })),
    },
    scenes: known.length > 1 ? scenesOf(scene) : null,
    tables: [],
  };
}

/** Every year from the first to the last; very long runs leave the gaps out. */
function yearsOf(summaries: BudgetSummary[]): Year[] {
  const byYear = new Map(summaries.map((summary) => [summary.year, summary]));
  const present = [...byYear.keys()].sort((a, b) => a - b);
  const [from = 0] = present;
  const span = (present.at(-1) ?? from) - from + 1;
  const years = span > longest ? present : Array.from({ length: span }, (_, index) => from + index);
  return years.map((year) => ({ year, summary: byYear.get(year) ?? null }));
}

function barOf(year: number, summary: BudgetSummary | null, series: Series, format: AmountFormat): Bar {
  const yuan = summary === null ? undefined : series.value(summary);
  const missing = summary === null ? '未收录' : '无数据';
  const figures = [yuan === undefined ? missing : format.write(yuan)];
  const note = summary === null || yuan === undefined ? '' : series.note(summary, format);
  const said = yuan === undefined ? missing : `${series.subject} ${formatMoney(yuan)}`;
  return {
    name: `${year} 年`,
    figures,
    note,
    title: `${year} 年：${said}${note && `（${note}）`}`,
    segments: summary === null || yuan === undefined ? [] : series.segments(summary),
  };
}

function sentenceOf(first: BudgetSummary, last: BudgetSummary, series: Series): string {
  const [from, to] = [series.value(first) ?? 0, series.value(last) ?? 0];
  if (first === last)
    return `${first.unit.name} ${first.year} 年${series.subject} ${formatMoney(from)}，暂无其他年度可比。`;
  const change = to - from;
  const share =
    from > 0 && change !== 0
      ? `（${change > 0 ? '+' : '−'}${((Math.abs(change) / from) * 100).toFixed(2)}%）`
      : '';
  const word =
    change === 0 ? '与之相同' : `${change > 0 ? '增加' : '减少'} ${formatMoney(Math.abs(change))}${share}`;
  return `${first.unit.name}的${series.subject}，${first.year} 年 ${formatMoney(from)}，${last.year} 年 ${formatMoney(to)}，${word}。`;
}
