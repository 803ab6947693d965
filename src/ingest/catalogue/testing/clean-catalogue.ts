import { pick, type Random, random } from './random.ts';

/** A printed row and what it means. */
export interface CleanRow {
  department: string;
  code: string;
  name: string;
}

export interface CleanCatalogue {
  /** Printed lines, pages with their header and number. */
  lines: string[];
  /** What the lines say, by index into `lines`; other lines are headings and furniture. */
  rows: Map<number, CleanRow>;
}

export const header = '代码\t一级目录\t二级目录\t三级目录\t四级目录';
const departments = [
  '图书馆',
  '档案',
  '气象',
  '地震',
  '供销',
  '侨务',
  '老龄',
  '邮政',
  '仲裁',
  '水运（港口）',
];
const objects = ['馆藏', '站点', '台账', '设施', '名录', '数据', '标识', '场地', '样本', '证照'];
const acts = ['整理', '巡查', '维护', '宣传', '评估', '监测', '培训', '咨询', '编制', '检测'];

/** A consistent catalogue in invented words: departments with trees of four levels, on pages of some 30 lines. */
export function cleanCatalogue(seed: number, size = 6): CleanCatalogue {
  const next = random(seed);
  const lines: string[] = ['某省部门购买服务指导性目录', '', header];
  const rows = new Map<number, CleanRow>();
  let onPage = 0;
  let page = 1;
  const print = (line: string, row?: CleanRow): void => {
    if (onPage >= 30) {
      lines.push('', `- ${page++} -`, '', header);
      onPage = 0;
    }
    if (row) rows.set(lines.length, row);
    lines.push(line);
    onPage++;
  };
  for (const department of departments.slice(0, size)) {
    const bold = next() < 0.5;
    print(bold ? `<b>${department}</b>\t\t\t\t` : `${department}\t\t\t\t`);
    for (const { code, name } of tree(next)) print(rowLine(code, name), { department, code, name });
  }
  lines.push('', `- ${page} -`);
  return { lines, rows };
}

/** A row as it is printed: the code, and the name in its level's column. */
export function rowLine(code: string, name: string, column = Math.ceil((code.length + 1) / 2)): string {
  const cells = ['', '', '', '', ''];
  cells[0] = code;
  cells[column] = name;
  return cells.join('\t');
}

/** The rows of one department in order. */
function tree(next: Random): { code: string; name: string }[] {
  const two = (n: number): string => String(n).padStart(2, '0');
  const rows = [{ code: 'A', name: '公共服务' }];
  for (const second of subset(next, 18)) {
    rows.push({ code: `A${two(second)}`, name: `${pick(next, objects)}公共服务` });
    for (const third of subset(next, 9)) {
      rows.push({
        code: `A${two(second)}${two(third)}`,
        name: `${pick(next, objects)}${pick(next, acts)}服务`,
      });
      const count = 1 + Math.floor(next() * 4);
      for (let fourth = 1; fourth <= count; fourth++) {
        const name = `${pick(next, objects)}${pick(next, acts)}${pick(next, acts)}${fourth}期服务`;
        rows.push({ code: `A${two(second)}${two(third)}${two(fourth)}`, name });
      }
    }
  }
  return rows;
}

/** One to four numbers up to `limit`, ascending: a department has only part of the branches. */
function subset(next: Random, limit: number): number[] {
  const chosen = new Set<number>();
  const count = 1 + Math.floor(next() * 3);
  while (chosen.size < count) chosen.add(1 + Math.floor(next() * limit));
  return [...chosen].toSorted((a, b) => a - b);
}
