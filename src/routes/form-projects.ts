/** A project as its form states it; one whose money is blank or cannot be decided has no `yuan`. */
export interface FormProject {
  name: string;
  /** Money of the year in whole yuan. */
  yuan?: number;
  /** What is printed in the place of a value, `''` where it is blank. */
  printed: string;
  anchor: string;
}

type CsvRecord = Record<string, string>;

/**
 * Reads the projects of the forms from `projects.csv` and `project_funds.csv`: the printed total of the year, or the sum of
 * its sources where it is blank.
 */
export function formProjects(projects: CsvRecord[], money: CsvRecord[]): FormProject[] {
  const fundsOf = Map.groupBy(money, ({ project = '' }) => project);
  return projects.map(({ project = '', name = '' }) => ({
    name,
    ...annualOf(fundsOf.get(project) ?? []),
    anchor: `p${project}`,
  }));
}

function annualOf(funds: CsvRecord[]): Pick<FormProject, 'yuan' | 'printed'> {
  const stated = funds.filter(({ annual_printed }) => annual_printed);
  const total = stated.find(({ source }) => source === '合计');
  if (total) return total.annual_yuan ? { yuan: Number(total.annual_yuan), printed: '' } : unread(total);
  // 财政拨款 is what its levels come to: they are not counted twice.
  const whole = stated.some(({ source }) => source === '财政拨款');
  const parts = stated.filter(({ source = '' }) => !(whole && /^(?:中央|省级|市县)$/.test(source)));
  const open = parts.find(({ annual_yuan }) => !annual_yuan);
  if (open) return unread(open);
  if (parts.length === 0) return { printed: '' };
  return { yuan: parts.reduce((sum, { annual_yuan }) => sum + Number(annual_yuan), 0), printed: '' };
}

function unread({ annual_printed = '' }: CsvRecord): Pick<FormProject, 'printed'> {
  return { printed: annual_printed };
}
