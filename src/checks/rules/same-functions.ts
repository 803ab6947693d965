import type { CheckFinding } from '../../schema/finding.ts';
import { compareEqual, compareWithin, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { alike } from '../reading/code-tree.ts';
import type { ColumnKind } from '../reading/column-kind.ts';
import type { Line } from '../reading/table-view.ts';
import { summedTerm } from '../reading/term.ts';

/**
 * Compares the functions (类) of a table with the lines of the same name in table 一.
 *
 * @param relation `within` where the other table only holds a part of table 一's money
 */
export function sameFunctions(
  check: string,
  book: Book,
  number: number,
  kind: ColumnKind,
  kindInOne: ColumnKind,
  relation: 'equal' | 'within' = 'equal',
): CheckFinding[] {
  const [one, other] = [book.table(1), book.table(number)];
  if (typeof one === 'string') return [unchecked(check, { table: 1 }, one)];
  if (typeof other === 'string') return [unchecked(check, { table: number }, other)];
  const lines = functionLines(book, number);
  const named = new Map(book.twoSided(one).functions.map((line) => [line.name, line]));
  const side = lines[0]?.[0]?.side ?? '';
  const compare = relation === 'equal' ? compareEqual : compareWithin;
  const wording = { check, conversion: book.disclosure.findings };
  const findings = lines.flatMap((same): (CheckFinding | null)[] => {
    const [line, ...others] = same;
    const termOf = (one: Line) => other.find(one, side, kind, one.label);
    const match = named.get(line.name);
    named.delete(line.name);
    const term = summedTerm(termOf(line), ...others.map(termOf));
    if (!match && term.printed === '') return [];
    if (!match) return [unchecked(check, term.place, `表一未列出「${line.label}」`, [term])];
    return [compare(term, one.find(match, '支出', kindInOne, match.label), wording)];
  });
  for (const line of relation === 'equal' ? named.values() : []) {
    const term = one.find(line, '支出', kindInOne, line.label);
    if (term.printed === '' || term.yuan === 0) continue;
    findings.push(unchecked(check, term.place, `${other.name}未列出「${line.label}」`, [term]));
  }
  return findings.filter((finding) => finding !== null);
}

/** The 类 of a table; several lines each where a department prints them by body. */
function functionLines(book: Book, number: number): [Line, ...Line[]][] {
  const view = book.table(number);
  if (typeof view === 'string') return [];
  if (view.sideLines('支出').length > 0) return book.twoSided(view).functions.map((line) => [line]);
  const tree = book.codeTree(view);
  return alike(
    tree,
    tree.roots.map(({ line }) => line),
    ({ name }) => name,
  );
}
