import type { Disclosure } from '../../schema/disclosure.ts';
import { type Bar, type BarGroup, layoutBars } from '../bars.ts';
import type { ChartLayout, ChartRow } from '../chart.ts';
import { titleOf } from '../compose-parts.ts';
import { type AmountFormat, amountFormatFor, formatMoney, formatShare } from '../format-money.ts';
import { groupRest } from '../group-rest.ts';
import { printedSum, sumOf } from '../part.ts';
import { type BasicSpending, readBasicSpending } from '../read/economic-items.ts';
import { entriesOfTable } from '../read/table-of.ts';
import type { Format, Tone } from '../scene.ts';
import { scenesOf } from '../scenes-of.ts';

/** One item's amount of one kind. */
interface Piece {
  name: string;
  yuan: number;
  line: number | null;
}

interface Kind {
  name: string;
  tone: Tone;
  pieces: Piece[];
  /** Printed total of the kind, undefined where there is none. */
  printed: number | undefined;
}

const limit = 8;

/** 基本支出 by economic item, 人员 beside 公用. Null where table 六 names fewer than three items with amounts. */
export function layoutBasicItems(disclosure: Disclosure): ChartLayout | null {
  const spending = readBasicSpending(entriesOfTable(disclosure, 6));
  const kinds = kindsOf(spending).filter((kind) => kind.pieces.length > 0);
  const pieces = kinds.flatMap((kind) => kind.pieces);
  if (pieces.length < 3) return null;
  const whole = spending.total?.yuan ?? sumOf(pieces);
  const format = amountFormatFor(
    Math.max(...pieces.map((piece) => Math.abs(piece.yuan)), ...kinds.map((kind) => sumOf(kind.pieces))),
  );
  const grouped = new Set(kinds.flatMap((kind) => groupRest(kind.pieces, limit).rest));
  const groups = kinds.map((kind) => barGroup(kind, whole, format));
  const scene = (width: Format) => layoutBars(groups, width);
  return {
    unit: format.unit,
    sentence: sentenceOf(disclosure, kinds, whole),
    table: {
      columns: [
        { name: '经济科目', kind: 'text' },
        { name: '类别', kind: 'text' },
        { name: '金额', kind: 'money' },
        { name: '占比', kind: 'share' },
      ],
      rows: kinds.flatMap((kind) =>
        kind.pieces.map(
          (piece): ChartRow => ({
            cells: [piece.name, kind.name, piece.yuan, whole > 0 ? piece.yuan / whole : null],
            line: piece.line,
            grouped: grouped.has(piece),
          }),
        ),
      ),
    },
    scenes: scenesOf(scene),
    tables: [6],
  };
}

/** Items by kind, largest first. A group without items counts as one; what a group has beyond its items too. */
function kindsOf(spending: BasicSpending): Kind[] {
  const personnel: Piece[] = [];
  const operating: Piece[] = [];
  const neither: Piece[] = [];
  const add = (
    name: string,
    line: number | null,
    amounts: { yuan: number; personnel: number; operating: number },
  ) => {
    const other = amounts.yuan - amounts.personnel - amounts.operating;
    if (amounts.personnel !== 0) personnel.push({ name, line, yuan: amounts.personnel });
    if (amounts.operating !== 0) operating.push({ name, line, yuan: amounts.operating });
    if (Math.abs(other) > 100) neither.push({ name, line, yuan: other });
  };
  for (const group of spending.groups) {
    if (group.items.length === 0) add(group.name, group.line, group);
    for (const item of group.items) add(item.name, item.line, item);
    if (group.residual !== 0)
      neither.push({ name: `${group.name}：与各项之差`, line: null, yuan: group.residual });
  }
  const ranked = (pieces: Piece[]) => pieces.sort((a, b) => b.yuan - a.yuan || (a.line ?? 0) - (b.line ?? 0));
  return [
    { name: '人员经费', tone: 'series-1', pieces: ranked(personnel), printed: spending.total?.personnel },
    { name: '公用经费', tone: 'series-2', pieces: ranked(operating), printed: spending.total?.operating },
    { name: '未分人员、公用', tone: 'rest', pieces: ranked(neither), printed: undefined },
  ];
}

function barGroup(kind: Kind, whole: number, format: AmountFormat): BarGroup {
  const { shown, rest } = groupRest(kind.pieces, limit);
  const figures = (yuan: number) => [format.write(yuan), formatShare(yuan, whole)];
  const bar = (name: string, yuan: number, tone: Tone, list: string): Bar => ({
    name,
    figures: figures(yuan),
    note: '',
    title: `${titleOf(name, yuan, whole)}${list}`,
    segments: [{ yuan, tone }],
  });
  const bars = shown.map((piece) => bar(piece.name, piece.yuan, kind.tone, ''));
  if (rest.length > 0) {
    const list = rest.map((piece) => `${piece.name} ${format.write(piece.yuan)}`).join('、');
    bars.push(bar(`其他 ${rest.length} 项`, sumOf(rest), 'rest', `：${list}`));
  }
  return { heading: { name: kind.name, figures: figures(printedSum(kind.printed, kind.pieces)) }, bars };
}

function sentenceOf(disclosure: Disclosure, kinds: Kind[], whole: number): string {
  const told = kinds.filter((kind) => kind.tone !== 'rest');
  const said = (told.length > 0 ? told : kinds).map(({ name, pieces }) => {
    const [first] = pieces;
    return `${name} ${pieces.length} 项${first ? `，最多的是${first.name} ${formatMoney(first.yuan)}` : ''}`;
  });
  return `${disclosure.year} 年一般公共预算基本支出 ${formatMoney(whole)}：${said.join('；')}。`;
}
