import type { CheckFinding } from '../schema/finding.ts';
import type { Table } from '../schema/table.ts';
import { nationalSet, tableName } from '../schema/table-titles.ts';
import type { Check } from './check.ts';

const check = 'title-years';

/** Title and columns of every table name the budget's year. */
export const titleYears: Check = {
  id: 'title-years',
  sentence: '各表标题和栏目中的年份是预算年度',
  reason: '报表是本年度的预算。',
  tables: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  templates: ['shanxi-13', 'national'],
  run: ({ disclosure }) =>
    disclosure.tables.flatMap((table): CheckFinding[] => {
      if (table.number === null) return [];
      const titled = yearsIn(table.title);
      const headed = yearsIn(headingsOf(table, disclosure.template));
      if (titled.length + headed.length === 0) return [];
      // A heading may name the year before as well, for comparison.
      const missing = (years: number[]) => years.length > 0 && !years.includes(disclosure.year);
      const other = missing(titled) ? titled[0] : missing(headed) ? headed[0] : undefined;
      const place = { table: table.number, line: table.line };
      const name = tableName(table.number);
      if (other === undefined) {
        const message = `${name}的年份与预算年度 ${disclosure.year} 年一致`;
        return [{ check, outcome: '相符', place, operands: [], message }];
      }
      return [
        {
          check,
          outcome: '不符',
          place,
          actual: `${other}`,
          expected: `${disclosure.year}`,
          operands: [{ label: `${name}标题`, printed: table.title, place }],
          message: `${name}的标题或栏目写作 ${other} 年，预算年度为 ${disclosure.year} 年`,
          likely: 'publication',
        },
      ];
    }),
};

/** Headings of the columns; of a set that gives its own columns no year, those with one are compared with. */
function headingsOf({ columns }: Table, template: string): string {
  const amounts = columns.filter(({ role }) => role === 'amount');
  if (template === nationalSet && amounts.some(({ path }) => yearsIn(path).length === 0)) return '';
  return columns.map(({ path }) => path).join('/');
}

function yearsIn(text: string): number[] {
  return [...text.normalize('NFKC').matchAll(/20\d\d(?=年|预算|度)/g)].map(([year]) => Number(year));
}
