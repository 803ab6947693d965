import type { Outcome } from './ingest.ts';

const changes = { new: '新发布', updated: '已更新', unchanged: '无变化' };

/** One line on what became of a file: unit, year, tables, projects, catalogue edition, findings; or why it was refused. */
export function formatOutcome(outcome: Outcome): string {
  if (!outcome.published) {
    return `✗ ${outcome.file}${outcome.line ? `:${outcome.line}` : ''}：${outcome.message}`;
  }
  const { disclosure, change, earlier } = outcome;
  const open = disclosure.findings.filter(({ status }) => status === 'undecided').length;
  const parts = [
    `${disclosure.unit.name} ${disclosure.year}年${disclosure.kind}${disclosure.phase}`,
    disclosure.template === 'unknown' ? '模板未识别，按文本发布' : `表 ${disclosure.tables.length} 张`,
    `项目 ${disclosure.projects.length} 个`,
    disclosure.catalogue.edition ? `目录 ${disclosure.catalogue.edition}` : '无目录',
    `转换记录 ${disclosure.findings.length} 条（未决 ${open}）`,
    changes[change],
    ...(earlier ? [`原文本留存为 ${earlier}`] : []),
  ];
  return `✓ ${parts.join(' · ')}`;
}
