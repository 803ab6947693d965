import type { CheckFinding } from '../../schema/finding.ts';
import { compareSum, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { allNodes, type CodeNode } from '../reading/code-tree.ts';

/** Down every amount column of a table by code: 合计 = Σ 类, each 类 = Σ its 款, each 款 = Σ its 项. */
export function footing(check: string, book: Book, number: number, side = ''): CheckFinding[] {
  const view = book.table(number);
  if (typeof view === 'string') return [unchecked(check, { table: number }, view)];
  const { total, roots, bodies, strays } = book.codeTree(view, side);
  const [stray] = strays;
  if (stray) {
    const place = { table: number, line: stray.line };
    return [unchecked(check, place, `${view.name}「${stray.label}」没有可识别的科目编码，无法归入上级科目`)];
  }
  const sums: { line: CodeNode['line']; children: CodeNode[]; what: string }[] = allNodes(roots)
    .filter((node) => node.children.length > 0)
    .map((node) => ({ ...node, what: '下级科目' }));
  sums.unshift(...bodies.map((node) => ({ ...node, what: '各类' })));
  if (total && roots.length > 0) sums.unshift({ line: total, children: roots, what: '各类' });
  return view.columnsOf(side).flatMap((column) =>
    sums.flatMap(({ line, children, what }) => {
      const isPrinted = (one: CodeNode['line']) => one.amounts.has(column.path);
      if (!isPrinted(line) && !children.some((child) => isPrinted(child.line))) return [];
      const sumTerm = view.term(line, column);
      const items = children.map((child) => view.term(child.line, column));
      const printed = items.filter((item) => item.printed !== '').length;
      if (line === total && column.kind === 'carried' && printed === 0 && line.amounts.has(column.path)) {
        return [unchecked(check, sumTerm.place, `${view.name}的${column.heading}没有按科目列示`, [sumTerm])];
      }
      const finding = compareSum(sumTerm, items, {
        check,
        expected: `${what} ${printed} 项之和`,
        conversion: book.disclosure.findings,
      });
      const undecided = book.undecidedRow(number);
      if (finding?.outcome === '不符' && undecided !== undefined) {
        const reason = `${view.name}第${undecided}行的单元格对不上栏目，「${line.label || line.code}」的${what}可能不全`;
        return [unchecked(check, finding.place, reason, [sumTerm, ...items])];
      }
      return finding ? [finding] : [];
    }),
  );
}
