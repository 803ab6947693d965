import type { SourceLine } from '../source-line.ts';
import { matchKey } from './plain.ts';

/** Lines that repeat by rights: form and table furniture, notes, ordinals, rules. */
const structural =
  /表(\(.*\))?$|^\(?\d{4}年?度?\)?$|^单位名?称?:|^单位[:(]|^金额单位|^注|本表无数据|^-+$|^附件\d*$|^抄送|^第.+部分|^[一二三四五六七八九十]+、|^\(?[一二三四五六七八九十\d]+\)|^\d+[、.]|公开表\d+|部门公开|^目录$|^(?:实施期|年度|总体)目标|主动公开|印发$|文件$|号$|^[A-Z](?:\d\d){0,3}[\u4e00-\u9fff]/;

/** So many titles and heads has a document of several tables. */
const manyParts = 12;

/**
 * Finds watermarks and running headers: short lines without a sentence that stand scattered and repeated.
 *
 * No fixed text: a line counts when it occurs at least three times, twice of them next to each other or between
 * rows of tables, or six times anywhere. What repeats within one table of many only begins several names of it that
 * are broken over lines.
 *
 * @returns their texts as compared by `matchKey`
 */
export function findWatermarks(lines: SourceLine[]): Set<string> {
  const seen = new Map<
    string,
    { count: number; adjacent: boolean; inGrid: number; first: number; last: number }
  >();
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const isGrid = (index: number) => filled[index]?.text.includes('\t') ?? false;
  let previous = '';
  /** Titles and heads so far: between two of them is one table, or one form. */
  let part = 0;
  filled.forEach(({ text }, index) => {
    const key = isGrid(index) || isAligned(text) ? '' : matchKey(text);
    const longest = /\d{4}年.*(?:预算|决算)/.test(key) ? 50 : 24;
    if (
      key.length >= 2 &&
      key.length <= longest &&
      !/[。;,!?:]|^\d+$|图$/.test(key) &&
      !structural.test(key)
    ) {
      const { count, adjacent, inGrid, first } = seen.get(key) ?? {
        ...{ count: 0, adjacent: false, inGrid: 0, first: part },
      };
      const between = isGrid(index - 1) && isGrid(index + 1) ? 1 : 0;
      seen.set(key, {
        count: count + 1,
        adjacent: adjacent || previous === key,
        inGrid: inGrid + between,
        ...{ first, last: part },
      });
    } else if (!isGrid(index) && structural.test(key)) part += 1;
    previous = key;
  });
  return new Set(
    [...seen].flatMap(([key, { count, adjacent, inGrid, first, last }]) => {
      const isOfOneTable = part >= manyParts && inGrid > 0 && !adjacent && first === last;
      return !isOfOneTable && ((count >= 3 && (adjacent || inGrid >= 2)) || count >= 6) ? [key] : [];
    }),
  );
}

/** Whether a line holds several cells that blanks align: rows of forms are alike in every form, and no watermarks. */
function isAligned(text: string): boolean {
  if (!text.includes('  ')) return false;
  const cells = text.trim().split(/\s{2,}/);
  // A watermark may stand on a line several times, or be spaced out.
  return cells.length >= 3 && new Set(cells).size > 1 && cells.some((cell) => cell.length >= 4);
}
