import type { Book } from '../reading/book.ts';
import { alike, type CodeNode } from '../reading/code-tree.ts';
import type { Line } from '../reading/table-view.ts';
import { summedTerm } from '../reading/term.ts';
import type { Stating } from './stated-in-table.ts';

/**
 * Adds the functions of table 四 or 五 to what its section promises: each 类 by its full name, and each 类, 款 and 项
 * by its path, as 卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）.
 */
export function functionPromises(book: Book, number: 4 | 5, promises: Stating[]): Stating[] {
  const view = book.table(number);
  if (typeof view === 'string') return promises;
  const tree = book.codeTree(view);
  const nodes =
    number === 4
      ? book.twoSided(view).functions.map((line): CodeNode => ({ line, children: [] }))
      : tree.roots;
  const side = number === 4 ? '支出' : '';
  const termOf = (line: Line) => view.find(line, side, 'total', line.label);
  const named = alike(tree, pathsOf(nodes, ''), ([path]) => path).map(
    ([[path, line, isTop], ...others]): Stating => ({
      what: {
        test: (what: string) => {
          const name = what.replace(/^(用于|安排|按功能分类:?)/, '');
          return (isTop && name === line.name) || pathIn(name) === path;
        },
      },
      terms: () => [summedTerm(termOf(line), ...others.map(([, one]) => termOf(one)))],
    }),
  );
  return [...named, ...promises];
}

/** Every line with its path from 类 down. */
function pathsOf(nodes: CodeNode[], above: string): [path: string, line: Line, isTop: boolean][] {
  return nodes.flatMap(({ line, children }) => {
    const path = `${above}/${stemOf(line.name)}`;
    return [[path, line, above === ''] as [string, Line, boolean], ...pathsOf(children, path)];
  });
}

/** The path that a name with its levels spells out; undefined where it names none. */
function pathIn(name: string): string | undefined {
  const names = name.split(/\((?:类|款|项)\)/);
  const rest = names.pop() ?? '';
  const isPath = names.length > 0 && /^(支出)?(预算|安排)?(数|支出)?$/.test(rest);
  return isPath ? names.map((one) => `/${stemOf(one)}`).join('') : undefined;
}

/** A function without 支出, which texts put before the level, behind it or nowhere. */
function stemOf(name: string): string {
  return name.replace(/支出$/, '');
}
