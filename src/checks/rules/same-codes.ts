import type { CheckFinding } from '../../schema/finding.ts';
import { unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { alike, allNodes } from '../reading/code-tree.ts';
import type { ColumnKind } from '../reading/column-kind.ts';
import { kindNames, type Line, type TableView } from '../reading/table-view.ts';
import { missingTerm, summedTerm, type Term, termOf } from '../reading/term.ts';

/** One functional item as two tables print it; a table that does not print it has nothing for it. */
export interface CodePair {
  a(kind: ColumnKind): Term;
  b(kind: ColumnKind): Term;
}

/**
 * Pairs the lines of two tables by functional code and compares each pair.
 *
 * Codes that both tables print are compared, and so are the innermost codes that only one prints, unless the other
 * prints a coarser tree there.
 */
export function sameCodes(
  check: string,
  book: Book,
  [a, b]: [number, number],
  compare: (pair: CodePair) => (CheckFinding | null)[],
): CheckFinding[] {
  const [left, right] = [readCodes(book, a), readCodes(book, b)];
  for (const [number, codes] of [
    [a, left],
    [b, right],
  ] as const) {
    if (typeof codes === 'string') return [unchecked(check, { table: number }, codes)];
  }
  if (typeof left === 'string' || typeof right === 'string') return [];
  const findings: CheckFinding[] = [];
  for (const code of new Set(['', ...left.lines.keys(), ...right.lines.keys()])) {
    const [lineA, lineB] = [left.lines.get(code), right.lines.get(code)];
    if (!lineA && !right.leaves.has(code)) continue;
    if (!lineB && !left.leaves.has(code)) continue;
    if (!lineA && coarser(code, left)) continue;
    if (!lineB && coarser(code, right)) continue;
    const name = lineA?.[0].label || lineB?.[0].label || code;
    const pair: CodePair = {
      a: (kind) => termOn(left, lineA, kind, name, lineB?.[0]),
      b: (kind) => termOn(right, lineB, kind, name, lineA?.[0]),
    };
    for (const finding of compare(pair)) if (finding) findings.push(finding);
  }
  return findings;
}

interface Codes {
  view: TableView;
  /** Lines by code, several where a department prints them by body; 合计 under `''`. */
  lines: Map<string, [Line, ...Line[]]>;
  leaves: Set<string>;
  /** A line of the table that may hold further rows. */
  undecided: number | undefined;
}

function readCodes(book: Book, number: number): Codes | string {
  const view = book.table(number);
  if (typeof view === 'string') return view;
  const tree = book.codeTree(view);
  const { total, roots, strays } = tree;
  if (strays[0]) return `${view.name}「${strays[0].label}」没有可识别的科目编码，无法对应`;
  const nodes = allNodes(roots);
  const groups = alike(
    tree,
    nodes.map(({ line }) => line),
    ({ code }) => code,
  );
  const lines = new Map(groups.map((group) => [group[0].code, group]));
  if (lines.size < groups.length) return `${view.name}有重复的科目编码，无法一一对应`;
  if (total) lines.set('', [total]);
  const leaves = new Set(nodes.filter(({ children }) => children.length === 0).map(({ line }) => line.code));
  return { view, lines, leaves, undecided: book.undecidedRow(number) };
}

/** Whether a table prints an ancestor of the code without going deeper. */
function coarser(code: string, { leaves }: Codes): boolean {
  return [...leaves].some((leaf) => code !== leaf && code.startsWith(leaf));
}

function termOn(
  { view, undecided }: Codes,
  lines: [Line, ...Line[]] | undefined,
  kind: ColumnKind,
  name: string,
  other: Line | undefined,
): Term {
  const label = `${view.name}「${name}」`;
  if (lines) {
    const [first, ...others] = lines.map((line) => view.find(line, '', kind, name)) as [Term, ...Term[]];
    return summedTerm(first, ...others);
  }
  if (undecided !== undefined) {
    const reason = `${view.name}没有「${name}」，第${undecided}行的单元格对不上栏目，可能印有该科目`;
    return missingTerm(label, { table: view.number, line: undecided }, reason);
  }
  if (view.column('', kind)) return termOf(label, null, view.table.unit, { table: view.number });
  const place = { table: view.number, line: other?.line ?? view.table.line };
  return missingTerm(label, place, `${view.name}未找到「${kindNames[kind]}」一栏`);
}
