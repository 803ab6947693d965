import { conservationOf } from './conservation.ts';
import type { Outcome } from './ingest.ts';

/** Shares of what arrived over all published texts, and what is undecided, as the README prints them. */
export function formatReport(outcomes: Outcome[]): string {
  const published = outcomes.filter((outcome) => outcome.published);
  const conserved = published.map(({ disclosure, text }) => conservationOf(disclosure, text));
  const sum = (value: (index: number) => number) =>
    published.reduce((total, _, index) => total + value(index), 0);
  const findings = published.flatMap(({ disclosure }) => disclosure.findings);
  const figures = sum((index) => conserved[index]?.printed.length ?? 0);
  const undecided = sum((index) => conserved[index]?.undecided.length ?? 0);
  const lost = sum((index) => conserved[index]?.lost.length ?? 0);
  const indicators = published.flatMap(({ disclosure }) =>
    disclosure.projects.flatMap((project) => project.indicators),
  );
  const open = indicators.filter(({ level2, name, value }) => !level2 || !name || !value).length;
  const share = (part: number, whole: number) =>
    whole === 0 ? '—' : `${((part / whole) * 100).toFixed(2)} %`;
  const rows: [string, number, number, string][] = [
    ['表内金额', figures, figures - lost - undecided, share(figures - lost - undecided, figures)],
    [
      '项目绩效指标',
      indicators.length,
      indicators.length - open,
      share(indicators.length - open, indicators.length),
    ],
  ];
  const byRule = new Map<string, number>();
  for (const { status, rule } of findings) {
    if (status === 'undecided') byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  return [
    `文本 ${outcomes.length} 份，发布 ${published.length} 份；表 ${sum((index) => published[index]?.disclosure.tables.length ?? 0)} 张，项目 ${sum((index) => published[index]?.disclosure.projects.length ?? 0)} 个`,
    ...rows.map(([name, all, arrived, percent]) => `${name}：印出 ${all}，取值 ${arrived}（${percent}）`),
    `未取值金额：存疑 ${undecided}，遗漏 ${lost}`,
    `转换记录：已定 ${count('decided')}，未决 ${count('undecided')}，备注 ${count('note')}`,
    ...[...byRule]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, number]) => `  未决 ${rule}：${number}`),
  ].join('\n');

  function count(status: string): number {
    return findings.filter((finding) => finding.status === status).length;
  }
}
