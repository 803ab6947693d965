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
  const parts = form.funds.flatMap((fund) => (fund.source === '合计' ? [] : (yuanOf(fund.annual) ?? [])));
  return parts.length > 0 ? parts.reduce((sum, part) => sum + part, 0) : undefined;
}

function sourcesOf(form: Project | undefined, yuan: number): FundedProject['sources'] {
  const sources = (form?.funds ?? []).flatMap((fund) => {
    const part = yuanOf(fund.annual) ?? 0;
    return fund.source === '合计' || part <= 0 ? [] : [{ source: fund.source as Source, yuan: part }];
  });
  const known = sources.reduce((sum, source) => sum + source.yuan, 0);
  if (known > yuan) return [{ source: '未列明', yuan }];
  return known === yuan ? sources : [...sources, { source: '未列明', yuan: yuan - known }];
}
