import { expect, test } from 'vitest';
import { readTable } from '../testing/read-table.ts';

const grid = `科目编码	科目名称	合计	基本支出	项目支出
合计		10.00	10.00	
221	住房保障支出	10.00	10.00	
`;

test.each([
  ['directly', '2031年预算支出总表\n\n2031年预算支出总表\n\n单位：万元\n\n'],
  ['with its label once', '表三 2031年预算支出总表\n\n# 2031年预算支出总表\n\n单位：万元\n\n'],
  [
    'below a head of its own',
    '2031年预算支出总表\n\n单位名称：云溪县图书馆\n\n2031年预算支出总表\n\n单位：万元\n\n',
  ],
])('a title that is printed twice, %s, is the title of one table', (_, head) => {
  expect(readTable(`${head}${grid}`)).toEqual({
    rows: ['合计 10.00 10.00', '221 住房保障支出 10.00 10.00'],
    notes: [],
    said: [],
  });
});

test('headings that the template does not know are no rows where they stand beside known ones', () => {
  const odd = `科目		本年度安排情况		
科目编码	科目名称	合计	基本支出	项目支出
合计		10.00	10.00	
`;
  expect(readTable(`2031年预算支出总表\n\n单位：万元\n\n${odd}`).rows).toEqual(['合计 10.00 10.00']);
  const below = `项目	2031年预算数			
	合计	一般公共预算	基金类	国有资本经营预算
公务接待费	0.50	0.50		
`;
  expect(readTable(`2031年“三公”经费支出预算表\n\n单位：万元\n\n${below}`).rows).toEqual([
    '公务接待费 0.50 0.50',
  ]);
});

test('a header that begins with 合计 because its blank cells were lost is no row', () => {
  const grid = `部门预算支出经济科目名称	政府预算支出经济科目名称	2031年预算数		
合计	人员经费	公用经费		
合计		10.00	8.00	2.00
工资福利支出		8.00	8.00	
商品和服务支出		2.00		2.00
`;
  const title = '2031年一般公共预算安排基本支出分经济科目表（不含上年结转）\n\n单位：万元\n\n';
  expect(readTable(`${title}${grid}`).rows).toEqual([
    '合计 10.00 8.00 2.00',
    '工资福利支出 8.00 8.00',
    '商品和服务支出 2.00 2.00',
  ]);
});

test('operating expenses may be one amount a body', () => {
  const grid = `单位名称	2031年预算数
合计	2345.60
云溪县图书馆	2345.60
`;
  expect(readTable(`2031年机关运行经费预算表\n\n单位：万元\n\n${grid}`)).toEqual({
    rows: ['合计 2345.60', '云溪县图书馆 2345.60'],
    notes: [],
    said: [],
  });
});

test('an item without amounts below a header that a page repeats is a row where dashes stand for nothing', () => {
  const header = `收入		支出			
项目	2031年	项目	2031年合计	当年预算安排	上年结转安排
`;
  const item = '		二十一、粮油物资储备支出	-	-	-\n';
  const rows = `一、一般公共预算	10.00	一、一般公共服务支出	10.00	10.00	-\n`;
  const text = `2031年预算收支总表\n\n单位：万元\n\n${header}${rows}\n${header}${item}`;
  expect(readTable(text).rows).toContain('二十一、粮油物资储备支出');
});

test.each(['5 11318.33', '511, 318.33', '5l1318.33', '511.318.33'])(
  'a total whose amounts are printed as %s is no row of headings',
  (amount) => {
    const grid = `单位名称	科目编码	科目名称	合计	基本支出	项目支出
		合计	${amount}	${amount}	
云溪县图书馆	207	文化旅游体育与传媒支出	511318.33	511318.33	
`;
    expect(readTable(`2031年预算支出总表\n\n单位：万元\n\n${grid}`).rows[0]).toMatch(/^合计/);
  },
);
