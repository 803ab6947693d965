import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import type { Book } from './reading/book.ts';
import { formatWan } from './reading/format-yuan.ts';
import { operandOf } from './reading/term.ts';
import { judgeQuotient } from './rules/quotient.ts';
import { statedTerm } from './rules/stated-in-table.ts';
import type { StatedAmount, StatedChange, Statement } from './statements/statement.ts';

/** Each stated change is the difference of the two years, and its percentage the quotient with the earlier one. */
export const narrativeChanges: Check = {
  id: 'narrative-changes',
  sentence: '说明中的增减额等于两年之差，增减幅度等于增减额除以上年数',
  reason: '增减额和增减幅度由两年的金额计算得到。',
  tables: [],
  sections: [1, 5, 7, 8],
  templates: ['shanxi-13', 'national'],
  run: (book) => [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((section) => changes(book, section)),
};

type Level = Statement & { amount: StatedAmount };

function changes(book: Book, section: number): CheckFinding[] {
  const statements = book.statements(section);
  return statements.flatMap((statement): CheckFinding[] => {
    const { change, sentence } = statement;
    // A change whose amount is not stated (公用经费减少 5 万元) promises nothing about other amounts.
    if (!change || change.reason || !statement.amount) return [];
    const levels = statements.filter(
      (one): one is Level => one.sentence === sentence && one.amount !== null && !one.reason,
    );
    const own = [statement as Level];
    const finding = judgeChange(
      change,
      statement,
      levels.length > 0 ? levels : own,
      section,
      book.disclosure.year,
    );
    return finding ? [finding] : [];
  });
}

/** An amount of this year and one of the year before that a change may be meant for. */
interface Pair {
  now: number;
  before: number;
  /** Whether the earlier amount is stated, or only follows from the change. */
  stated: boolean;
}

function judgeChange(
  change: StatedChange,
  statement: Statement,
  levels: Level[],
  section: number,
  year: number,
): CheckFinding | null {
  const { direction, amount, percent } = change;
  const place = { section, line: statement.line };
  const operands = levels.map((level) => operandOf(statedTerm(section, level, level.amount)));
  const base = { check: 'narrative-changes', place, operands };
  const said = saying(change);
  if (change.contradictory) {
    return {
      ...base,
      outcome: '不符',
      actual: said,
      message: `${said}，增减额与增减幅度的方向相反`,
      likely: 'publication',
    };
  }
  const isBefore = (level: Level) => level.prior || (level.year !== null && level.year < year);
  const before = levels.filter(isBefore);
  const now = levels.filter((level) => !isBefore(level));
  const delta = direction * (amount?.yuan ?? 0);
  const known = amount !== null || direction === 0;
  const pairs = pairsOf(now, before, amount ? delta : null);
  if (pairs.length === 0) return null;
  if (known && pairs.some(({ stated }) => stated)) {
    const off = pairs.filter(({ stated }) => stated).map((pair) => Math.abs(pair.now - pair.before - delta));
    const least = Math.min(...off);
    const certain = now.length === 1 && before.length === 1;
    if (least > 200 && !certain)
      return { ...base, outcome: '未检查', message: `${said}，同句有多个金额，无法确定对应关系` };
    if (least > 200) {
      const [pair] = pairs as [Pair];
      const difference = formatWan(pair.now - pair.before);
      const message = `${said}，两年金额之差为 ${difference} 万元`;
      return { ...base, outcome: '不符', actual: said, expected: difference, message, likely: 'publication' };
    }
  }
  if (!percent) {
    // An increase alone promises nothing where the earlier amount is not stated.
    if (!pairs.some(({ stated }) => stated)) return null;
    return { ...base, outcome: '相符', actual: said, message: `${said}，与两年金额之差一致` };
  }
  const judged = pairs.flatMap((pair) => {
    const part = amount?.yuan ?? Math.abs(pair.now - pair.before);
    const result = judgeQuotient(percent, { part, whole: pair.before, partHalf: 100, wholeHalf: 100 });
    return result ? [{ pair, result }] : [];
  });
  const best =
    judged.find(({ result }) => result.outcome === '相符') ??
    judged.find(({ result }) => result.outcome === '尾差') ??
    judged[0];
  if (!best) return null;
  const { pair, result } = best;
  return {
    ...base,
    outcome: result.outcome,
    actual: percent.printed,
    expected: result.expected,
    message: `${said}，以上年数 ${formatWan(pair.before)} 万元计算为 ${result.expected}`,
    ...(result.outcome === '不符' ? { likely: 'publication' as const } : {}),
  };
}

/** Every way to read the sentence: one amount a year, or several of this year taken together. */
function pairsOf(now: Level[], before: Level[], delta: number | null): Pair[] {
  const sums = now.map((level) => level.amount.yuan);
  if (now.length > 1) sums.push(sums.reduce((sum, yuan) => sum + yuan, 0));
  if (before.length > 0) {
    return sums.flatMap((yuan) =>
      before.map((level) => ({ now: yuan, before: level.amount.yuan, stated: true })),
    );
  }
  if (delta === null) return [];
  return sums.map((yuan) => ({ now: yuan, before: yuan - delta, stated: false }));
}

function saying({ direction, amount, percent }: StatedChange): string {
  const word = direction > 0 ? '增加' : direction < 0 ? '减少' : '相同';
  const rate = percent ? `${direction < 0 ? '下降' : '增长'} ${percent.printed.replace('-', '')}` : '';
  return `说明称比上年${[amount ? `${word} ${amount.printed.replace('-', '')}` : '', rate].filter((part) => part !== '').join('、') || word}`;
}
