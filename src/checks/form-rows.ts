import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { notApplicable, unchecked } from './compare.ts';
import type { Book } from './reading/book.ts';
import { operandOf } from './reading/term.ts';
import { formAmount, isCarriedForm } from './rules/form-term.ts';
import { readStatedPerformance } from './rules/stated-performance.ts';

const check = 'form-rows';

/** Where all projects are said to be published, each line of table 十二 has a form; each form has a line. */
export const formRows: Check = {
  id: 'form-rows',
  sentence: '每张绩效目标表在表十二、表十三中有对应项目；说明称全部公开时，表十二每个项目都有目标表',
  reason: '目标表按项目填报，项目列于表十二、表十三。',
  tables: [12, 13],
  templates: ['shanxi-13'],
  run: (book) => {
    if (book.disclosure.projects.length === 0) return [unchecked(check, {}, '没有绩效目标表')];
    const twelve = book.table(12);
    if (typeof twelve === 'string') return [unchecked(check, { table: 12 }, twelve)];
    const { pairs, rows, projects } = book.matches();
    const unread = book.disclosure.findings.find(({ rule }) => rule === 'form-unread');
    const { published } = readStatedPerformance(book);
    const whole = published?.amount?.share?.ppm === 1_000_000;
    // Fewer forms than stated: some were lost on the way.
    const lost = book.disclosure.projects.length < (published?.count.count?.value ?? 0);
    return [
      ...pairs.flatMap(({ row, project, carried }) =>
        [row, ...(carried ? [carried] : [])].map(({ table, term }): CheckFinding => {
          const place = { table, project: project.number, line: term.place.line };
          return { check, outcome: '相符', place, operands: [], message: `${term.label}有对应的目标表` };
        }),
      ),
      ...rows.map((row): CheckFinding => {
        const required = whole && row.table === 12;
        if (!required)
          return unchecked(
            check,
            row.term.place,
            `${notApplicable}${row.term.label}没有目标表，也未要求公开`,
            [row.term],
          );
        if (unread)
          return unchecked(check, row.term.place, `第 ${unread.place.line} 行起的绩效目标表没有按项目读取`, [
            row.term,
          ]);
        const message = `${row.term.label}没有对应的目标表，说明称公开项目占 100%`;
        return {
          check,
          outcome: '不符',
          place: row.term.place,
          operands: [operandOf(row.term)],
          message,
          likely: lost ? 'conversion' : 'publication',
        };
      }),
      ...projects.map((project) => lonelyForm(book, project)),
    ];
  },
};

function lonelyForm(book: Book, project: Parameters<typeof formAmount>[0]): CheckFinding {
  const form = formAmount(project);
  const place = { project: project.number, line: project.line };
  const thirteen = book.table(13);
  // It may stand there; a table that is marked empty is a table that was read.
  if (typeof thirteen === 'string' && (isCarriedForm(project) || !book.isEmpty(13)))
    return unchecked(check, place, thirteen, [form]);
  if (form.unchecked || form.yuan === 0) {
    return unchecked(check, place, `目标表「${project.name}」没有年度资金，无法判断是否应列入表十二`, [form]);
  }
  const message = `目标表「${project.name}」在表十二、表十三中没有对应项目`;
  return { check, outcome: '不符', place, operands: [operandOf(form)], message, likely: 'publication' };
}
