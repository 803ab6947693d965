import { MoneyUnit } from '../../schema/figure.ts';
import type { TableNote } from '../../schema/table.ts';
import type { SourceLine } from '../source-line.ts';
import { matchKey, plain } from '../text/plain.ts';
import { amountsOfBareRow } from './bare-rows.ts';
import { isGridLine, loneText } from './read-grid.ts';
import { isPageLabel } from './read-table-title.ts';
import { deniesAmounts, saysNoData } from './says-no-data.ts';

/** A table's lines by what they are. */
export interface TableLines {
  /** Lines with cells, and blanks for what stood between them. */
  grid: SourceLine[];
  unit: MoneyUnit | undefined;
  /** Names after 单位名称：, as printed. */
  bodies: { name: string; line: number }[];
  notes: TableNote[];
  noData: TableNote | null;
}

const moneyUnit = new RegExp(`(?:金额)?单位:?\\(?(?:人民币)?(${MoneyUnit.options.join('|')})\\)?$`);
const body = /^(?:编制|预算|公开)?(?:单位|部门)(?:名称)?(?:\((?:公章|盖章)\))?[:：](.+)$/;

/** Items that stand in every table of their kind, with an amount or without. */
const blankItem =
  /^(?:[一二三四五]、(?:一般公共预算|政府性基金|国有资本经营|财政专户|单位资金).{0,10}|因公出国\(境\)费用?|公务接待费|[12]?公务用车(?:购置|运行).{0,8})$/;

/** Lines of a broken name that stand together at most. */
const mostPieces = 4;

/** Whether a row has an amount behind its first cell, which may be a code; ordinals of columns are none. */
function hasAmount({ text }: SourceLine): boolean {
  const [, ...cells] = text.split(/\t|(?<=.)\|/);
  return cells.some((cell) => /^-?(?:\d[\d,，]*[.．]\d+|\d[\d,，]{2,})$/.test(cell.trim()));
}

/**
 * Sorts the lines between one table's title and the next title. Nothing is lost: unknown text becomes a note.
 *
 * @param tails whether text right below the last row can be the rest of a name in it
 */
export function readTableLines(lines: SourceLine[], tails = false): TableLines {
  const result: TableLines = { grid: [], unit: undefined, bodies: [], notes: [], noData: null };
  for (const [index, { text, line }] of lines.entries()) {
    const lone = loneText(text);
    const isText = lone !== undefined && lone.trim() !== '';
    const key = isText ? matchKey(lone) : matchKey(text);
    const blank = { text: '', line };
    if (key === '') {
      result.grid.push(blank);
    } else if (readHead(key, text, line)) {
      result.grid.push(blank);
    } else if (isText && (isPageLabel(lone) || /^续表?$|^\(续\)$/.test(key))) {
      result.grid.push(blank);
    } else if (isText && saysNoData(lone)) {
      const note = { text: plain(lone), line };
      result.noData ??= note;
      result.notes.push(note);
      result.grid.push(blank);
    } else if (isText && isRowAlone(index, key)) {
      // One cell, as a grid line has it.
      result.grid.push({ text: `|${text}|`, line });
    } else if (isText && isPiece(index)) {
      result.grid.push({ text, line });
    } else if (isText && (/^(?:备?注|说明|附注)\d*[:：、.]/.test(key) || !isGridLine(text))) {
      result.notes.push({ text: plain(lone), line });
      result.grid.push(blank);
    } else result.grid.push({ text, line });
  }
  if (!result.grid.some(hasAmount))
    result.noData ??= result.notes.find(({ text }) => deniesAmounts(text)) ?? null;
  return result;

  /** An item between rows, or a total below one, that has lost its blank cells, and with them every mark of cells. */
  function isRowAlone(index: number, key: string): boolean {
    const isPassed = (text: string) => text === '' || blankItem.test(text);
    const beside = (step: 1 | -1): boolean => {
      let near = index + step;
      // A page may break there too.
      for (let line = lines[near]; line && isPassed(matchKey(line.text)); line = lines[near]) near += step;
      return isGridLine(lines[near]?.text ?? '');
    };
    if (isGridLine(lines[index]?.text ?? '') || !beside(-1)) return false;
    return /^(?:部门)?合计$/.test(key) || (blankItem.test(key) && beside(1));
  }

  /** A line without cells right between rows, or right below them: a piece of a row that was broken inside a name. */
  function isPiece(index: number): boolean {
    if (!isBare(lines[index])) return false;
    let [first, last] = [index, index];
    while (isBare(lines[first - 1])) first -= 1;
    while (isBare(lines[last + 1])) last += 1;
    if (last - first >= mostPieces) return false;
    const isRow = (line: SourceLine | undefined) => line !== undefined && isGridLine(line.text);
    const below = lines[last + 1];
    return isRow(lines[first - 1]) && (isRow(below) || (tails && (below?.text ?? '').trim() === ''));
  }

  /** Text without cells that no sentence, note or heading is. */
  function isBare(line: SourceLine | undefined): boolean {
    if (!line || isGridLine(line.text) || amountsOfBareRow(line.text).length > 0) return false;
    const key = matchKey(line.text);
    return (
      key !== '' && key.length <= 40 && !/[。;:!?]|^备?注|^(?:第.+部分|[一二三四五六七八九十]+、)/.test(key)
    );
  }

  /** 单位名称：… and 单位：万元, on lines of their own or side by side. */
  function readHead(key: string, text: string, line: number): boolean {
    const cells = (isGridLine(text) ? text.split(/\t|\|/) : text.split(/(?<=\S)\s{2,}(?=\S)/))
      .map(matchKey)
      .filter((cell) => cell !== '');
    if (key.length > 60 || cells.length === 0 || cells.length > 3) return false;
    const found = cells.map((cell) => {
      const unit = moneyUnit.exec(cell);
      if (unit) {
        result.unit ??= unit[1] as MoneyUnit;
        const rest = body.exec(cell.slice(0, unit.index));
        if (rest?.[1]) result.bodies.push({ name: rest[1], line });
        return true;
      }
      const name = body.exec(cell);
      if (!name?.[1]) return false;
      result.bodies.push({ name: name[1], line });
      return true;
    });
    return found.every(Boolean);
  }
}
