import type { Outcome } from './ingest.ts';
import type { TextSummary } from './summarize-text.ts';

/** Shares of what arrived over all published texts, and what is undecided, as the README prints them. */
export function formatReport(outcomes: Outcome[]): string {
  const texts = outcomes.flatMap((outcome) => (outcome.published ? [outcome.summary] : []));
  const sum = (value: (text: TextSummary) => number) => texts.reduce((total, text) => total + value(text), 0);
  const figures = sum(({ amounts }) => amounts.printed);
  const undecided = sum(({ amounts }) => amounts.undecided);
  const lost = sum(({ amounts }) => amounts.lost);
  const indicators = sum((text) => text.indicators.printed);
  const open = sum((text) => text.indicators.open);
  const share = (part: number, whole: number) =>
    whole === 0 ? '—' : `${((part / whole) * 100).toFixed(2)} %`;
  const rows: [string, number, number][] = [
    ['表内金额', figures, figures - lost - undecided],
    ['项目绩效指标', indicators, indicators - open],
  ];
  const byRule = new Map<string, number>();
  for (const text of texts)
    for (const [rule, number] of Object.entries(text.undecided))
      byRule.set(rule, (byRule.get(rule) ?? 0) + number);
  return [
    `文本 ${outcomes.length} 份，发布 ${texts.length} 份；表 ${sum(({ tables }) => tables)} 张，项目 ${sum(({ projects }) => projects)} 个`,
    ...rows.map(([name, all, arrived]) => `${name}：印出 ${all}，取值 ${arrived}（${share(arrived, all)}）`),
    `未取值金额：存疑 ${undecided}，遗漏 ${lost}`,
    `转换记录：已定 ${sum(({ findings }) => findings.decided)}，未决 ${sum(({ findings }) => findings.undecided)}，备注 ${sum(({ findings }) => findings.note)}`,
    ...[...byRule]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, number]) => `  未决 ${rule}：${number}`),
  ].join('\n');
}
