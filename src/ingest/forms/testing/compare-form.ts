import { yuanOf } from '../../../schema/figure.ts';
import type { Project } from '../../../schema/project.ts';
import type { FormModel } from './any-form.ts';

/** What of a parsed project differs from the form that was printed; empty where nothing does. */
export function differencesOf(model: FormModel, projects: Project[]): string[] {
  if (projects.length !== 1) return [`${projects.length} projects`];
  const project = projects[0] as Project;
  const found: string[] = [];
  const same = (what: string, actual: unknown, expected: unknown) => {
    if (actual !== expected) found.push(`${what}: ${actual} ≠ ${expected}`);
  };
  same('name', project.name, model.name);
  same('code', project.department.code, model.code);
  same('department', project.department.name, model.department);
  same('unit', project.unit, model.unit);
  same('attribute', project.attribute.normalize('NFKC'), model.attribute);
  same('period', project.period, model.period);
  same('timestamp', project.timestamp, model.timestamp);
  for (const [source, [total, annual]] of Object.entries(model.funds)) {
    const line = project.funds.find((fund) => fund.source === source);
    same(`${source} total`, yuanOf(line?.total) ?? null, total);
    same(`${source} annual`, yuanOf(line?.annual) ?? null, annual);
  }
  const texts = project.texts.map((text) => text.text).join('\n');
  same('texts', texts, [...model.texts, ...model.goals].join('\n'));
  for (const [scope, list] of [
    ['实施期', model.indicators.period],
    ['年度', model.indicators.annual],
  ] as const) {
    const actual = project.indicators
      .filter((one) => one.scope === scope)
      .map(({ level1, level2, name, value }) => [level1, level2, name, value].join(' '));
    const expected = list.map(({ level, name, value }) =>
      [level.level1, level.level2, name, value].join(' '),
    );
    for (const one of actual) if (!expected.includes(one)) found.push(`${scope} got ${one}`);
    for (const one of expected) if (!actual.includes(one)) found.push(`${scope} missing ${one}`);
    same(`${scope} count`, actual.length, expected.length);
  }
  return found;
}
