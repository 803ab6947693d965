import { describe, expect, test } from 'vitest';
import { readTable } from '../testing/read-table.ts';

const head = `2031年项目支出预算表（本年预算）

单位名称：云溪县图书馆

单位：万元

项目名称	合计	2031年财政拨款			财政专户管理资金	单位资金
		一般公共预算	政府性基金预算	国有资本经营预算		
1	2	3	4	5	6	7
云溪县图书馆	30.00	30.00				`;

/** What becomes of lines below the unit's total; `projects`: names that forms print. */
function read(rows: string[], projects: string[] = []) {
  const table = readTable([head, ...rows, ''].join('\n'), projects);
  // The only source of each total repeats it.
  return { ...table, rows: table.rows.slice(1).map((row) => row.replace(/( [\d.]+)\1$/, '$1')) };
}

const blank = '\t\t\t\t\t\t';
const amounts = (total: string) => `\t${total}\t${total}\t\t\t\t`;

describe('a project name that is printed over several lines', () => {
  const whole = '2031年乡镇综合文化站（分馆）免费开放和数字化阅读设备更新补助资金';

  test('is joined where the lines before its amounts have no cells', () => {
    const lines = [
      '2031年乡镇综合文化站（分馆）免费开放',
      '和数字化阅读设备更新',
      `补助资金${amounts('20.00')}`,
    ];
    expect(read([...lines, `图书购置${amounts('10.00')}`])).toEqual({
      rows: [`${whole} 20.00`, '图书购置 10.00'],
      notes: [],
      said: ['13 decided row-joined'],
    });
  });

  test('is joined where a row without amounts cannot end there', () => {
    const lines = [`古籍保护和数字化加工的${blank}`, `委托服务${amounts('20.00')}`];
    expect(read([...lines, `图书购置${amounts('10.00')}`]).rows).toEqual([
      '古籍保护和数字化加工的委托服务 20.00',
      '图书购置 10.00',
    ]);
    const bracket = [`古籍保护（一期${blank}`, `和二期）${amounts('20.00')}`];
    expect(read(bracket).rows).toEqual(['古籍保护（一期和二期） 20.00']);
  });

  test('is joined with a line below the last row where its own line is full', () => {
    const lines = [
      `图书购置${amounts('10.00')}`,
      `2031年乡镇综合文化站免费开放和数字化阅读设备${amounts('20.00')}`,
    ];
    expect(read([...lines, '更新补助资金'])).toEqual({
      rows: ['图书购置 10.00', '2031年乡镇综合文化站免费开放和数字化阅读设备更新补助资金 20.00'],
      notes: [],
      said: ['12 decided row-joined'],
    });
  });

  test('is joined on both sides of its amounts where a form prints the whole of it', () => {
    const lines = [
      `2031年乡镇综合文化站（分馆）${blank}`,
      `免费开放和数字化阅读设备更新${amounts('20.00')}`,
      `补助资金${blank}`,
      `图书购置${amounts('10.00')}`,
    ];
    const { rows, said } = read(lines, ['图书购置', whole]);
    expect(rows).toEqual([`${whole} 20.00`, '图书购置 10.00']);
    expect(said).toEqual(['12 decided row-joined']);
  });

  test('is joined with a long rest, and over a page break, where a form prints the whole of it', () => {
    const lines = [
      `2031年乡镇综合文化站（分馆）${amounts('20.00')}`,
      '',
      `免费开放和数字化阅读设备更新补助资金${blank}`,
      `图书购置${amounts('10.00')}`,
    ];
    expect(read(lines, [whole]).rows).toEqual([`${whole} 20.00`, '图书购置 10.00']);
  });

  test('belongs to the row above where the line between two rows cannot be the head of the next', () => {
    const lines = [
      `2031年乡镇综合文化站免费开放和数字化阅读设备${amounts('20.00')}`,
      '更新补助资金',
      `图书购置${amounts('10.00')}`,
    ];
    expect(read(lines).rows).toEqual([
      '2031年乡镇综合文化站免费开放和数字化阅读设备更新补助资金 20.00',
      '图书购置 10.00',
    ]);
  });
});

describe('a row with a name and no amounts', () => {
  test('is a project of its own where a form has its name', () => {
    const lines = [`数字阅览设备购置和安装${amounts('30.00')}`, `书库修缮${blank}`];
    expect(read(lines, ['书库修缮'])).toEqual({
      rows: ['数字阅览设备购置和安装 30.00', '书库修缮'],
      notes: [],
      said: [],
    });
  });

  test('stays, and is said to be open, where it can be a project or a part of a name', () => {
    const lines = [
      `图书购置${amounts('10.00')}`,
      `数字阅览设备购置${blank}`,
      `安装调试经费${amounts('20.00')}`,
    ];
    expect(read(lines)).toEqual({
      rows: ['图书购置 10.00', '数字阅览设备购置', '安装调试经费 20.00'],
      notes: [],
      said: ['12 undecided name-open'],
    });
  });

  test('stays a row without a word where it names the unit or a total', () => {
    const lines = [`云溪县图书馆${blank}`, `图书购置${amounts('30.00')}`, `合计${blank}`];
    const { rows, said } = read(lines);
    expect(rows).toEqual(['云溪县图书馆', '图书购置 30.00', '合计']);
    expect(said).not.toContainEqual(expect.stringContaining('undecided'));
  });
});

test('a line between rows that fits above and below is kept as a note and said to be open', () => {
  const lines = [
    `数字阅览设备购置和安装以及后续${amounts('10.00')}`,
    '古籍保护和数字化加工以及修复工',
    `作经费${amounts('20.00')}`,
  ];
  expect(read(lines)).toEqual({
    rows: ['数字阅览设备购置和安装以及后续 10.00', '作经费 20.00'],
    notes: ['古籍保护和数字化加工以及修复工'],
    said: ['12 undecided name-open'],
  });
});
