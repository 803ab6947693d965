import { columnInDoubt } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import { matchKey } from '../text/plain.ts';
import type { RowKeys } from './equations.ts';
import type { PlacedRow } from './place-rows.ts';
import type { TableTemplate } from './template.ts';

/** First item of the two-sided tables and of the three public expenses. */
const firstItem = /^(?:一、|(?:[1１][、.．])?因公出国)/;

/** What a two-sided table ends with. */
const lastItem = /^(?:收入|支出)总计$/;

/**
 * A classified table has one total. Where another with other amounts, or the first item of a table without codes,
 * follows below its rows, or any row follows 收入总计, and a later table is nowhere in the document, that table may have lost its title and
 * header: what its columns are, nothing tells. Rows from there on lose their values; what was said of their
 * placement goes with them.
 *
 * @param placed rows in printed order, and the findings of their placement
 */
export function doubtSecondTotal(
  placed: { rows: PlacedRow[]; findings: ConversionFinding[] },
  keys: (row: PlacedRow) => RowKeys,
  order: TableTemplate['order'],
  absent: boolean,
): { rows: PlacedRow[]; findings: ConversionFinding[] } {
  const { rows, findings } = placed;
  if (!absent || !['codes', 'economic', 'two-sided'].includes(order)) return placed;
  const isTotal = (row: PlacedRow) => {
    const { label, code } = keys(row);
    return /^(?:合计|总计)$/.test(label || code);
  };
  const first = rows.findIndex(isTotal);
  const end = rows.findLastIndex(({ cells }) => cells.some((cell) => lastItem.test(matchKey(cell))));
  const start = rows.findIndex((row, index) => {
    if (order === 'two-sided') return end >= 0 && index > end;
    if (first < 0 || index <= first + 1) return false;
    if (firstItem.test(row.cells.find(Boolean) ?? '')) return true;
    // A total at the foot is the same one again, or a sum that is checked like any other.
    return isTotal(row) && index < rows.length - 1 && printed(row) !== printed(rows[first]);
  });
  if (start < 0) return placed;
  const foreign = rows.slice(start);
  const lines = new Set(foreign.map(({ line }) => line));
  return {
    rows: [
      ...rows.slice(0, start),
      ...foreign.map((row) => ({
        ...row,
        figures: row.figures.map((figure) =>
          figure ? { printed: figure.printed, undecided: columnInDoubt } : figure,
        ),
      })),
    ],
    findings: [
      ...findings.filter(({ place }) => place.line === undefined || !lines.has(place.line)),
      ...foreign.map(
        ({ line, cells }): ConversionFinding => ({
          rule: 'row-undecided',
          status: 'undecided',
          place: { line },
          message: `第${rows[start]?.line}行起不似本表的行，或为标题和表头缺失的另一张表，第${line}行金额未取值`,
          actual: cells.filter(Boolean).join('｜'),
        }),
      ),
    ],
  };
}

function printed(row: PlacedRow | undefined): string {
  return (row?.figures ?? []).map((figure) => figure?.printed ?? '').join('|');
}
