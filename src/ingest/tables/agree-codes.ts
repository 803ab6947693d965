import type { ConversionFinding } from '../../schema/finding.ts';
import type { Table } from '../../schema/table.ts';
import { tableName } from '../../schema/table-titles.ts';
import { matchKey } from '../text/plain.ts';

/** Tables that list the same functions. */
const byFunction = new Set([2, 3, 5, 8]);

/** A code of a table, with the name beside it. */
interface PrintedCode {
  table: Table;
  row: Table['rows'][number];
  column: number;
  code: string;
  name: string;
}

/**
 * Puts right the codes with one misread digit: the item of that name has another code in the other tables, and none has
 * this one. Two tables against one decide, or the 类 and 款 around it; where they do not, both are left, and it is on record
 * that one of them is wrong.
 *
 * @param tables of a document; their rows are changed
 */
export function agreeCodes(tables: Table[]): ConversionFinding[] {
  const printed = tables.flatMap(codesOf);
  const holders = Map.groupBy(printed, ({ code }) => code);
  return printed.flatMap((one): ConversionFinding[] => {
    const alike = holders.get(one.code) ?? [];
    // Misread, it may be the code of another function, which its table then has twice.
    const isTwice = alike.some(({ table, row }) => table === one.table && row !== one.row);
    if (alike.some(({ table, name }) => table !== one.table && (!isTwice || name === one.name))) return [];
    const own = new Set(printed.flatMap(({ table, code }) => (table === one.table ? code : [])));
    const meant = new Set(
      printed.flatMap(({ table, code, name }) =>
        table !== one.table && name === one.name && !own.has(code) && isOneDigitOff(code, one.code)
          ? code
          : [],
      ),
    );
    const [code, other] = meant;
    if (!code || other) return [];
    const others = new Set(holders.get(code)?.map(({ table }) => table));
    const isDecided = others.size > 1 || (fits(code, own, one.code) && !fits(one.code, own, one.code));
    if (isDecided) one.row.cells[one.column] = code;
    return [differing(one, code, [...others], isDecided)];
  });
}

function codesOf(table: Table): PrintedCode[] {
  if (table.number === null || !byFunction.has(table.number)) return [];
  return table.columns.flatMap(({ role, side, path }, column): PrintedCode[] => {
    if (role !== 'code' || path === '单位编码') return [];
    const label = table.columns.findIndex((other) => other.role === 'label' && other.side === side);
    return table.rows.flatMap((row): PrintedCode[] => {
      const [code, name] = [String(row.cells[column] ?? ''), matchKey(String(row.cells[label] ?? ''))];
      return /^(?:\d{3}|\d{5}|\d{7})$/.test(code) && name.length >= 2
        ? [{ table, row, column, code, name }]
        : [];
    });
  });
}

function isOneDigitOff(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((digit, index) => digit !== b[index]).length === 1;
}

/** Whether what stands above a code, or below it, is among those of its table, itself apart. */
function fits(code: string, own: ReadonlySet<string>, printed: string): boolean {
  const below = [...own].some(
    (other) => other !== printed && other.length > code.length && other.startsWith(code),
  );
  return below || (code.length > 3 && own.has(code.slice(0, -2)));
}

function differing(
  { table, row, code }: PrintedCode,
  meant: string,
  others: Table[],
  isDecided: boolean,
): ConversionFinding {
  const names = others.map(({ number }) => tableName(number ?? 0)).join('、');
  const said = `第${row.line}行科目编码印作「${code}」，同名科目在${names}中为「${meant}」`;
  return {
    rule: isDecided ? 'code-mended' : 'code-doubtful',
    status: isDecided ? 'decided' : 'undecided',
    place: { table: table.number ?? undefined, line: row.line },
    message: isDecided ? `${said}，读作「${meant}」` : `${said}，其中一处有误，无法确定`,
    actual: code,
    expected: meant,
  };
}
