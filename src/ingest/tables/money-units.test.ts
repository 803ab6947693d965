import { expect, test } from 'vitest';
import { segmentDocument } from '../segment/segment-document.ts';
import { library } from '../testing/read-table.ts';
import { splitLines } from '../text/split-lines.ts';
import { parseTables } from './parse-tables.ts';
import { shanxi13 } from './shanxi-13.ts';

/** Tables 一, 三 and 五 of a body with 1234.50 万元, each with a unit and its factor to 万元. */
function documentWith(units: [one: string, three: string, five: string], factors = [1, 1, 1]): string {
  const amount = (factor: number | undefined) => (1234.5 * (factor ?? 1)).toFixed(2);
  const [one, three, five] = factors.map(amount);
  return `2031年预算收支总表

${units[0]}

收入		支出			
项目	2031年	项目	2031年合计	当年预算安排	上年结转安排
一、一般公共预算	${one}	七、文化旅游体育与传媒支出	${one}	${one}	
本年收入合计	${one}	本年支出合计	${one}	${one}	
收入总计	${one}	支出总计	${one}	${one}	

2031年预算支出总表

${units[1]}

科目编码	科目名称	合计	基本支出	项目支出
合计		${three}	${three}	
207	文化旅游体育与传媒支出	${three}	${three}	

2031年一般公共预算支出预算表（不含上年结转）

${units[2]}

科目编码	科目名称	合计	基本支出	项目支出
合计		${five}	${five}	
207	文化旅游体育与传媒支出	${five}	${five}	
`;
}

function read(text: string) {
  const { tables, findings } = parseTables(segmentDocument(splitLines(text), shanxi13), {
    ...{ template: shanxi13, unit: library, year: 2031, phase: '预算', trimmed: false, projects: [] },
  });
  return {
    yuan: tables.map(({ rows }) => {
      const last = rows.at(-1)?.cells.at(-3);
      return last && typeof last === 'object' && 'yuan' in last ? last.yuan : undefined;
    }),
    said: findings.flatMap(({ rule, place }) =>
      rule === 'table-missing' ? [] : [`表${place.table} ${rule}`],
    ),
  };
}

const all = [12_345_000, 12_345_000, 12_345_000];

test.each(['单位：千元', '单位：人民币千元', '（金额单位：千元）'])('%s is read as it is printed', (unit) => {
  expect(read(documentWith([unit, unit, unit], [10, 10, 10]))).toEqual({ yuan: all, said: [] });
});

test('a table without unit has that of the others', () => {
  const text = documentWith(['单位：元', '', '单位：元'], [10_000, 10_000, 10_000]);
  expect(read(text)).toEqual({ yuan: all, said: ['表3 money-unit-missing'] });
});

test.each([
  ['元 for 万元', '单位：元', 1],
  ['万元 for 元', '单位：万元', 10_000],
])(
  '%s, which both other tables contradict, is on record, and the amounts are those of the others',
  (_, unit, factor) => {
    const text = documentWith(['单位：万元', '单位：万元', unit], [1, 1, factor]);
    expect(read(text)).toEqual({ yuan: all, said: ['表5 money-unit-contradicted'] });
  },
);

test('where each of two tables may be wrong, both stay as printed', () => {
  const two = documentWith(['单位：万元', '单位：万元', '单位：元']).replace(
    /2031年预算支出总表[\s\S]*?(?=2031年一般)/,
    '',
  );
  expect(read(two)).toEqual({ yuan: [12_345_000, 1_235], said: [] });
});
