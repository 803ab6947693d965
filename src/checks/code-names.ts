import leven from 'leven';
import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { likelyCause } from './likely-cause.ts';
import type { Book } from './reading/book.ts';
import { allNodes } from './reading/code-tree.ts';
import type { Term } from './reading/term.ts';

const check = 'code-names';

/** A functional code has the same name in every table of the document. */
export const codeNames: Check = {
  id: 'code-names',
  sentence: '同一科目编码在表二、表三、表五、表八中的名称一致',
  reason: '编码与名称出自同一年度的政府收支分类科目。',
  tables: [2, 3, 5, 8],
  templates: ['shanxi-13', 'national'],
  run: (book) => {
    const printed = [2, 3, 5, 8].flatMap((number) => namesOf(book, number));
    return [...Map.groupBy(printed, ({ code }) => code)]
      .filter(([, lines]) => lines.length > 1)
      .map(([code, lines]) => judge(book, code, lines));
  },
};

interface Named {
  code: string;
  name: string;
  term: Term;
}

function namesOf(book: Book, number: number): Named[] {
  const view = book.table(number);
  if (typeof view === 'string') return [];
  return allNodes(book.codeTree(view).roots)
    .filter(({ line }) => line.label !== '')
    .map(({ line }) => {
      const place = { table: number, line: line.line };
      const label = `${view.name}科目编码 ${line.code}`;
      return {
        code: line.code,
        name: comparable(line.label),
        term: { label, printed: line.label, yuan: 0, half: 0, place },
      };
    });
}

function judge(book: Book, code: string, lines: Named[]): CheckFinding {
  const [first] = lines as [Named];
  const [usual] = [...Map.groupBy(lines, ({ name }) => name)].sort((a, b) => b[1].length - a[1].length);
  const other = lines.find(({ name }) => name !== usual?.[0]);
  if (!other) {
    const message = `科目编码 ${code} 的名称在 ${lines.length} 张表中一致`;
    return { check, outcome: '相符', place: first.term.place, operands: [], message };
  }
  const expected = usual?.[1][0]?.term.printed ?? '';
  const near = leven(other.name, comparable(expected)) <= Math.max(1, Math.floor(other.name.length / 8));
  const terms = lines.map(({ term }) => term);
  return {
    check,
    outcome: '不符',
    place: other.term.place,
    actual: other.term.printed,
    expected,
    operands: lines.map(({ term }) => ({ label: term.label, printed: term.printed, place: term.place })),
    message: `科目编码 ${code} 在${other.term.label.slice(0, 2)}中为「${other.term.printed}」，在其他表中为「${expected}」`,
    likely: near ? 'conversion' : likelyCause(other.term, terms, 0, book.disclosure.findings),
  };
}

/** A name without blanks and punctuation, which print and reading vary. */
function comparable(name: string): string {
  return name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
