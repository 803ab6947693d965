import type { Book } from '../reading/book.ts';
import type { Statement } from '../statements/statement.ts';

/** A number of projects and their money, as section 十 states them together. */
export interface StatedProjects {
  count: Statement;
  /** Money named right after the number, null where none is. */
  amount: Statement | null;
}

/** Projects with targets, or those of them that are published: all, and by class. */
export interface StatedGroup extends StatedProjects {
  classes: StatedProjects[];
}

export interface StatedPerformance {
  managed: StatedGroup | null;
  published: StatedGroup | null;
}

const isPart = (statement: Statement | undefined): boolean => (statement?.partOf ?? null) !== null;

/** Reads the numbers and money of projects in section 十. */
export function readStatedPerformance(book: Book): StatedPerformance {
  const result: StatedPerformance = { managed: null, published: null };
  let group: StatedGroup | null = null;
  let open: StatedProjects | null = null;
  for (const statement of book.statements(10)) {
    if (statement.count && /[个项]/.test(statement.count.unit)) {
      const { what } = statement;
      // Targets of the whole body, and projects that were or will be evaluated, are not the ones with targets.
      if (/整体|评估|评价|监控/.test(what)) {
        group = null;
        open = null;
        continue;
      }
      if (group && /类/.test(what)) {
        open = { count: statement, amount: null };
        group.classes.push(open);
        continue;
      }
      group = { count: statement, amount: null, classes: [] };
      open = group;
      if (/公开/.test(what)) result.published ??= group;
      else if (/绩效|项目/.test(what)) result.managed ??= group;
    } else if (statement.amount) {
      // Behind brackets that divide the projects by class, the money is of all of them.
      const owner: StatedProjects | null = isPart(open?.count) && !isPart(statement) ? group : open;
      if (owner && !owner.amount) owner.amount = statement;
    }
  }
  return result;
}
