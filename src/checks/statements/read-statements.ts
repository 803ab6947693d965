import type { Section } from '../../schema/block.ts';
import type { MoneyUnit } from '../../schema/figure.ts';
import { attachChanges } from './attach-changes.ts';
import { WholeFinder } from './find-whole.ts';
import { readAmount, readPercent } from './read-amount.ts';
import { type Gap, readGap } from './read-gap.ts';
import { type Sentence, sectionSentences } from './section-sentences.ts';
import type { StatedChange, Statement } from './statement.ts';

/**
 * A number with its unit, and the noun that a count of projects may stand before. Money a head or a month (`元/人`) is a
 * price, and no amount of the budget; 百分点 count nothing.
 */
const token =
  /(-?\d+(?:\.\d+)?)(亿元|万元|元(?!\/)|%|个(?!百分点)|项|辆|平方米|台)((?<=[个项])(?:[一二三]级)?项目)?/g;

/** A change that was read before it is known what changed. */
export interface LooseChange extends StatedChange {
  /** Who changed, where the words before the verb say it. */
  subject: string;
  sentence: number;
  /** How many statements stand before it. */
  after: number;
  line: number;
}

/**
 * Reads the running text of a section as statements: what, amount, share, change.
 *
 * The grammar is that of such texts in general: a name, then a number; 占 before a share; a verb (增加, 下降, 增幅 …)
 * before a change; 其中 before parts; 主要原因 before explanations.
 */
export function readStatements(section: Section): Statement[] {
  const statements: Statement[] = [];
  const changes: LooseChange[] = [];
  const wholes = new WholeFinder();
  let within = false;
  for (const [index, sentence] of sectionSentences(section).entries()) {
    within = readSentence(sentence, index, within, wholes, statements, changes);
  }
  return attachChanges(statements, changes);
}

function readSentence(
  sentence: Sentence,
  index: number,
  withinBefore: boolean,
  wholes: WholeFinder,
  statements: Statement[],
  changes: LooseChange[],
): boolean {
  let end = 0;
  let reason = false;
  // 其中 governs the rest of its sentence, and the following ones as long as they carry on a list (；).
  let within =
    withinBefore && !/^(\d{4}年|公开|本年|[(（]?[一二三四五六七八九十][)）]|\d[、.])/.test(sentence.text);
  const carriesOn = within;
  wholes.nextSentence(sentence.text, carriesOn);
  for (const match of sentence.text.matchAll(token)) {
    const [printed, digits = '', unit = '', noun = ''] = match;
    const words = sentence.text.slice(end, match.index);
    const gap = readGap(words);
    end = match.index + printed.length;
    reason ||= gap.reason;
    const closed = wholes.pass(words, gap.within, carriesOn);
    within ||= gap.within && !wholes.isBracketed;
    const line = sentence.lines[match.index] ?? sentence.lines[0] ?? 1;
    const partOf = wholes.whole;
    const context = { sentence: index, line, reason, within: within || wholes.isBracketed, partOf };
    const known = statements.length;
    if (known > 0 && gap.same) changes.push(loose({ ...gap, subject: gap.sameSubject }, context, known, 0));
    if (unit === '%')
      readShare(digits, gap, context, closed ?? sharing(statements, changes), statements, changes);
    else if (unit.endsWith('元')) readMoney(digits, unit as MoneyUnit, gap, context, statements, changes);
    else {
      const statement = blank(gap, context);
      const what = `${statement.what}${noun}`;
      statements.push({ ...statement, what, count: { value: Number(digits), unit } });
    }
    for (const statement of statements.slice(known)) wholes.add(statement);
  }
  const tail = readGap(sentence.text.slice(end));
  if (tail.same && statements.length > 0 && !reason && !tail.reasonFirst) {
    const line = sentence.lines.at(-1) ?? 1;
    const same = { ...tail, subject: tail.sameSubject };
    changes.push(loose(same, { sentence: index, line, reason }, statements.length, 0));
  }
  return within;
}

interface Context {
  sentence: number;
  line: number;
  reason: boolean;
  within: boolean;
  partOf: Statement | null;
}

/** What a share is of, where it stands behind last year's amount and the change since: this year's before them. */
function sharing(statements: Statement[], changes: LooseChange[]): Statement | undefined {
  const last = statements.at(-1);
  const isCompared =
    changes.at(-1)?.after === statements.length && changes.at(-1)?.sentence === last?.sentence;
  const before = statements.at(-2);
  const isOfBefore =
    isCompared &&
    before?.sentence === last?.sentence &&
    (last?.prior || (last?.year ?? Infinity) < (before?.year ?? 0));
  return isOfBefore ? before : last;
}

/** @param last what a share is of: the amount before it, behind a bracket the one before that */
function readShare(
  digits: string,
  gap: Gap,
  context: Context,
  last: Statement | undefined,
  statements: Statement[],
  changes: LooseChange[],
): void {
  const percent = readPercent(digits);
  // 项目支出增加 1 万元，占增加额的 9%, is the share of a change.
  const isOfChange =
    gap.shareOf !== null && (/增|减|降/.test(gap.shareOf) || (context.reason && !last?.reason));
  if (!percent || isOfChange) return;
  if (gap.shareOf !== null && last && last.sentence === context.sentence && !last.share) {
    last.share = percent;
    last.shareOf = gap.shareOf;
  } else if (gap.verb) {
    const up = gap.verb * (percent.ppm < 0 ? -1 : 1);
    // 下降 -x % says the same as 下降 x %.
    const direction = gap.verb === -1 ? -1 : up === 1 ? 1 : -1;
    const change = { ...percent, ppm: Math.abs(percent.ppm) };
    const open = changes.at(-1);
    if (
      open?.amount &&
      !open.percent &&
      open.after === statements.length &&
      open.sentence === context.sentence &&
      !gap.subject
    ) {
      open.percent = change;
      open.contradictory = open.direction !== 0 && percent.ppm !== 0 && open.direction !== direction;
    } else changes.push({ ...loose(gap, context, statements.length, direction), percent: change });
  }
}

function readMoney(
  digits: string,
  unit: MoneyUnit,
  gap: Gap,
  context: Context,
  statements: Statement[],
  changes: LooseChange[],
): void {
  const amount = readAmount(digits, unit);
  if (!amount) return;
  if (!gap.verb) {
    statements.push({ ...blank(gap, context), amount });
    return;
  }
  const direction = gap.verb === -1 ? -1 : amount.yuan < 0 ? -1 : 1;
  changes.push({
    ...loose(gap, context, statements.length, amount.yuan === 0 ? 0 : direction),
    amount: { ...amount, yuan: Math.abs(amount.yuan) },
  });
}

function blank(gap: Gap, { sentence, line, reason, within, partOf }: Context): Statement {
  return {
    what: gap.what,
    year: gap.year,
    prior: gap.prior,
    amount: null,
    count: null,
    share: null,
    shareOf: '',
    change: null,
    sentence,
    within,
    partOf,
    reason,
    line,
  };
}

function loose(
  gap: Gap,
  { sentence, line, reason }: Omit<Context, 'within' | 'partOf'>,
  after: number,
  direction: 1 | -1 | 0,
): LooseChange {
  return {
    direction,
    amount: null,
    percent: null,
    contradictory: false,
    baseYear: gap.baseYear,
    reason,
    subject: gap.subject,
    sentence,
    after,
    line,
  };
}
