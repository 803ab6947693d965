import type { Outcome } from './ingest.ts';

const changes = { new: '新发布', updated: '已更新', unchanged: '无变化' };

/**
 * One line on what became of a file: unit, year, tables, projects, catalogue edition, findings; or why it was refused.
 * ⚠ where amounts of its tables were not read.
 */
export function formatOutcome(outcome: Outcome): string {
  if (!outcome.published) {
    return `✗ ${outcome.file}${outcome.line ? `:${outcome.line}` : ''}：${outcome.message}`;
  }
  const { summary, change, earlier } = outcome;
  const { decided, undecided, note } = summary.findings;
  const { printed, lost } = summary.amounts;
  const parts = [
    `${summary.unit} ${summary.year}年${summary.kind}${summary.phase}`,
    summary.recognized ? `表 ${summary.tables} 张` : '模板未识别，按文本发布',
    ...(lost > 0 ? [lost === printed ? `表内金额全未读出（${lost} 个）` : `表内金额遗漏 ${lost} 个`] : []),
    `项目 ${summary.projects} 个`,
    summary.edition ? `目录 ${summary.edition}` : '无目录',
    `转换记录 ${decided + undecided + note} 条（未决 ${undecided}）`,
    changes[change],
    ...(earlier ? [`原文本留存为 ${earlier}`] : []),
  ];
  return `${lost > 0 ? '⚠' : '✓'} ${parts.join(' · ')}`;
}
