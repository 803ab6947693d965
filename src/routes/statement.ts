import { rowAnchor } from '../schema/row-anchor.ts';
import { tableName } from '../schema/table-titles.ts';
import { formatMoney, formatShare, formatWan } from './format-money.ts';
import type { Item, KeyFigures } from './key-figures.ts';

/** A piece of a sentence: plain text, a figure that leads to its row, or a link. */
export type Part = string | { figure: string; href: string; title: string } | { text: string; href: string };

/** One question of the first screen with its answer. */
export interface Statement {
  /** `能花多少` */
  question: string;
  parts: Part[];
  /** `good` and `bad`: whether figures add up; `lead`: the sentence that stands out. */
  tone?: 'good' | 'bad' | 'lead';
}

/** What the tables say in sentences: how much, from where, on what. A sentence without figures is left out. */
export function moneyStatements(figures: KeyFigures, year: number, projects: number): Statement[] {
  return [
    { question: '一共多少钱', parts: totalSentence(figures, year), tone: 'lead' as const },
    { question: '钱从哪里来', parts: shares(figures.sources, figures.income?.yuan, 3) },
    { question: '花在哪些事上', parts: shares(figures.functions, figures.spending?.yuan, 3) },
    { question: '怎么花', parts: mannerSentence(figures, projects) },
    { question: '“三公”经费', parts: officialSentence(figures) },
  ].filter((statement) => statement.parts.length > 0);
}

function totalSentence({ income, incomeOfYear, carriedOver, spending }: KeyFigures, year: number): Part[] {
  const whole = income ?? spending;
  if (!whole) return [];
  const parts: Part[] = [`${year} 年`];
  if (income && spending && income.yuan === spending.yuan) parts.push('收支总计各 ', figure(income), '');
  else if (income && spending) parts.push('收入总计 ', figure(income), '，支出总计 ', figure(spending));
  else parts.push(income ? '收入总计 ' : '支出总计 ', figure(whole));
  if (incomeOfYear && carriedOver && carriedOver.yuan !== 0) {
    parts.push('，其中本年收入 ', figure(incomeOfYear, 'short'), '，上年结转 ', figure(carriedOver, 'short'));
  } else if (incomeOfYear && incomeOfYear.yuan === income?.yuan) {
    parts.push('，全部为本年收入，没有上年结转');
  }
  return [...parts, '。'];
}

/** The largest items with their shares, the others as a count. */
function shares(items: Item[], whole: number | undefined, limit: number): Part[] {
  const [only] = items;
  if (items.length === 1 && only) {
    return ['全部是', only.name, '，', figure(only, 'short'), '。'];
  }
  const shown = items.length === limit + 1 ? limit + 1 : limit;
  const parts: Part[] = items.slice(0, shown).flatMap((item, i) => {
    const share = whole === undefined ? undefined : formatShare(item.yuan, whole);
    return [`${i ? '；' : ''}${item.name} `, figure(item, 'short'), ...(share ? [`，占 ${share}`] : [])];
  });
  const rest = items.slice(shown);
  if (rest.length > 0) {
    const sum = rest.reduce((total, item) => total + item.yuan, 0);
    parts.push(`；其余 ${rest.length} 类共 ${formatWan(sum)} 万元`);
  }
  return parts.length ? [...parts, '。'] : [];
}

function mannerSentence({ basic, project, staff, running }: KeyFigures, projects: number): Part[] {
  const whole = (basic?.yuan ?? 0) + (project?.yuan ?? 0);
  const parts: Part[] = [];
  if (basic) {
    parts.push('基本支出 ', figure(basic, 'short'));
    const share = project && formatShare(basic.yuan, whole);
    if (share) parts.push(`，占 ${share}`);
    if (staff && running) {
      parts.push('（人员经费 ', figure(staff, 'short'), '，公用经费 ', figure(running, 'short'), '）');
    }
  }
  if (project) {
    parts.push(`${parts.length ? '；' : ''}项目支出 `, figure(project, 'short'));
    const share = basic && formatShare(project.yuan, whole);
    if (share) parts.push(`，占 ${share}`);
  }
  if (projects > 0) {
    parts.push(`${parts.length ? '，' : ''}公开了 `, {
      text: `${projects} 个项目的绩效目标`,
      href: '#projects',
    });
  }
  return parts.length ? [...parts, '。'] : [];
}

function officialSentence({ official, officialParts }: KeyFigures): Part[] {
  if (!official) return [];
  const parts: Part[] = [figure(official, 'short')];
  officialParts.forEach((item, i) => {
    parts.push(`${i ? '，' : '：'}${item.name} `, figure(item, 'short'));
  });
  return [...parts, '。'];
}

/** A figure that leads to its row; `long` adds 亿 where a number is large. */
export function figure(item: Item, form: 'long' | 'short' = 'long'): Part {
  return {
    figure: form === 'long' ? formatMoney(item.yuan) : `${formatWan(item.yuan)} 万元`,
    href: `#${rowAnchor(item.line, item.side)}`,
    title: `${tableName(item.table)}，原文第 ${item.line} 行`,
  };
}

/** The sentence as plain text, for descriptions. */
export function plainText(parts: Part[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : 'figure' in part ? part.figure : part.text))
    .join('');
}
