import {
  type ThreePublicComparison,
  threePublicComparison,
} from '../../checks/statements/three-public-comparison.ts';
import type { Disclosure } from '../../schema/disclosure.ts';
import { type Bar, layoutBars } from '../bars.ts';
import type { ChartLayout } from '../chart.ts';
import { type AmountFormat, amountFormatFor, formatMoney } from '../format-money.ts';
import type { Format, Tone } from '../scene.ts';
import { scenesOf } from '../scenes-of.ts';

const names = {
  total: '“三公”经费合计',
  abroad: '因公出国（境）费',
  reception: '公务接待费',
  vehicles: '公务用车购置及运行费',
  purchase: '公务用车购置费',
  running: '公务用车运行维护费',
} as const satisfies Record<ThreePublicComparison['part'], string>;
const order = Object.keys(names) as ThreePublicComparison['part'][];

/** One item in two years, whole yuan. */
interface Pair {
  name: string;
  before: number;
  now: number;
  line: number;
}

/**
 * “三公”经费 against the year before, as far as the narrative states it. Null where it states no amount of both years;
 * a sentence where nothing changed.
 */
export function layoutSanGongChange(disclosure: Disclosure): ChartLayout | null {
  const comparisons = threePublicComparison(disclosure);
  const pairs = pairsOf(comparisons);
  const baseYear = comparisons[0]?.baseYear ?? disclosure.year - 1;
  const present = pairs.filter((pair) => pair.before !== 0 || pair.now !== 0);
  if (pairs.length === 0) return null;
  const changed = pairs.filter((pair) => pair.before !== pair.now);
  const format = amountFormatFor(Math.max(0, ...present.flatMap((pair) => [pair.before, pair.now])));
  const groups = present.map((pair) => ({
    heading: { name: pair.name, figures: [changeOf(pair, format)] },
    bars: [
      barOf(baseYear, pair.before, 'rest', pair, format),
      barOf(disclosure.year, pair.now, 'series-1', pair, format),
    ],
  }));
  const scene = (width: Format) => layoutBars(groups, width);
  return {
    unit: format.unit,
    sentence: sentenceOf(disclosure.year, baseYear, pairs, changed),
    table: {
      columns: [
        { name: '项目', kind: 'text' },
        { name: `${baseYear} 年`, kind: 'money' },
        { name: `${disclosure.year} 年`, kind: 'money' },
        { name: '增减', kind: 'money' },
      ],
      rows: pairs.map(({ name, before, now, line }) => ({
        cells: [name, before, now, now - before],
        line,
        grouped: false,
      })),
    },
    scenes: changed.length > 0 ? scenesOf(scene) : null,
    tables: [],
    sections: [7],
  };
}

/** Items with both years, in the order of table 十; the sum for vehicles only where its two items are not stated. */
function pairsOf(comparisons: ThreePublicComparison[]): Pair[] {
  const known = comparisons.filter(({ amount, previousYuan }) => amount !== null && previousYuan !== null);
  const split = known.some(({ part }) => part === 'purchase' || part === 'running');
  return order.flatMap((part) => {
    const found = known.find((comparison) => comparison.part === part);
    if (!found?.amount || found.previousYuan === null || (part === 'vehicles' && split)) return [];
    return [{ name: names[part], before: found.previousYuan, now: found.amount.yuan, line: found.line }];
  });
}

function changeOf({ before, now }: Pair, format: AmountFormat): string {
  if (now === before) return '不变';
  return `${now > before ? '+' : '−'}${format.write(Math.abs(now - before))}`;
}

function barOf(year: number, yuan: number, tone: Tone, pair: Pair, format: AmountFormat): Bar {
  return {
    name: `${year} 年`,
    figures: [format.write(yuan)],
    note: '',
    title: `${pair.name} ${year} 年：${formatMoney(yuan)}（${changeOf(pair, format)}）`,
    segments: [{ yuan, tone }],
  };
}

function sentenceOf(year: number, baseYear: number, pairs: Pair[], changed: Pair[]): string {
  const [first] = changed;
  if (!first) return `情况说明称 ${year} 年“三公”经费各项与 ${baseYear} 年相同。`;
  const lead = pairs.find((pair) => pair.name === names.total) ?? first;
  const others = changed.filter((pair) => pair !== lead).map((pair) => pair.name);
  const change = lead.now - lead.before;
  const word = change === 0 ? '与之相同' : `${change > 0 ? '增加' : '减少'} ${formatMoney(Math.abs(change))}`;
  const said = `按情况说明，${lead.name} ${year} 年 ${formatMoney(lead.now)}，${baseYear} 年 ${formatMoney(lead.before)}，${word}`;
  return `${said}${others.length > 0 ? `；变动的有${others.join('、')}` : ''}。`;
}
