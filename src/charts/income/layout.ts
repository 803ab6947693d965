import type { Disclosure } from '../../schema/disclosure.ts';
import type { ChartLayout } from '../chart.ts';
import { type ComposedPart, composeParts } from '../compose-parts.ts';
import { formatMoney, shareClause } from '../format-money.ts';
import { largestOf, residualOf, sumOf } from '../part.ts';
import { readIncome } from './read-income.ts';

/** 收入预算图: where the money of the year comes from, source by source. Null without a readable source. */
export function layoutIncome(disclosure: Disclosure): ChartLayout | null {
  const { sources, blank, total } = readIncome(disclosure);
  const parts = sources.map(
    (part): ComposedPart => ({ ...part, tone: /结转|结余/.test(part.name) ? 'series-2' : 'series-1' }),
  );
  const residual = residualOf(total, sources);
  if (residual !== 0) parts.push({ name: '总计与各项之差', yuan: residual, line: null, tone: 'rest' });
  const largest = largestOf(sources);
  if (!largest) return null;
  const whole = total ?? sumOf(parts);
  const count = parts.filter((part) => part.yuan !== 0).length;
  const subject = `${disclosure.year} 年收入${disclosure.phase}`;
  const sentence =
    count === 1
      ? `${subject} ${formatMoney(whole)}，全部来自${largest.name}。`
      : `${subject} ${formatMoney(whole)}，分 ${count} 项；${largest.name}最多，${formatMoney(largest.yuan)}${shareClause(largest.yuan, whole)}。`;
  return composeParts({ parts, blank, whole, heading: '来源', limit: 10, sentence, tables: [1] });
}
