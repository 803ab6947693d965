import type { Book } from '../reading/book.ts';
import type { Stating } from './stated-in-table.ts';

/** Adds the functions (类) of table 四 or 五 to what its section promises, each by its full name. */
export function functionPromises(book: Book, number: 4 | 5, promises: Stating[]): Stating[] {
  const view = book.table(number);
  if (typeof view === 'string') return promises;
  const lines =
    number === 4 ? book.twoSided(view).functions : book.codeTree(view).roots.map(({ line }) => line);
  const side = number === 4 ? '支出' : '';
  const named = lines.map((line): Stating => {
    const name = line.name;
    return {
      what: { test: (what: string) => what.replace(/^(用于|安排|按功能分类:?)/, '') === name },
      terms: () => [view.find(line, side, 'total', line.label)],
    };
  });
  return [...named, ...promises];
}
