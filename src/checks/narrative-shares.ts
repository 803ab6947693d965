import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import type { Book } from './reading/book.ts';
import { operandOf } from './reading/term.ts';
import { judgeQuotient, type QuotientResult } from './rules/quotient.ts';
import { statedTerm } from './rules/stated-in-table.ts';
import type { StatedAmount, Statement } from './statements/statement.ts';

/** Each stated share is the quotient of its amount and the amount that it is a part of. */
export const narrativeShares: Check = {
  id: 'narrative-shares',
  sentence: '说明中的占比等于该项金额除以总额',
  reason: '占比由同一段落给出的金额相除得到。',
  tables: [],
  sections: [2, 3, 5],
  templates: ['shanxi-13', 'national'],
  run: (book) => [2, 3, 4, 5, 6, 7].flatMap((section) => shares(book, section)),
};

type Level = Statement & { amount: StatedAmount };

function shares(book: Book, section: number): CheckFinding[] {
  const levels = book
    .statements(section)
    .filter((statement): statement is Level => statement.amount !== null);
  let named = '';
  return levels.flatMap((statement, index): CheckFinding[] => {
    const { share, amount } = statement;
    if (!share) return [];
    // 占本年收入的 5%, 占 1%: where the list has named its whole, the next shares are of that too.
    named = statement.shareOf || named;
    // The whole stands before its parts and has no share itself, unless the share names it.
    const wholes = levels
      .slice(0, index)
      .filter((level) => !level.share || isNamed(named, level) || isSharedElsewhere(level, statement))
      .filter((level) => !level.reason && level.amount.yuan >= amount.yuan)
      .filter((level) => isPast(statement, book) || !isPast(level, book));
    const finding = judgeShare(statement, wholes, section);
    return finding ? [finding] : [];
  });
}

/** Whether a share says of which amount it is: 占基本支出的 64.54%. */
function isNamed(shareOf: string, { what }: Level): boolean {
  return shareOf !== '' && what !== '' && (what.endsWith(shareOf) || shareOf.endsWith(what));
}

/** Whether a level has a share of something named, 占本年支出合计的 95%, in a sentence before: its own parts follow. */
function isSharedElsewhere(level: Level, { sentence }: Level): boolean {
  return level.shareOf !== '' && level.sentence < sentence;
}

function isPast({ prior, year }: Level, { disclosure }: Book): boolean {
  return prior || (year !== null && year < disclosure.year);
}

function judgeShare(statement: Level, wholes: Level[], section: number): CheckFinding | null {
  const { amount, share, line } = statement;
  const part = statedTerm(section, statement, amount);
  const place = { section, line };
  if (!share) return null;
  if (wholes.length === 0) {
    const message = `${part.label}占 ${share.printed}，未读到作为总额的金额`;
    return { check: 'narrative-shares', outcome: '未检查', place, operands: [operandOf(part)], message };
  }
  const judged = wholes.flatMap((whole): { whole: Level; result: QuotientResult }[] => {
    const fraction = {
      part: amount.yuan,
      whole: whole.amount.yuan,
      partHalf: amount.half,
      wholeHalf: whole.amount.half,
    };
    const result = judgeQuotient(share, fraction);
    return result ? [{ whole, result }] : [];
  });
  const best =
    judged.find(({ result }) => result.outcome === '相符') ??
    judged.find(({ result }) => result.outcome === '尾差') ??
    judged[0];
  if (!best) return null;
  const { whole, result } = best;
  return {
    check: 'narrative-shares',
    outcome: result.outcome,
    place,
    actual: share.printed,
    expected: result.expected,
    operands: [operandOf(part), operandOf(statedTerm(section, whole, whole.amount))],
    message: `${part.label}占 ${share.printed}，${amount.printed} ÷ ${whole.amount.printed} 为 ${result.expected}`,
    ...(result.outcome === '不符' ? { likely: 'publication' as const } : {}),
  };
}
