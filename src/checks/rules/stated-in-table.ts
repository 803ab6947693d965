import type { CheckFinding, Place } from '../../schema/finding.ts';
import { compareEqual, unchecked } from '../compare.ts';
import type { Book } from '../reading/book.ts';
import { precisionOf, type Term } from '../reading/term.ts';
import type { StatedAmount, Statement } from '../statements/statement.ts';

/** Which amounts of the tables a named figure of the narrative may be. */
export interface Stating {
  /** Tests the name; mostly its end, because the narrative puts the unit before it. */
  what: { test(name: string): boolean };
  /** What it must be a part of where it stands behind 其中 or in brackets; anything where left out. */
  of?: { test(name: string): boolean };
  /** The amount in the tables. Where usage differs between offices, all that the words can mean, the usual one first. */
  terms(book: Book): Term[];
}

/** Compares what a section states with the tables; statements that no promise names are not looked at. */
export function statedInTable(
  check: string,
  book: Book,
  number: number,
  promises: Stating[],
  applies: (statement: Statement, all: Statement[]) => boolean = () => true,
): CheckFinding[] {
  const section = book.section(number);
  if (typeof section === 'string') return [unchecked(check, { section: number }, section)];
  const statements = book.statements(number);
  const findings = statements.flatMap((statement): CheckFinding[] => {
    if (!isOfThisYear(statement, book) || !statement.amount || !applies(statement, statements)) return [];
    const promiseOf = ({ what: name }: Statement) => promises.find(({ what }) => what.test(name));
    const promise = promiseOf(statement);
    if (!promise || isOfAnother(promise, statement, promiseOf)) return [];
    const finding = compareStated(check, book, number, statement, statement.amount, promise.terms(book));
    return finding ? [finding] : [];
  });
  if (findings.length > 0) return findings;
  return [unchecked(check, { section: number, line: section.line }, '说明中没有读到可与报表对照的金额')];
}

/** Whether an amount is a part of something else than is promised: of one fund, of one function, of one unit. */
function isOfAnother(
  promise: Stating,
  { partOf, amount }: Statement,
  promiseOf: (statement: Statement) => Stating | undefined,
): boolean {
  if (!partOf) return false;
  // A total that is a part of the total is that of one unit; told once more, it is the same.
  const isOfUnit = promiseOf(partOf) === promise && partOf.amount?.yuan !== amount?.yuan;
  return isOfUnit || promise.of?.test(partOf.what) === false;
}

/** Whether a statement is about the budget's own year, and not part of an explanation. */
export function isOfThisYear(statement: Statement, book: Book): boolean {
  const { year, prior, reason } = statement;
  return !prior && !reason && (year === null || year === book.disclosure.year);
}

/** A stated amount as a term. */
export function statedTerm(section: number, statement: Statement, amount: StatedAmount): Term {
  const place: Place = { section, line: statement.line };
  return {
    label: `说明「${shortName(statement.what)}」`,
    printed: amount.printed,
    yuan: amount.yuan,
    ...precisionOf(amount.rest ?? 0, amount.half),
    place,
  };
}

function compareStated(
  check: string,
  book: Book,
  section: number,
  statement: Statement,
  amount: StatedAmount,
  terms: Term[],
): CheckFinding | null {
  const stated = statedTerm(section, statement, amount);
  const wording = { check, conversion: book.disclosure.findings };
  const findings = terms
    .map((term) => compareEqual(stated, term, wording))
    .filter((finding) => finding !== null);
  const rank = { 相符: 0, 尾差: 1, 未检查: 2, 不符: 3 };
  return findings.reduce<CheckFinding | null>(
    (best, finding) => (best && rank[best.outcome] <= rank[finding.outcome] ? best : finding),
    null,
  );
}

/** The end of a long name: the unit's name stands before it. */
function shortName(what: string): string {
  return what.length <= 24 ? what : `…${what.slice(-24)}`;
}
