import type { Disclosure } from '../../schema/disclosure.ts';
import type { Figure } from '../../schema/figure.ts';
import type { FundSource, Project } from '../../schema/project.ts';
import { readFigure } from '../../schema/read-figure.ts';
import type { Cell, Column, ColumnRole, Side, Table } from '../../schema/table.ts';

/** An amount as printed in 万元: `'1,234.50'`; `''` for a blank cell. */
type Wan = string;

/** What a made-up disclosure holds. Everything left out is left out of its tables. */
export interface Sample {
  year?: number;
  unit?: string;
  /** Sources of income by name, and the printed 收入总计. */
  income?: { sources: [name: string, amount: Wan][]; total?: Wan };
  /** Lines of 表二: code, name, amounts by fund in `funds`' order. */
  funds?: { names: string[]; lines: [code: string, name: string, ...amounts: Wan[]][] };
  /** Lines of 表三, its 合计 first or with code `''`. */
  spending?: [code: string, name: string, total: Wan, basic: Wan, project: Wan][];
  /** Lines of 表五; as `spending` unless given. */
  general?: [code: string, name: string, total: Wan, basic: Wan, project: Wan][];
  /** Lines of 表六: item, government item (`''` for a group), 合计, 人员, 公用. */
  basic?: [name: string, counterpart: string, total: Wan, personnel: Wan, operating: Wan][];
  /** 出国, 接待, 购置, 运行; the subtotal and 合计 as given. */
  sanGong?: [name: string, amount: Wan][];
  /** Rows of 表十二: name and general budget. */
  projects?: [name: string, amount: Wan][];
  /** Forms: name, amounts in 元 of the year by source. */
  forms?: [name: string, amounts: Partial<Record<FundSource, string>>][];
}

/** Builds a disclosure of our own making for the gallery and the tests. Lines count from 101, one a table row. */
export function sampleDisclosure(sample: Sample): Disclosure {
  const { year = 2031, unit = '某县样本中心' } = sample;
  const tables = tablesOf(sample, year, unit);
  return {
    id: `sample/${year}`,
    unit: { name: unit, slug: 'sample' },
    year,
    kind: '单位',
    phase: '预算',
    template: 'shanxi-13',
    region: { province: '某省', city: '某市', county: '某县' },
    department: { code: '', name: '' },
    source: { file: 'sample.txt', sha256: '0'.repeat(64), encoding: 'utf-8', lines: 9999 },
    sections: [],
    tables,
    projects: (sample.forms ?? []).map(([name, amounts], index) => formOf(name, amounts, index + 1, unit)),
    catalogue: { edition: '', first: 0, last: 0 },
    glossary: [],
    corrections: [],
    findings: [],
  };
}

function tablesOf(sample: Sample, year: number, unit: string): Table[] {
  const { income, funds, spending, general = spending, basic, sanGong, projects } = sample;
  const make = tableMaker();
  const functions = ['code 项目/科目编码', 'label 项目/科目名称', '合计', '基本支出', '项目支出'];
  const tables: Table[] = [];
  if (income) {
    const rows = [
      ...income.sources,
      ...(income.total === undefined ? [] : [['收入总计', income.total] as [string, Wan]]),
    ];
    const columns = ['label 收入/项目', `收入/${year}年`, 'label 支出/项目', `支出/${year}年合计`];
    tables.push(
      make(
        1,
        columns,
        rows.map((row) => [...row, '', '']),
      ),
    );
  }
  if (funds) {
    const columns = ['code 项目/科目编码', 'label 项目/科目名称', ...funds.names];
    tables.push(make(2, columns, funds.lines));
  }
  if (spending) tables.push(make(3, functions, spending));
  if (general) tables.push(make(5, functions, general));
  if (basic) {
    const columns = [
      'label 部门预算支出经济科目名称',
      'counterpart 政府预算支出经济科目名称',
      '合计',
      '人员经费',
      '公用经费',
    ];
    tables.push(make(6, columns, basic));
  }
  if (sanGong) tables.push(make(10, ['label 项目', `${year}年预算数/合计`], sanGong));
  if (projects) {
    const columns = ['label 项目名称', '合计', `${year}年财政拨款/一般公共预算`];
    const total = projects.reduce(
      (sum, [, amount]) => sum + Math.round(Number(amount.replaceAll(',', '')) * 100),
      0,
    );
    const first = [unit, (total / 100).toFixed(2)];
    tables.push(
      make(
        12,
        columns,
        [first, ...projects].map(([name = '', amount = '']) => [name, amount, amount]),
      ),
    );
  }
  return tables;
}

/** Numbers the rows of all tables through, as lines of one text would be. */
function tableMaker() {
  let line = 100;
  return (number: number, headings: string[], rows: string[][]): Table => {
    const columns = headings.map(columnOf);
    return {
      number,
      title: `表${number}`,
      line: ++line,
      unit: '万元',
      columns,
      rows: rows.map((cells) => ({
        line: ++line,
        cells: columns.map((column, i) => cellOf(column, cells[i] ?? '')),
      })),
      notes: [],
      noData: null,
    };
  };
}

function columnOf(heading: string): Column {
  const [, role = 'amount', path = ''] = /^(?:(code|label|counterpart) )?(.*)$/.exec(heading) ?? [];
  const side = (/^(收入|支出)\//.exec(path)?.[1] ?? '') as Side;
  return { path, role: role as ColumnRole, side };
}

function cellOf(column: Column, text: string): Cell {
  return column.role === 'amount' ? readFigure(text, '万元') : text;
}

function formOf(
  name: string,
  amounts: Partial<Record<FundSource, string>>,
  number: number,
  unit: string,
): Project {
  const line = 1000 + number * 50;
  const figure = (printed: string): Figure | null => readFigure(printed, '元');
  return {
    number,
    name,
    line,
    sheets: [{ first: line, last: line + 40 }],
    department: { code: '', name: '' },
    unit,
    attribute: '',
    period: '',
    funds: Object.entries(amounts).map(([source, printed], index) => ({
      source: source as FundSource,
      total: figure(printed),
      annual: figure(printed),
      line: line + 3 + index,
    })),
    texts: [],
    indicators: [],
    timestamp: '',
  };
}
