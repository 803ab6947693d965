import { round } from '../bars.ts';
import type { BudgetSummary } from '../budget-summary.ts';
import type { ChartLayout } from '../chart.ts';
import {
  type AmountFormat,
  amountFormatFor,
  formatMoney,
  formatShare,
  shareClause,
} from '../format-money.ts';
import { measureText } from '../measure-text.ts';
import { type Format, fontSize, type Label, lineHeight, type Mark, type Scene, widths } from '../scene.ts';
import { scenesOf } from '../scenes-of.ts';
import { wrapText } from '../wrap-text.ts';

/** One small picture: a disclosure and its spending by the functions that all panels share. */
interface Panel {
  summary: BudgetSummary;
  total: number;
  /** Whole yuan by the shared functions, in their order; undefined where the unit has no such line. */
  amounts: (number | undefined)[];
  /** What is left of the total. */
  other: number;
}

const panelLimit = 12;
const tableLimit = 60;
const functionLimit = 4;
const columns = { narrow: 1, wide: 3 } as const;
const gutter = 24;

/**
 * Who spends how much on what: one small picture a body, all with the same functions in the same order and on
 * the same scale of shares. Null without a total; one body is a sentence.
 *
 * @param summaries of a region or of the whole archive, one a unit: that of its latest year
 */
export function layoutRegion(summaries: BudgetSummary[]): ChartLayout | null {
  const ranked = summaries
    .flatMap((summary) =>
      summary.spending !== undefined && summary.spending > 0 ? [{ summary, total: summary.spending }] : [],
    )
    .sort((a, b) => b.total - a.total || (a.summary.id < b.summary.id ? -1 : 1));
  const [first] = ranked;
  if (!first) return null;
  const names = sharedFunctions(ranked.map(({ summary }) => summary));
  const panels = ranked.map(({ summary, total }) => panelOf(summary, total, names));
  const shown = panels.length > panelLimit + 1 ? panels.slice(0, panelLimit) : panels;
  const whole = ranked.reduce((sum, { total }) => sum + total, 0);
  const format = amountFormatFor(first.total);
  const scene = (width: Format) => layoutPanels(shown, names, format, width);
  const rest = ranked.length - shown.length;
  return {
    unit: `${format.unit}；紫条比较支出总计，其余条长为占该单位支出的比例`,
    sentence: sentenceOf(ranked, whole, rest),
    table: tableOf(panels, names),
    scenes: ranked.length > 1 ? scenesOf(scene) : null,
    tables: [],
  };
}

/** Names of the functions that most money goes to, largest first. */
function sharedFunctions(summaries: BudgetSummary[]): string[] {
  const sums = new Map<string, number>();
  for (const { functions } of summaries) {
    for (const { name, yuan } of functions) sums.set(name, (sums.get(name) ?? 0) + yuan);
  }
  const names = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return names.slice(0, names.length <= functionLimit + 1 ? functionLimit + 1 : functionLimit);
}

function panelOf(summary: BudgetSummary, total: number, names: string[]): Panel {
  const amounts = names.map((name) => {
    const lines = summary.functions.filter((line) => line.name === name);
    return lines.length === 0 ? undefined : lines.reduce((sum, line) => sum + line.yuan, 0);
  });
  const other = total - amounts.reduce<number>((sum, yuan) => sum + (yuan ?? 0), 0);
  return {
    summary,
    total,
    amounts,
    other: Math.abs(other) <= 50 * (summary.functions.length + 1) ? 0 : other,
  };
}

