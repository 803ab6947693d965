import type { Disclosure } from '../../schema/disclosure.ts';
import { type Bar, layoutBars, type Segment } from '../bars.ts';
import type { ChartLayout, ChartRow } from '../chart.ts';
import { titleOf } from '../compose-parts.ts';
import {
  type AmountFormat,
  amountFormatFor,
  formatMoney,
  formatShare,
  shareClause,
} from '../format-money.ts';
import { residualOf, sumOf } from '../part.ts';
import { type EconomicItem, readBasicSpending } from '../read/economic-items.ts';
import { entriesOfTable } from '../read/table-of.ts';
import type { Format } from '../scene.ts';
import { scenesOf } from '../scenes-of.ts';

const legend = [
  { name: '人员经费', tone: 'series-1' },
  { name: '公用经费', tone: 'series-2' },
] as const;

/**
 * 一般公共预算基本支出结构图: 人员 against 公用 in all, then group by group.
 * Null where table 六 has no group with an amount, or does not tell 人员 from 公用.
 */
export function layoutBasicStructure(disclosure: Disclosure): ChartLayout | null {
  const { total, groups } = readBasicSpending(entriesOfTable(disclosure, 6));
  const present = groups.filter((group) => group.yuan !== 0);
  if (present.length === 0) return null;
  const whole = total?.yuan ?? sumOf(groups);
  const personnel = total?.personnel ?? groups.reduce((sum, group) => sum + group.personnel, 0);
  const operating = total?.operating ?? groups.reduce((sum, group) => sum + group.operating, 0);
  if (personnel === 0 && operating === 0) return null;
  const format = amountFormatFor(Math.max(whole, ...groups.map((group) => Math.abs(group.yuan))));
  const bars = present.map((group) => barOf({ ...group, name: group.name || '未分组' }, whole, format));
  const residual = residualOf(total?.yuan, groups);
  if (residual !== 0) bars.push(differenceBar(residual, whole, format));
  const kinds = [
    { name: '人员经费', yuan: personnel, segments: [{ yuan: personnel, tone: 'series-1' as const }] },
    { name: '公用经费', yuan: operating, segments: [{ yuan: operating, tone: 'series-2' as const }] },
  ].map(({ name, yuan, segments }) => ({ ...plainBar(name, yuan, whole, format), segments }));
  const scene = (width: Format) =>
    layoutBars(
      [
        { heading: { name: '按用途', figures: [] }, bars: kinds },
        { heading: { name: '按经济分类', figures: [] }, bars },
      ],
      width,
      [...legend],
    );
  const subject = `${disclosure.year} 年一般公共预算基本支出 ${formatMoney(whole)}`;
  return {
    unit: format.unit,
    sentence: `${subject}：人员经费 ${formatMoney(personnel)}${shareClause(personnel, whole)}；公用经费 ${formatMoney(operating)}${shareClause(operating, whole)}。`,
    table: {
      columns: [
        { name: '经济分类', kind: 'text' },
        { name: '金额', kind: 'money' },
        { name: '人员经费', kind: 'money' },
        { name: '公用经费', kind: 'money' },
        { name: '占比', kind: 'share' },
      ],
      rows: [
        ...(total ? [rowOf({ ...total, name: '合计' }, whole)] : []),
        ...groups.map((group) => rowOf(group, whole)),
      ],
    },
    scenes: present.length > 1 || (personnel !== 0 && operating !== 0) ? scenesOf(scene) : null,
    tables: [6],
  };
}

/** 人员, 公用, and what is neither, as pieces of one bar. */
export function splitItem(item: EconomicItem): Segment[] {
  const other = item.yuan - item.personnel - item.operating;
  const segments: Segment[] = [
    { yuan: item.personnel, tone: 'series-1' },
    { yuan: item.operating, tone: 'series-2' },
    { yuan: Math.abs(other) <= 100 ? 0 : other, tone: 'rest' },
  ];
  return segments.filter((segment) => segment.yuan !== 0);
}

function barOf(item: EconomicItem, whole: number, format: AmountFormat): Bar {
  const mixed = item.personnel !== 0 && item.operating !== 0;
  const kind = item.personnel !== 0 ? '人员经费' : '公用经费';
  const note = mixed ? `人员 ${format.write(item.personnel)}，公用 ${format.write(item.operating)}` : kind;
  const bar = plainBar(item.name, item.yuan, whole, format);
  return { ...bar, note, title: `${bar.title}（${note}）`, segments: splitItem(item) };
}

function plainBar(name: string, yuan: number, whole: number, format: AmountFormat): Bar {
  const figures = [format.write(yuan), formatShare(yuan, whole)];
  return {
    name,
    figures,
    note: '',
    title: titleOf(name, yuan, whole),
    segments: [{ yuan, tone: 'series-1' }],
  };
}

function differenceBar(yuan: number, whole: number, format: AmountFormat): Bar {
  return { ...plainBar('合计与各组之差', yuan, whole, format), segments: [{ yuan, tone: 'rest' }] };
}

function rowOf(item: EconomicItem, whole: number): ChartRow {
  const cells = [item.name, item.yuan, item.personnel, item.operating, whole > 0 ? item.yuan / whole : null];
  return { cells, line: item.line, grouped: false };
}
