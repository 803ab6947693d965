import type { Disclosure } from '../../schema/disclosure.ts';
import { yuanOf } from '../../schema/figure.ts';
import type { FundSource, Project } from '../../schema/project.ts';
import { printedSum } from '../part.ts';
import { projectRows } from '../read/project-rows.ts';

export type Source = Exclude<FundSource, '合计'> | '未列明';

/** A project with its money of the year, and whose money it is where a form says so. */
export interface FundedProject {
  name: string;
  /** Whole yuan. */
  yuan: number;
  line: number;
  /** Amounts above zero by source; they add up to `yuan`. */
  sources: { source: Source; yuan: number }[];
}

/** The projects of this year's money, largest first: those of table 十二, or those of the forms without it. */
export function readProjects(disclosure: Disclosure): {
  projects: FundedProject[];
  /** Printed, or summed up where nothing is printed or the projects do not add up to it. */
  total: number;
  tables: number[];
} {
  const { projects: rows, total } = projectRows(disclosure, 12);
  const open = disclosure.projects.map((form) => ({ form, yuan: annualOf(form) }));
  const projects = rows.map((row): FundedProject => {
    const index = open.findIndex(({ form, yuan }) => yuan === row.yuan && sameName(form.name, row.name));
    const form = index < 0 ? undefined : open.splice(index, 1)[0]?.form;
    return { ...row, sources: sourcesOf(form, row.yuan) };
  });
  if (rows.length === 0) {
    for (const { form, yuan } of open) {
      if (yuan !== undefined)
        projects.push({ name: form.name, yuan, line: form.line, sources: sourcesOf(form, yuan) });
    }
  }
  projects.sort((a, b) => b.yuan - a.yuan || a.line - b.line);
  return { projects, total: printedSum(total, projects), tables: rows.length > 0 ? [12] : [] };
}

/** Names are compared without blanks and kinds of brackets and quotes: the two places print them differently. */
function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replace(/[\s"'“”‘’()（）,，、.·\-—]/g, '');
  return plain(a) === plain(b);
}

/** Money of the year in whole yuan: the printed total, or the sum of the sources where it is blank. */
function annualOf(form: Project): number | undefined {
  const total = form.funds.find((fund) => fund.source === '合计');
  if (total?.annual) return yuanOf(total.annual);
  const parts = partsOf(form, undefined);
  return parts.length > 0 ? sumOf(parts) : undefined;
}

function sourcesOf(form: Project | undefined, yuan: number): FundedProject['sources'] {
  const sources = form ? partsOf(form, yuan).filter((part) => part.yuan > 0) : [];
  const known = sumOf(sources);
  if (known > yuan) return [{ source: '未列明', yuan }];
  return known === yuan ? sources : [...sources, { source: '未列明', yuan: yuan - known }];
}

/**
 * The sources of a year's money, none counted twice: the levels of 财政拨款 where they come to it, else itself; and 上年结转
 * only where it stands beside 财政拨款, not within it.
 *
 * @param total what they should add up to, in yuan
 */
function partsOf({ funds }: Project, total: number | undefined): FundedProject['sources'] {
  const all = funds.flatMap(({ source, annual }) => {
    const yuan = yuanOf(annual);
    return source === '合计' || yuan === undefined ? [] : [{ source, yuan }];
  });
  const whole = all.find(({ source }) => source === '财政拨款');
  if (!whole) return all;
  const levels = all.filter(({ source }) => isLevel(source));
  const isDivided = levels.length > 0 && sumOf(levels) === whole.yuan;
  const parts = all.filter(({ source }) => (isDivided ? source !== '财政拨款' : !isLevel(source)));
  const apart = parts.filter(({ source }) => source !== '上年结转');
  return total !== undefined && sumOf(parts) !== total && sumOf(apart) === total ? apart : parts;
}

const isLevel = (source: Source) => source === '中央' || source === '省级' || source === '市县';

function sumOf(parts: FundedProject['sources']): number {
  return parts.reduce((sum, { yuan }) => sum + yuan, 0);
}
