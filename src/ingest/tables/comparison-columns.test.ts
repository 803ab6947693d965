import { expect, test } from 'vitest';
import { entriesOf } from '../../schema/table.ts';
import { segmentDocument } from '../segment/segment-document.ts';
import { library, parseOneTable, readTable } from '../testing/read-table.ts';
import { splitLines } from '../text/split-lines.ts';
import { parseTables } from './parse-tables.ts';
import { parseUnknownTable } from './parse-unknown-table.ts';
import { shanxi13 } from './shanxi-13.ts';

const head = `2031年一般公共预算支出预算表

单位：万元

`;

/** Columns and the amounts of the first row, as the record has them. */
function columnsOf(text: string): [string, string][] {
  const [first] = entriesOf(parseOneTable(text).table);
  return [...(first?.amounts ?? [])].map(([path, { printed }]) => [path, printed]);
}

test('columns of last year and of the change keep their own places behind those of the budget', () => {
  const grid = `项目		2030年预算数			2031年预算数			2031年比2030年增减%
科目编码	科目名称	合计	基本支出	项目支出	合计	基本支出	项目支出	
合计		80.00	60.00	20.00	95.00	65.00	30.00	18.75
207	文化旅游体育与传媒支出	80.00	60.00	20.00	95.00	65.00	30.00	18.75
`;
  expect(columnsOf(head + grid)).toEqual([
    ['2031年预算数/合计', '95.00'],
    ['2031年预算数/基本支出', '65.00'],
    ['2031年预算数/项目支出', '30.00'],
    ['2030年预算数/合计', '80.00'],
    ['2030年预算数/基本支出', '60.00'],
    ['2030年预算数/项目支出', '20.00'],
  ]);
  expect(readTable(head + grid).said).toEqual(['5 note header-word-unknown']);
});

test('rows whose blank ends were trimmed keep the places of their columns', () => {
  const grid = `项目		2030年预算数			2031年预算数			2031年比2030年增减%
科目编码	科目名称	合计	基本支出	项目支出	合计	基本支出	项目支出
合计		80.00	60.00	20.00	95.00	65.00	30.00	18.75
207	文化旅游体育与传媒支出	60.00	40.00	20.00	75.00	45.00	30.00	25.00
221	住房保障支出	20.00	20.00		20.00	20.00
22102	住房改革支出	20.00	20.00		20.00	20.00
2210201	住房公积金	20.00	20.00		20.00	20.00
`;
  expect(columnsOf(head + grid).slice(0, 3)).toEqual([
    ['2031年预算数/合计', '95.00'],
    ['2031年预算数/基本支出', '65.00'],
    ['2031年预算数/项目支出', '30.00'],
  ]);
  const [, , housing] = entriesOf(parseOneTable(head + grid).table);
  expect([...(housing?.amounts.values() ?? [])].map(({ printed }) => printed)).toEqual([
    '20.00',
    '20.00',
    '20.00',
    '20.00',
  ]);
});

test('one amount a year, whose heading says less than the template, is that of the budget', () => {
  const title = '2031年政府性基金预算收入表\n\n单位：万元\n\n';
  const grid = `项目		上年预算数	预算数	增减
收入科目编码	科目名称			
合计		8.00	9.50	1.50
103	非税收入	8.00	9.50	1.50
`;
  expect(columnsOf(title + grid).map(([, printed]) => printed)).toEqual(['9.50', '8.00', '1.50']);
});

test('a table that prints a total a year instead of its funds is read as it is printed', () => {
  const grid = `单位：万元

项目	上年预算数	当年预算数	增减
因公出国（境）费			
公务接待费	0.65	0.59	-0.06
`;
  const [abroad, reception] = entriesOf(parseUnknownTable(splitLines(grid)));
  expect(abroad?.label).toBe('因公出国（境）费');
  expect([...(reception?.amounts.keys() ?? [])]).toEqual(['当年预算数', '上年预算数', '增减']);
});

test('columns with one heading are told apart', () => {
  const grid = `科目编码	科目名称	合计	基本支出	项目支出	调整	调整
合计		95.00	65.00	30.00	1.00	2.00
207	文化旅游体育与传媒支出	95.00	65.00	30.00	1.00	2.00
`;
  expect(columnsOf(head + grid).slice(3)).toEqual([
    ['调整', '1.00'],
    ['调整（2）', '2.00'],
  ]);
});

test.each([
  ['years have moved by a column', '项目		2030年预算数				2031年预算数		2031年比2030年增减'],
  ['years are lost', '项目								'],
])('where the %s, no amount is taken for this year’s', (_, years) => {
  const grid = `${years}
科目编码	科目名称	合计	基本支出	项目支出	合计	基本支出	项目支出	
合计		80.00	60.00	20.00	95.00	65.00	30.00	15.00
207	文化旅游体育与传媒支出	80.00	60.00	20.00	95.00	65.00	30.00	15.00
`;
  const good = (number: string, title: string) => `2031年${title}（表${number}）

单位：万元

科目编码	科目名称	合计	基本支出	项目支出
合计		95.00	65.00	30.00
`;
  const text = `${good('三', '预算支出总表')}\n${good('八', '政府性基金预算支出表')}\n${head}${grid}`;
  const { tables, findings } = parseTables(segmentDocument(splitLines(text), shanxi13), {
    ...{ template: shanxi13, unit: library, year: 2031, phase: '预算', trimmed: false, projects: [] },
  });
  const five = tables.find(({ number }) => number === 5);
  const figures = (five?.rows ?? []).flatMap(({ cells }) =>
    cells.filter((cell) => cell !== null && typeof cell === 'object'),
  );
  expect(figures).toHaveLength(14);
  for (const figure of figures) expect(figure).toHaveProperty('undecided');
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'header-moved', status: 'undecided' }));
});
