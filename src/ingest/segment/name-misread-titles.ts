import leven from 'leven';
import type { TableTemplate, Template } from '../tables/template.ts';
import { matchKey } from '../text/plain.ts';
import { firstHeader, headerShare } from './header-share.ts';
import type { Part } from './segment-document.ts';

/**
 * Gives a table whose title no template knows the one that its place and its header say it is, where the title is nearly
 * that one's: 预算支总表 between 表二 and 表四, above 基本支出 and 项目支出.
 */
export function nameMisreadTitles(parts: Part[], template: Template): Part[] {
  const numbers = parts.map((part) => (part.kind === 'table' ? part.template?.number : undefined));
  const titled = new Set(numbers);
  return parts.map((part, index) => {
    if (part.kind !== 'table' || part.template) return part;
    const before = numbers.slice(0, index).findLast((number) => number !== undefined) ?? 0;
    const after = numbers.slice(index + 1).find((number) => number !== undefined) ?? Number.POSITIVE_INFINITY;
    const header = firstHeader(part.lines, template);
    const [meant, other] = template.tables.filter(
      (spec) =>
        spec.number > before &&
        spec.number < after &&
        !titled.has(spec.number) &&
        isNearly(part.title, spec, template) &&
        headerShare(header, spec, template) >= 0.99,
    );
    return meant && !other ? { ...part, template: meant, isMisread: true } : part;
  });
}

/** Whether a title is one of a table's but for two characters. */
function isNearly(title: string, { number }: TableTemplate, { usualTitles, tables }: Template): boolean {
  const name = matchKey(title).replace(/^20\d{2}年?度?/, '');
  return usualTitles.some(
    (usual) =>
      tables.find((table) => table.title.test(usual))?.number === number &&
      leven(name, usual, { maxDistance: 3 }) <= 2,
  );
}
