import { MoneyUnit } from '../../schema/figure.ts';
import { type FormRow, plain } from './cells-of.ts';

const units = MoneyUnit.options.join('|');
/** `项目资金（万元）`, `单位：万元`, `编制单位：某局　金额单位：元`. */
const inBrackets = new RegExp(`\\((?:金额)?(?:单位:?)?(${units})\\)$`);
const stated = new RegExp(`单位:?\\(?(?:人民币)?(${units})\\)?$`);

const behindAmount = new RegExp(`^[\\d.,]+(${units})$`);

/** Unit of money that a cell states: a label with the unit in brackets, 单位：万元, or an amount with its unit. */
export function moneyUnitOf(text: string): MoneyUnit | null {
  if (text.length > 60) return null;
  const key = plain(text);
  return (
    ((inBrackets.exec(key) ?? stated.exec(key) ?? behindAmount.exec(key))?.[1] as MoneyUnit | undefined) ??
    null
  );
}

/** Unit of money that rows state; null where none does, or where they state two. */
export function moneyUnitOfRows(rows: FormRow[]): MoneyUnit | null {
  // A narrow column breaks 项目资金（万元） over rows.
  const narrow = rows.flatMap(({ cells }) => cells.filter(({ column }) => column === 0));
  const texts = [...rows.flatMap(({ cells }) => cells), { text: narrow.map(({ text }) => text).join('') }];
  const found = new Set(texts.flatMap(({ text }) => moneyUnitOf(text) ?? []));
  const [unit = null] = found;
  return found.size === 1 ? unit : null;
}

/** Whether a row stands above a form or list to state the unit of money, with the body before it at most. */
export function isMoneyUnitRow(row: FormRow): boolean {
  const last = row.cells.at(-1);
  return row.cells.length > 0 && row.cells.length <= 3 && !!last && stated.test(plain(last.text));
}
