import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { unchecked } from './compare.ts';
import { isNearName, isSameName } from './rules/project-name.ts';

const check = 'form-names';

/** A form's project is called as in tables 十二 and 十三. */
export const formNames: Check = {
  id: 'form-names',
  sentence: '绩效目标表的项目名称与表十二、表十三的项目名称一致',
  reason: '两处是同一项目；名称不同，读者无法确认金额对应的是哪个项目。',
  tables: [12, 13],
  templates: ['shanxi-13'],
  run: (book) => {
    if (book.disclosure.projects.length === 0) return [unchecked(check, {}, '没有绩效目标表')];
    const { pairs } = book.matches();
    if (pairs.length === 0) return [unchecked(check, {}, '没有目标表与表十二、表十三的项目对应')];
    return pairs.map(({ row, project }): CheckFinding => {
      const place = { project: project.number, line: project.line };
      if (project.name === '') return unchecked(check, place, '目标表没有读到项目名称');
      if (isSameName(row.name, project.name)) {
        const message = `目标表「${project.name}」与${row.term.label}名称一致`;
        return { check, outcome: '相符', place, operands: [], message };
      }
      const near = isNearName(row.name, project.name);
      return {
        check,
        outcome: '不符',
        place,
        actual: project.name,
        expected: row.name,
        operands: [
          { label: '目标表项目名称', printed: project.name, place },
          { label: row.term.label, printed: row.name, place: row.term.place },
        ],
        message: `目标表「${project.name}」与${row.term.label}${near ? '名称相近、金额相同，个别字不同' : '金额相同，名称不同'}`,
        likely: near ? 'conversion' : 'publication',
      };
    });
  },
};
