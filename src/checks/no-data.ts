import type { CheckFinding } from '../schema/finding.ts';
import { tableName } from '../schema/table-titles.ts';
import type { Check } from './check.ts';
import { unchecked } from './compare.ts';
import type { Book } from './reading/book.ts';
import { readEconomicGroups } from './reading/economic-groups.ts';
import { formatWan } from './reading/format-yuan.ts';
import { missingTerm, operandOf, type Term } from './reading/term.ts';
import { threePublicPart } from './reading/three-public.ts';
import { operatingDenied } from './rules/operating-denied.ts';
import { projectTotal } from './rules/project-total.ts';
import { isOfThisYear, statedTerm } from './rules/stated-in-table.ts';

const check = 'no-data';

/** A table marked 本表无数据, or empty, has nothing that other parts of the document need. */
export const noData: Check = {
  id: 'no-data',
  sentence: '标注“本表无数据”或空白的表，其他报表和说明也不需要它的金额',
  reason: '其他表有对应金额时，该表应有数据。',
  tables: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  templates: ['shanxi-13', 'national'],
  run: (book) => {
    const numbers = new Set(book.disclosure.tables.map(({ number }) => number));
    return [...numbers].flatMap((number) => (number === null ? [] : judge(book, number)));
  },
};

function judge(book: Book, number: number): CheckFinding[] {
  const name = tableName(number);
  const mark = book.disclosure.tables.find((table) => table.number === number && table.noData)?.noData;
  const empty = book.isEmpty(number);
  if (!mark && !empty) return [];
  const note = mark?.text.replace(/^备?注[:：]|。$/g, '') ?? '';
  const said = mark ? `标注“${note}”` : '没有金额';
  const line = mark?.line ?? book.disclosure.tables.find((table) => table.number === number)?.line;
  const place = { table: number, line };
  if (!empty) {
    const message = `${name}${said}，但印有金额`;
    return [{ check, outcome: '不符', place, operands: [], message, likely: 'publication' }];
  }
  const needed = needs[number]?.(book) ?? [];
  const open = needed.filter((term) => term.unchecked);
  const wanted = needed.find((term) => !term.unchecked && Math.abs(term.yuan) > Math.max(term.half, 0));
  if (wanted) {
    const amount = formatWan(wanted.yuan);
    return [
      {
        check,
        outcome: '不符',
        place,
        differenceYuan: -wanted.yuan,
        expected: amount,
        actual: mark ? note : '空白',
        operands: [wanted, ...(wanted.parts ?? [])].map(operandOf),
        message: `${name}${said}，${wanted.label}为 ${amount} 万元`,
        likely: mark ? 'publication' : 'conversion',
      },
    ];
  }
  if (needed.length === open.length) {
    return [unchecked(check, place, open[0]?.unchecked ?? `没有其他报表与空白的${name}对照`, open)];
  }
  return [
    {
      check,
      outcome: '相符',
      place,
      operands: [],
      message: `${name}${said}，其他报表也没有对应金额`,
    },
  ];
}

type Need = Term & { parts?: Term[] };

/** What the other parts say that an empty table should hold. */
const needs: Record<number, (book: Book) => Need[]> = {
  2: (book) => [book.line(1, 'currentIncome')],
  3: (book) => [book.line(1, 'currentExpense')],
  4: (book) => (['general', 'fund', 'capital'] as const).map((kind) => book.source(1, kind)),
  5: (book) => [book.source(1, 'general')],
  6: (book) => [book.total(5, 'basic')],
  7: (book) => [book.source(1, 'fund')],
  8: (book) => [book.source(1, 'fund'), book.total(7)],
  9: (book) => [book.source(1, 'capital')],
  10: (book) => [...threePublicItems(book), ...stated(book, 7, /三公[”"]?经费|公务接待费$|公务用车/)],
  11: (book) => operatingExpenses(book),
  12: (book) => [book.total(5, 'project')],
  13: (book) => [carriedProjectsNeeded(book)],
};

/** Project spending of table 三 that table 十二 does not cover, as far as appropriation was carried over. */
function carriedProjectsNeeded(book: Book): Need {
  const place = { table: 13 };
  const [all, now, carried] = [
    book.total(3, 'project'),
    projectTotal(book, 12),
    book.line(4, 'carriedIncome'),
  ];
  const open = [all, now, carried].find((term) => term.unchecked);
  if (open) return missingTerm('上年结转的项目支出', place, open.unchecked ?? '');
  const yuan = Math.min(all.yuan - now.yuan, carried.yuan);
  const label = '表三项目支出减表十二合计（以上年财政拨款结转为限）';
  const term = { label, printed: formatWan(yuan), yuan, half: all.half + now.half, place: all.place };
  return { ...term, parts: [all, now, carried] };
}

function threePublicItems(book: Book): Term[] {
  const six = book.table(6);
  if (typeof six === 'string') return [];
  return readEconomicGroups(six)
    .groups.flatMap(({ items }) => items)
    .filter((item) => threePublicPart(item.name))
    .map((item) => six.find(item, '', 'total', item.label));
}

/** What section 八 states; that there are none is nothing, exactly. */
function operatingExpenses(book: Book): Term[] {
  const denial = operatingDenied(book);
  if (denial === undefined) return stated(book, 8, /机关运行经费/);
  return [{ label: '说明八', printed: '无', yuan: 0, half: 0, place: { section: 8, line: denial } }];
}

function stated(book: Book, section: number, what: RegExp): Term[] {
  return book
    .statements(section)
    .filter((statement) => isOfThisYear(statement, book) && what.test(statement.what))
    .flatMap((statement) => (statement.amount ? [statedTerm(section, statement, statement.amount)] : []));
}
