import type { Disclosure } from '../schema/disclosure.ts';
import type { CheckFinding, Place } from '../schema/finding.ts';
import { tableName } from '../schema/table-titles.ts';
import { summarizeFindings, summarySentence } from './summarize-findings.ts';

/**
 * The findings of one disclosure as lines of text: the summary, what does not hold, and what could not be checked.
 *
 * @param full list 尾差 and 未检查 one by one, not only how many there are
 */
export function formatFindings(disclosure: Disclosure, findings: CheckFinding[], full: boolean): string {
  const { unit, year, kind, phase, template } = disclosure;
  const summary = summarizeFindings(findings);
  const coverage = Math.floor(summary.coverage * 1000) / 10;
  const shown = findings.filter(({ outcome }) => outcome === '不符' || (full && outcome !== '相符'));
  return [
    `${unit.name} ${year} 年${kind}${phase}：${summarySentence(summary)}（可核对的已核对 ${coverage}%）`,
    ...shown.map(
      (finding) =>
        `  ${finding.outcome}  ${finding.check}  ${placeName(finding.place, template)}  ${finding.message}${cause(finding)}`,
    ),
  ].join('\n');
}

/** `表三 行 147`, `项目 4 行 812`, `说明七 行 463`; `全文` where no place is known. */
export function placeName({ table, project, section, line }: Place, template?: string): string {
  const parts = [
    table === undefined ? '' : tableName(table, template),
    project === undefined ? '' : `项目 ${project}`,
    section === undefined ? '' : `说明 ${section}`,
    line === undefined ? '' : `行 ${line}`,
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : '全文';
}

/** Which cause is likelier, in words; nothing where it is not known. */
export function cause({ likely }: CheckFinding): string {
  if (likely === 'conversion') return '（较可能出自文本转换）';
  return likely === 'publication' ? '（较可能出自公开文本）' : '';
}
