import type { Disclosure } from '../../schema/disclosure.ts';
import type { ChartLayout } from '../chart.ts';
import { type ComposedPart, composeParts } from '../compose-parts.ts';
import { formatMoney, shareClause } from '../format-money.ts';
import { largestOf, residualOf, sumOf } from '../part.ts';
import { undecidedReason } from '../read/undecided-reason.ts';
import { readSanGong, type SanGongLine } from './read-san-gong.ts';

/** “三公”经费分布图: its four items. Null where table 十 has no amount, not even a zero. */
export function layoutSanGong(disclosure: Disclosure): ChartLayout | null {
  const lines = readSanGong(disclosure);
  const find = (item: SanGongLine['item']) => lines.find((line) => line.item === item);
  const vehicles = find('公务用车购置及运行费');
  const split = lines.some(
    (line) => /^公务用车(购置费|运行维护费)$/.test(line.item) && line.yuan !== undefined,
  );
  const leaves = lines.filter((line) => line.item !== '合计' && (line !== vehicles || !split));
  const total = find('合计')?.yuan;
  const parts = leaves.flatMap(({ item, yuan, line }): ComposedPart[] =>
    yuan === undefined ? [] : [{ name: item, yuan, line, tone: 'series-1' }],
  );
  if (parts.length === 0 && total === undefined) return null;
  const residual = residualOf(total, parts);
  if (residual !== 0) parts.push({ name: '合计与各项之差', yuan: residual, line: null, tone: 'rest' });
  const whole = total ?? sumOf(parts);
  const blank = leaves
    .filter((line) => line.yuan === undefined)
    .map(({ item, line, figure }) => ({ name: item, line, reason: undecidedReason(figure) }));
  const count = parts.filter((part) => part.yuan !== 0).length;
  const largest = largestOf(parts);
  const subject = `${disclosure.year} 年财政拨款安排的“三公”经费`;
  const sentence = !largest
    ? `${subject}为 0。`
    : count === 1
      ? `${subject} ${formatMoney(whole)}，全部是${largest.name}。`
      : `${subject} ${formatMoney(whole)}；${largest.name}最多，${formatMoney(largest.yuan)}${shareClause(largest.yuan, whole)}。`;
  return composeParts({ parts, blank, whole, heading: '项目', limit: 10, sentence, tables: [10] });
}
