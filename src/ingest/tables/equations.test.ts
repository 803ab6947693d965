import { expect, test } from 'vitest';
import { library, readTable } from '../testing/read-table.ts';

const head = `2031年项目支出预算表（本年预算）

单位：万元

项目名称	合计	2031年财政拨款			财政专户管理资金	单位资金
		一般公共预算	政府性基金预算	国有资本经营预算		
`;
/** A list with one amount a line. */
const list = (...lines: [string, number][]) =>
  `${head}${lines.map(([name, yuan]) => `${name}\t${yuan}.00\t${yuan}.00\t\t\t\t\n`).join('')}`;

test.each([
  ['is called like a body', library.concat('（本级）'), '新建城南图书馆'],
  ['belongs to the department itself', library, '采编'],
])('bodies of a department add up to its total where a project %s', (_, first, project) => {
  const { said } = readTable(
    list([library, 60], [first, 30], [project, 10], ['阅览', 20], ['云溪县美术馆', 30], ['布展', 30]),
  );
  expect(said).toEqual([]);
});

test('a body whose projects do not add up is said, and so is the total of bodies that do not', () => {
  const wrong = list([library, 60], ['云溪县文化馆', 30], ['采编', 10], ['云溪县美术馆', 30], ['布展', 30]);
  expect(readTable(wrong).said).toContain('8 note sum-open');
  const total = list([library, 70], ['云溪县文化馆', 30], ['采编', 30], ['云溪县美术馆', 30], ['布展', 30]);
  expect(readTable(total).said).toContain('7 note sum-open');
});
