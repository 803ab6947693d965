import type { SourceLine } from '../source-line.ts';
import { isGridLine, loneText } from '../tables/read-grid.ts';
import { isPageLabel, type PrintedTitle, readTableTitle } from '../tables/read-table-title.ts';
import { saysNoData } from '../tables/says-no-data.ts';
import type { Template } from '../tables/template.ts';
import { looksLikeTitle } from '../text/heading.ts';
import { matchKey, plain } from '../text/plain.ts';
import type { Part } from './segment-document.ts';

/** A table that begins at a line, and the line that its title goes on in. */
export interface TableStart {
  part: Part;
  next: number | undefined;
}

/**
 * Knows where tables begin in a document.
 *
 * @param filledAfter index of the next line with text by index, -1 where none follows
 * @returns the table that begins at a line of one cell, undefined where none does
 */
export function tableStarts(
  lines: SourceLine[],
  template: Template,
  filledAfter: (index: number) => number,
): (lone: string, index: number) => TableStart | undefined {
  return startOfTable;

  function startOfTable(lone: string, index: number): TableStart | undefined {
    const line = lines[index]?.line ?? 1;
    const { title, unit, next } = readTitle(lone, index);
    if (!title || !isTableAhead(next ?? index)) return undefined;
    // 2031年部门预算公开表, with the title of the first table below it, is the title of them all.
    if (!title.template && readTableTitle(lines[titledAfter(next ?? index)]?.text ?? '', template))
      return { part: { kind: 'other', title: title.title, line, lines: [] }, next };
    const lead = unit ? [{ text: unit, line }] : [];
    const { template: spec, isMisread } = title;
    return {
      part: { kind: 'table', title: title.title, line, template: spec, isMisread, lines: lead },
      next,
    };
  }

  /** Index of the next line with text that is more than a label. */
  function titledAfter(index: number): number {
    const next = filledAfter(index);
    const text = lines[next]?.text ?? '';
    return isPageLabel(text) || /^附件\d{0,2}[:：]?$/.test(matchKey(text)) ? titledAfter(next) : next;
  }

  /** A title on one line, with the money unit behind it, or broken over two lines. */
  function readTitle(
    lone: string,
    index: number,
  ): { title?: PrintedTitle | undefined; unit?: string; next?: number } {
    const [first, unit] = partUnit(lone);
    const own = readTableTitle(first, template);
    const next = filledAfter(index);
    const [rest, lastUnit] = partUnit(lines[next]?.text ?? '');
    const near = next > index && next - index <= 2 && !isGridLine(rest) && looksLikeTitle(rest);
    const money = unit ?? lastUnit;
    // （上年结转） below tells one table from another.
    const tail = own && near && /^[（(][^（）()]{2,14}[）)]$/.test(plain(rest).replace(/\s+/g, ''));
    if (own && !tail) return { title: own, ...(unit ? { unit } : {}) };
    const isHead = !/图$/.test(lone.trim()) && !/^第.部分|^[一二三四五六七八九十]+、/.test(plain(lone));
    const joined =
      near && (tail || isHead) ? readTableTitle(`${plain(first)}${plain(rest)}`, template) : undefined;
    if (tail) return joined ? { title: joined, next, ...(money ? { unit: money } : {}) } : { title: own };
    const alone = readTableTitle(rest, template);
    // The second half can be a title itself (收支总表 of 财政拨款收支总表): then the first must begin like one.
    const isOther = alone?.template?.number !== joined?.template?.number;
    const begins = /^(?:附?表\S{1,3})?\s*20\d{2}年/.test(plain(lone)) && !/^20\d{2}年/.test(plain(rest));
    const isBroken = joined?.template && (alone?.template ? isOther && begins : true);
    return isBroken ? { title: joined, next, ...(money ? { unit: money } : {}) } : {};
  }

  /** Cells follow, or a body, a money unit or a no-data mark: what stands below a table's title. */
  function isTableAhead(index: number): boolean {
    const next: string[] = [];
    for (let ahead = filledAfter(index); ahead >= 0 && next.length < 4; ahead = filledAfter(ahead)) {
      const text = lines[ahead]?.text ?? '';
      if (!isPageLabel(text)) next.push(text);
    }
    return next.some(
      (text, position) =>
        (isGridLine(text) && loneText(text) === undefined) ||
        (position < 3 &&
          (/^(?:编制)?(?:单位|部门)(?:名称)?[:：]|^金额单位/.test(matchKey(text)) || saysNoData(text))),
    );
  }
}

/** A line and the 单位：万元 at its end. */
function partUnit(text: string): [string, string | undefined] {
  const unit = /[（(]?(?:金额)?单位\s*[:：]\s*(?:人民币)?[千百万亿]*元[)）]?\s*$/.exec(text);
  return unit && unit.index > 0 ? [text.slice(0, unit.index), unit[0]] : [text, undefined];
}
