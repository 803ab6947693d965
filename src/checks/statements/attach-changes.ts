import type { LooseChange } from './read-statements.ts';
import type { StatedChange, Statement } from './statement.ts';

/**
 * Gives each change to the statement that it is about.
 *
 * A change with its own subject is a statement of its own. Otherwise it is about the amount right before it, or about
 * the head of the sentence where parts (其中) stand in between; where the percentage fits only one, that one.
 */
export function attachChanges(statements: Statement[], changes: LooseChange[]): Statement[] {
  const result: { at: number; statement: Statement }[] = statements.map((statement, at) => ({
    at,
    statement,
  }));
  for (const loose of changes) {
    const { subject, sentence, after, line, ...change } = loose;
    const before = statements.slice(0, after).filter((statement) => statement.amount && !statement.prior);
    const own = before.filter((statement) => statement.sentence === sentence);
    const owner =
      subject === '' || sameSubject(subject, own.at(-1)) ? chooseOwner(change, own, before) : undefined;
    if (owner && !owner.change && (!change.reason || owner.reason)) {
      owner.change = settleSign(change, owner);
      if (change.direction === 0) sayOfAll(change, own, owner);
    } else if (subject !== '') {
      const alone: Statement = {
        what: subject,
        year: null,
        prior: false,
        amount: null,
        count: null,
        share: null,
        shareOf: '',
        change,
        sentence,
        within: false,
        partOf: null,
        reason: change.reason,
        line,
      };
      result.push({ at: after - 0.5, statement: alone });
    }
  }
  return result.sort((a, b) => a.at - b.at).map(({ statement }) => statement);
}

/** 甲 1 万元，乙 2 万元，（均）与上年相同: it is said of the whole list. */
function sayOfAll(change: StatedChange, own: Statement[], owner: Statement): void {
  const listed = own.slice(0, own.indexOf(owner)).reverse();
  for (const statement of listed) {
    if (statement.change || statement.within !== owner.within || statement.reason) return;
    statement.change = change;
  }
}

function sameSubject(subject: string, statement: Statement | undefined): boolean {
  return statement !== undefined && statement.what !== '' && statement.what.endsWith(subject);
}

function chooseOwner(change: StatedChange, own: Statement[], before: Statement[]): Statement | undefined {
  const told = toldBefore(change, own, before);
  if (told) return told;
  const latest = Math.max(...own.map((statement) => statement.year ?? 0));
  const present = own.filter((statement) => statement.year === null || statement.year === latest);
  const candidates = present.length > 0 ? present : toldOf(before.at(-1));
  const fitting = candidates.filter((statement) => fits(change, statement));
  const [head] = candidates;
  if (fitting.length > 0) return fitting.includes(head as Statement) ? head : fitting.at(-1);
  const last = candidates.at(-1);
  const spoken = own.some((statement) => statement.year !== null && statement.year < latest);
  return head && !head.change && (spoken || (last?.within && !head.within)) ? head : last;
}

/** What a sentence without amounts may speak of: the last amount, and before it what that is a part of. */
function toldOf(last: Statement | undefined): Statement[] {
  return last ? [...toldOf(last.partOf ?? undefined), last] : [];
}

/** The amount of the sentence before that fits, where this one only states last year's: 2030年 9 万元，同比减少 1 万元，下降 11.11%. */
function toldBefore(change: StatedChange, own: Statement[], before: Statement[]): Statement | undefined {
  const latest = Math.max(...before.map(({ year }) => year ?? 0));
  if (own.length === 0 || own.some(({ year }) => year === null || year === latest)) return undefined;
  return before.find(
    (statement) => statement.year === latest && !statement.change && fits(change, statement),
  );
}

/** 减少 -1 万元 mostly means 减少 1 万元; where only an increase gives the percentage, it is one. */
function settleSign(change: StatedChange, owner: Statement): StatedChange {
  const more: StatedChange = { ...change, direction: 1 };
  const isTwice = change.direction === -1 && change.amount?.printed.startsWith('-');
  return isTwice && !fits(change, owner) && fits(more, owner) ? more : change;
}

/** Whether the stated percentage is the stated change over what the amount was before it. */
function fits({ direction, amount, percent }: StatedChange, { amount: level }: Statement): boolean {
  if (!amount || !percent || !level) return false;
  const base = level.yuan - direction * amount.yuan;
  return base > 0 && Math.abs((amount.yuan * 1_000_000) / base - percent.ppm) <= 2 * percent.half;
}
