import type { Project } from '../../schema/project.ts';
import type { Book } from '../reading/book.ts';
import type { Term } from '../reading/term.ts';
import { formTerm } from './form-term.ts';
import { bareName, holdsName, isNear } from './project-name.ts';
import { readUnitLines } from './read-unit-lines.ts';

/** A line of table 十二 or 十三. */
export interface ProjectRow {
  table: 12 | 13;
  name: string;
  term: Term;
}

/** A line and its form; where the form also covers money carried over under the same name, the line of table 十三 too. */
export interface ProjectPair {
  row: ProjectRow;
  project: Project;
  carried?: ProjectRow;
}

export interface ProjectMatches {
  pairs: ProjectPair[];
  /** Lines without a form. */
  rows: ProjectRow[];
  /** Forms without a line. */
  projects: Project[];
}

/**
 * Pairs the lines of tables 十二 and 十三 with forms.
 *
 * By name and amount first, because names repeat, the amount of one line or of this year's and the one carried over
 * together; then by name; then by nearly the same name, one inside the other, or
 * the same amount where no other line or form has it: names are misread more often than amounts.
 */
export function matchProjects(book: Book): ProjectMatches {
  let rows = [...projectRows(book, 12), ...projectRows(book, 13)];
  let projects = [...book.disclosure.projects];
  const pairs: ProjectPair[] = [];
  const plain = new Map(projects.map((project) => [project, bareName(project.name)]));
  const nameOf = (project: Project) => plain.get(project) ?? '';
  const pair = (found: ProjectPair) => {
    pairs.push(found);
    rows = rows.filter((row) => row !== found.row && row !== found.carried);
    projects = projects.filter((project) => project !== found.project);
  };
  const take = (fits: (row: ProjectRow, project: Project) => boolean, unique = false) => {
    for (const row of [...rows]) {
      const found = projects.filter((project) => fits(row, project));
      const [project] = found;
      if (
        !project ||
        (unique && (found.length > 1 || rows.filter((other) => fits(other, project)).length > 1))
      )
        continue;
      pair({ row, project });
    }
  };
  const bare = new Map(rows.map((row) => [row, bareName(row.name)]));
  const sameName = (row: ProjectRow, project: Project) => bare.get(row) === nameOf(project);
  const nearName = (row: ProjectRow, project: Project) => isNear(bare.get(row) ?? '', nameOf(project));
  take((row, project) => sameName(row, project) && sameAmount(row, project));
  for (const project of projects) {
    const [current, carried] = [12, 13].map((table) =>
      rows.find((row) => row.table === table && sameName(row, project)),
    );
    if (current && carried && isSumOfBoth(current, carried, project))
      pair({ row: current, carried, project });
  }
  take(sameName);
  take((row, project) => nearName(row, project) && sameAmount(row, project));
  take((row, project) => holdsName(bare.get(row) ?? '', nameOf(project)) && sameAmount(row, project), true);
  take(nearName, true);
  take((row, project) => row.term.yuan !== 0 && sameAmount(row, project), true);
  return { pairs, rows, projects };
}

/** Whether the form's amount of the year, or of the period for money carried over, rounds to the line's amount. */
export function sameAmount({ term, table }: ProjectRow, project: Project): boolean {
  const amounts = table === 13 ? ['annual', 'total'] : ['annual'];
  return amounts.some((when) => {
    const form = formTerm(project, when as 'annual' | 'total');
    return !form.unchecked && !term.unchecked && Math.abs(form.yuan - term.yuan) <= term.half;
  });
}

function isSumOfBoth({ term: a }: ProjectRow, { term: b }: ProjectRow, project: Project): boolean {
  const form = formTerm(project, 'annual');
  if (form.unchecked || a.unchecked || b.unchecked || b.yuan === 0) return false;
  return Math.abs(form.yuan - a.yuan - b.yuan) <= a.half + b.half;
}

function projectRows(book: Book, table: 12 | 13): ProjectRow[] {
  const view = book.table(table);
  if (typeof view === 'string') return [];
  const { projects } = readUnitLines(view, book.disclosure);
  return projects.map((line) => ({
    table,
    name: line.label,
    term: view.find(line, '', 'total', line.label),
  }));
}
