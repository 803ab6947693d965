import type { CheckFinding } from '../schema/finding.ts';
import type { Check } from './check.ts';
import { unchecked } from './compare.ts';

const check = 'form-department';

/** All forms name the same department code. */
export const formDepartment: Check = {
  id: 'form-department',
  sentence: '各绩效目标表的主管部门代码一致',
  reason: '同一单位的项目属于同一主管部门。',
  tables: [],
  templates: ['shanxi-13'],
  kinds: ['单位'],
  run: (book) => {
    const coded = book.disclosure.projects.filter((project) => project.department.code !== '');
    const [usual] = [...Map.groupBy(coded, (project) => project.department.code)].sort(
      (a, b) => b[1].length - a[1].length,
    );
    if (!usual) return [unchecked(check, {}, '绩效目标表没有主管部门代码')];
    return coded.map((project): CheckFinding => {
      const { code } = project.department;
      const place = { project: project.number, line: project.line };
      const same = code === usual[0];
      return {
        check,
        outcome: same ? '相符' : '不符',
        place,
        ...(same ? {} : { actual: code, expected: usual[0], likely: 'conversion' as const }),
        operands: same ? [] : [{ label: `目标表「${project.name}」主管部门代码`, printed: code, place }],
        message: same
          ? `目标表「${project.name}」主管部门代码 ${code}`
          : `目标表「${project.name}」主管部门代码为「${code}」，其他目标表为「${usual[0]}」`,
      };
    });
  },
};
