import { type Bar, layoutBars } from './bars.ts';
import type { ChartLayout, ChartRow } from './chart.ts';
import { amountFormatFor, formatMoney, formatShare, shareClause } from './format-money.ts';
import { groupRest } from './group-rest.ts';
import type { Part } from './part.ts';
import type { Tone } from './scene.ts';
import { scenesOf } from './scenes-of.ts';

/** A part with what a composition shows beside its amount. */
export interface ComposedPart extends Part {
  /** Color of the whole bar. */
  tone: Tone;
}

/** What a composition adds to its parts. */
export interface Composition {
  /** Parts that have an amount, in the order they are drawn; those of 0 stand in the table only. */
  parts: ComposedPart[];
  /** Parts that are printed without an amount: in the table, not in the picture. */
  blank: { name: string; line: number | null; reason: string | null }[];
  /** Whole yuan that the shares refer to. */
  whole: number;
  /** Heading of the names' column: `来源`. */
  heading: string;
  /** Most bars that are drawn; the rest is grouped as 其他. */
  limit: number;
  sentence: string;
  tables: number[];
}

/** Draws parts of a whole as bars with amount and share; one part alone stays a sentence. */
export function composeParts(composition: Composition): ChartLayout {
  const { parts, blank, whole, heading, limit, sentence, tables } = composition;
  const present = parts.filter((part) => part.yuan !== 0);
  const { shown, rest } = groupRest(present, limit);
  const restYuan = rest.reduce((sum, part) => sum + part.yuan, 0);
  const format = amountFormatFor(Math.max(...parts.map((part) => Math.abs(part.yuan)), 0));
  const figures = (yuan: number) => [format.write(yuan), formatShare(yuan, whole)];
  const bars: Bar[] = shown.map(({ name, yuan, tone }) => ({
    name,
    figures: figures(yuan),
    note: '',
    title: titleOf(name, yuan, whole),
    segments: [{ yuan, tone }],
  }));
  if (rest.length > 0) {
    const list = rest.map((part) => `${part.name} ${format.write(part.yuan)}`).join('、');
    bars.push({
      name: `其他 ${rest.length} 项`,
      figures: figures(restYuan),
      note: '',
      title: `${titleOf(`其他 ${rest.length} 项`, restYuan, whole)}：${list}`,
      segments: [{ yuan: restYuan, tone: 'rest' }],
    });
  }
  const grouped = new Set<Part>(rest);
  const rows: ChartRow[] = [
    ...parts.map((part) => ({
      cells: [part.name, part.yuan, whole > 0 ? part.yuan / whole : null],
      line: part.line,
      grouped: grouped.has(part),
    })),
    ...blank.map(({ name, line, reason }) => ({ cells: [name, reason, null], line, grouped: false })),
  ];
  const scene = (width: 'narrow' | 'wide') => layoutBars([{ heading: null, bars }], width);
  return {
    unit: format.unit,
    sentence,
    table: {
      columns: [
        { name: heading, kind: 'text' },
        { name: '金额', kind: 'money' },
        { name: '占比', kind: 'share' },
      ],
      rows,
    },
    scenes: present.length > 1 ? scenesOf(scene) : null,
    tables,
  };
}

/** `住房保障支出：69.70 万元，占 0.22%` */
export function titleOf(name: string, yuan: number, whole: number): string {
  return `${name}：${formatMoney(yuan)}${shareClause(yuan, whole)}`;
}
