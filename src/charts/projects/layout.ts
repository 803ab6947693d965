import type { Disclosure } from '../../schema/disclosure.ts';
import { type Bar, layoutBars } from '../bars.ts';
import type { ChartLayout } from '../chart.ts';
import { titleOf } from '../compose-parts.ts';
import { type AmountFormat, amountFormatFor, formatMoney, shareClause } from '../format-money.ts';
import { groupRest } from '../group-rest.ts';
import { sumOf } from '../part.ts';
import type { Format, Tone } from '../scene.ts';
import { scenesOf } from '../scenes-of.ts';
import { type FundedProject, readProjects, type Source } from './read-projects.ts';

const tones: Record<Source, Tone> = {
  财政拨款: 'series-4',
  中央: 'series-6',
  省级: 'series-2',
  市县: 'series-1',
  // Forms that print it do not divide 财政拨款 by levels.
  上年结转: 'series-6',
  自筹: 'series-3',
  其他: 'series-5',
  未列明: 'rest',
};
const order = Object.keys(tones) as Source[];
const limit = 12;

/** 项目 ranked by this year's money, with whose money it is. Null without a project that has an amount. */
export function layoutProjects(disclosure: Disclosure): ChartLayout | null {
  const { projects, total: whole, tables } = readProjects(disclosure);
  const present = projects.filter((project) => project.yuan !== 0);
  const [first] = present;
  if (!first) return null;
  const format = amountFormatFor(Math.max(...present.map((project) => Math.abs(project.yuan))));
  const { shown, rest } = groupRest(present, limit);
  const bars = shown.map((project) => barOf(project, whole, format));
  if (rest.length > 0) bars.push(restBar(rest, whole, format));
  const used = order.filter((source) =>
    shown.some((project) => project.sources.some((part) => part.source === source)),
  );
  const known = used.some((source) => source !== '未列明');
  if (!known) for (const bar of bars.slice(0, shown.length)) bar.segments.forEach(paintPlain);
  const legend = known ? used.map((source) => ({ name: nameOf(source), tone: tones[source] })) : [];
  const scene = (width: Format) => layoutBars([{ heading: null, bars }], width, legend);
  const grouped = new Set(rest);
  const subject = `${disclosure.year} 年安排项目 ${projects.length} 个，共 ${formatMoney(whole)}`;
  return {
    unit: format.unit,
    sentence:
      present.length === 1
        ? `${disclosure.year} 年只有一个项目有资金：「${first.name}」，${formatMoney(first.yuan)}（${noteOf(first, format) || '来源未列明'}）。`
        : `${subject}；最大的是「${first.name}」，${formatMoney(first.yuan)}${shareClause(first.yuan, whole)}。`,
    table: {
      columns: [
        { name: '项目', kind: 'text' },
        { name: '金额', kind: 'money' },
        ...(known ? used : []).map((source) => ({ name: nameOf(source), kind: 'money' as const })),
      ],
      rows: projects.map((project) => ({
        cells: [
          project.name,
          project.yuan,
          ...(known ? used : []).map((source) => amountFrom(project, source)),
        ],
        line: project.line,
        grouped: grouped.has(project),
      })),
    },
    scenes: present.length > 1 ? scenesOf(scene) : null,
    tables,
  };
}

function amountFrom(project: FundedProject, source: Source): number | null {
  return project.sources.find((part) => part.source === source)?.yuan ?? null;
}

function nameOf(source: Source): string {
  return {
    财政拨款: '财政拨款',
    中央: '中央资金',
    省级: '省级资金',
    市县: '市县资金',
    上年结转: '上年结转',
    自筹: '单位自筹',
    其他: '其他资金',
    未列明: '来源未列明',
  }[source];
}

/** Whose money it is, in words: color is not the only sign. */
function noteOf(project: FundedProject, format: AmountFormat): string {
  const sources = project.sources.filter((part) => part.source !== '未列明');
  if (sources.length === 0) return '';
  if (project.sources.length === 1) return nameOf(sources[0]?.source ?? '未列明');
  return project.sources.map(({ source, yuan }) => `${nameOf(source)} ${format.write(yuan)}`).join('，');
}

function barOf(project: FundedProject, whole: number, format: AmountFormat): Bar {
  const note = noteOf(project, format);
  const parts = [...project.sources].sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
  return {
    name: project.name,
    figures: [format.write(project.yuan)],
    note,
    title: `${titleOf(project.name, project.yuan, whole)}${note && `（${note}）`}`,
    segments: parts.map(({ source, yuan }) => ({ yuan, tone: tones[source] })),
  };
}

function restBar(rest: FundedProject[], whole: number, format: AmountFormat): Bar {
  const yuan = sumOf(rest);
  const name = `其他 ${rest.length} 个项目`;
  const largest = rest.slice(0, 5).map((project) => `${project.name} ${format.write(project.yuan)}`);
  const list = `${largest.join('、')}${rest.length > 5 ? '等，全部见数据表' : ''}`;
  return {
    name,
    figures: [format.write(yuan)],
    note: '',
    title: `${titleOf(name, yuan, whole)}：${list}`,
    segments: [{ yuan, tone: 'rest' }],
  };
}

/** Where no source is known at all, there is nothing to tell apart. */
function paintPlain(segment: Bar['segments'][number]): void {
  segment.tone = 'series-1';
}
