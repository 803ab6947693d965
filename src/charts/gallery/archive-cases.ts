import type { Catalogue, CatalogueEntry } from '../../schema/catalogue.ts';
import type { BudgetSummary } from '../budget-summary.ts';

const functions = [
  '教育支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '农林水支出',
  '住房保障支出',
  '城乡社区支出',
];

/** A made-up summary: `index` decides its figures. */
function summary(index: number, unit: string, year: number, wan: number): BudgetSummary {
  const spending = Math.round(wan * 100) * 100;
  const weights = functions.map((_, column) => ((index + 2) * (column + 3) * 7) % 11);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = functions.map((name, column) => ({
    name,
    yuan: Math.floor((spending / 100) * ((weights[column] ?? 0) / whole)) * 100,
  }));
  return {
    id: `sample-${index}/${year}`,
    unit: { name: unit },
    year,
    spending,
    basic: Math.floor(spending / 300) * 100,
    project: spending - Math.floor(spending / 300) * 100,
    official: 40_000 + index * 13_500,
    functions: parts.filter(({ yuan }) => yuan > 0),
  };
}

const bodies = [
  '教育局',
  '人力资源和社会保障局',
  '卫生健康局',
  '农业农村局',
  '图书馆',
  '退役军人服务中心与光荣院管理处',
];

/** Lists of summaries for the charts over years and units. */
export const summaryCases: { id: string; title: string; years: BudgetSummary[]; units: BudgetSummary[] }[] = [
  {
    id: 'archive',
    title: '档案：六年（缺一年）、六个单位',
    years: [2026, 2027, 2028, 2030, 2031].map((year, index) =>
      summary(index, '某县教育局', year, 2400 + index * 310),
    ),
    units: bodies.map((body, index) => summary(index, `某县${body}`, 2031, 90_000 / (index * index + 1))),
  },
  {
    id: 'archive-large',
    title: '档案：七十个单位、二十年',
    years: Array.from({ length: 20 }, (_, index) =>
      summary(index, '某市教育局', 2012 + index, 1_600_000 + index * 7000),
    ),
    units: Array.from({ length: 70 }, (_, index) =>
      summary(index, `某市第${index + 1}${bodies[index % 6]}`, 2031, 4_000_000 / (index + 1)),
    ),
  },
  {
    id: 'archive-one',
    title: '档案：一年、一个单位',
    years: [summary(1, '某县图书馆', 2031, 120)],
    units: [summary(1, '某县图书馆', 2031, 120)],
  },
];

/** A made-up edition: `departments` of them with entries in some of `sections` second-level codes. */
function edition(departments: number, sections: number): Catalogue {
  const themes = [
    '公共安全',
    '教育公共',
    '就业公共',
    '社会保障',
    '卫生健康公共',
    '生态保护和环境治理',
    '科技公共',
  ];
  return {
    edition: '某财综〔2031〕7号',
    slug: `sample-${departments}`,
    title: '样本目录',
    issuer: '',
    issued: '',
    inForce: '',
    repeals: [],
    copies: [],
    variants: [],
    departments: Array.from({ length: departments }, (_, d) => ({
      name: d % 5 === 3 ? `第${d + 1}项事业发展与统筹协调综合管理` : `${themes[d % 7]}${d + 1}`,
      slug: `d${d}`,
      line: 100 + d * 100,
      entries: entriesOfDepartment(d, sections, themes),
    })),
  };
}

function entriesOfDepartment(d: number, sections: number, themes: string[]): CatalogueEntry[] {
  let line = 100 + d * 100;
  const entry = (code: string, level: number, name: string, parent: string): CatalogueEntry => ({
    code,
    level,
    name,
    parent,
    line: ++line,
  });
  const entries = [entry('A', 1, '公共服务', '')];
  for (let s = 0; s < sections; s += 1) {
    const letter = s < 18 ? 'A' : 'B';
    const code = `${letter}${String((s % 18) + 1).padStart(2, '0')}`;
    const count = (d * 31 + s * 17) % 13;
    if (count > 6) continue;
    if (letter === 'B' && !entries.some(({ code: known }) => known === 'B'))
      entries.push(entry('B', 1, '政府履职辅助性服务', ''));
    entries.push(entry(code, 2, `${themes[s % 7]}服务`, letter), entry(`${code}01`, 3, '综合服务', code));
    for (let i = 1; i <= count * 3; i += 1)
      entries.push(entry(`${code}01${String(i).padStart(2, '0')}`, 4, `服务${i}`, `${code}01`));
  }
  return entries;
}

/** Editions of the procurement catalogue. */
export const catalogueCases: { id: string; title: string; catalogue: Catalogue }[] = [
  { id: 'catalogue', title: '目录：十四个部门、十八个二级目录', catalogue: edition(14, 18) },
  { id: 'catalogue-wide', title: '目录：三个部门、三十个二级目录', catalogue: edition(3, 30) },
  { id: 'catalogue-small', title: '目录：一个部门、一个二级目录', catalogue: edition(1, 1) },
];