function sentenceOf(
  ranked: { summary: BudgetSummary; total: number }[],
  whole: number,
  rest: number,
): string {
  const [first] = ranked;
  if (!first) return '';
  const { unit, year } = first.summary;
  if (ranked.length === 1)
    return `${unit.name} ${year} 年支出总计 ${formatMoney(first.total)}，暂无其他单位可比。`;
  const years = ranked.map(({ summary }) => summary.year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const span = from === to ? `${from} 年` : `${from}—${to} 年`;
  const said = `${ranked.length} 个单位各取最近一年（${span}）的公开文本，支出总计共 ${formatMoney(whole)}；最多的是${unit.name}（${year} 年），${formatMoney(first.total)}${shareClause(first.total, whole)}。`;
  return rest > 0 ? `${said}图中为前 ${ranked.length - rest} 个，其余 ${rest} 个见数据表。` : said;
}

function tableOf(panels: Panel[], names: string[]): ChartLayout['table'] {
  const rows = panels.slice(0, tableLimit).map((panel, index) => ({
    cells: [
      panel.summary.unit.name,
      String(panel.summary.year),
      panel.total,
      ...panel.amounts.map((yuan) => yuan ?? null),
      panel.other,
    ],
    line: null,
    grouped: panels.length > panelLimit + 1 && index >= panelLimit,
  }));
  const rest = panels.slice(tableLimit);
  if (rest.length > 0) {
    const sum = (value: (panel: Panel) => number) => rest.reduce((total, panel) => total + value(panel), 0);
    rows.push({
      cells: [
        `其余 ${rest.length} 个单位`,
        '',
        sum((panel) => panel.total),
        ...names.map((_, index) => sum((panel) => panel.amounts[index] ?? 0)),
        sum((panel) => panel.other),
      ],
      line: null,
      grouped: true,
    });
  }
  return {
    columns: [
      { name: '单位', kind: 'text' },
      { name: '年度', kind: 'text' },
      { name: '支出总计', kind: 'money' },
      ...names.map((name) => ({ name, kind: 'money' as const })),
      { name: '其他', kind: 'money' },
    ],
    rows,
  };
}

function layoutPanels(panels: Panel[], names: string[], format: AmountFormat, width: Format): Scene {
  const count = columns[width];
  const panelWidth = (widths[width] - gutter * (count - 1)) / count;
  const shares = panels.flatMap(({ total, amounts, other }) =>
    [...amounts, other].map((yuan) => Math.abs(yuan ?? 0) / total),
  );
  const largest = Math.max(...shares);
  const most = Math.max(...panels.map(({ total }) => total));
  const marks: Mark[] = [];
  let top = 0;
  for (let start = 0; start < panels.length; start += count) {
    const row = panels.slice(start, start + count);
    const heads = row.map(({ summary }) =>
      wrapText(`${summary.unit.name} ${summary.year} 年`, panelWidth, 3),
    );
    const headHeight = Math.max(...heads.map((lines) => lines.length)) * lineHeight;
    row.forEach((panel, index) => {
      marks.push(
        panelMark(panel, names, format, heads[index] ?? [], {
          x: round(index * (panelWidth + gutter)),
          y: top,
          width: round(panelWidth),
          headHeight,
          largest,
          most,
        }),
      );
    });
    top += headHeight + (names.length + 2) * lineHeight + 30;
  }
  return { width: widths[width], height: Math.ceil(top - 16), marks, decoration: { shapes: [], labels: [] } };
}

interface Area {
  x: number;
  y: number;
  width: number;
  headHeight: number;
  /** Greatest share of any panel: the full length of a bar. */
  largest: number;
  /** Greatest total of any panel: the full width. */
  most: number;
}

function panelMark(panel: Panel, names: string[], format: AmountFormat, head: string[], area: Area): Mark {
  const { summary, total } = panel;
  const lines = [
    ...names.map((name, index) => ({ name, yuan: panel.amounts[index] })),
    ...(panel.other === 0 ? [] : [{ name: '其他', yuan: panel.other }]),
  ];
  const mark: Mark = { title: '', shapes: [], labels: [] };
  const label = (
    text: string,
    x: number,
    y: number,
    style: Label['style'],
    anchor: Label['anchor'] = 'start',
  ) => {
    mark.labels.push({ x: round(x), y: round(y), text, width: measureText(text), anchor, style });
  };
  head.forEach((text, index) => {
    label(text, area.x, area.y + fontSize + index * lineHeight, 'strong');
  });
  let y = area.y + area.headHeight + fontSize;
  label(`支出总计 ${format.write(total)}`, area.x, y, 'figure');
  const length = Math.max(1.5, round((total / area.most) * area.width));
  mark.shapes.push({ kind: 'box', x: area.x, y: round(y + 6), width: length, height: 5, tone: 'series-4' });
  y += 8;
  const nameWidth = Math.min(
    area.width * 0.6,
    Math.max(...lines.map(({ name }) => measureText(shorten(name)))),
  );
  const barLeft = area.x + nameWidth + 8;
  const barRoom = area.width - nameWidth - 8 - 54;
  lines.forEach(({ name, yuan }, index) => {
    y += lineHeight;
    const share = yuan === undefined ? '—' : formatShare(yuan, total);
    label(wrapText(shorten(name), nameWidth, 1)[0] ?? name, area.x, y, 'plain');
    label(share, area.x + area.width, y, 'figure', 'end');
    if (yuan === undefined || yuan === 0) return;
    const length = (Math.abs(yuan) / total / area.largest) * barRoom;
    const tone = name === '其他' && index === names.length ? 'rest' : 'series-1';
    mark.shapes.push({
      kind: 'box',
      x: round(barLeft),
      y: round(y - 10),
      width: Math.max(1.5, round(length)),
      height: 10,
      tone: yuan < 0 ? 'series-2' : tone,
    });
  });
  const said = lines.flatMap(({ name, yuan }) =>
    yuan === undefined || yuan === 0 ? [] : [`${name} ${formatMoney(yuan)}`],
  );
  mark.title = `${summary.unit.name} ${summary.year} 年：${formatMoney(total)}；${said.join('、')}`;
  return mark;
}

/** 支出 says nothing in a list of spending. */
function shorten(name: string): string {
  return name.replace(/支出$/, '');
}
