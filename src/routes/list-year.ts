import type { Publications } from '../record/publications.ts';
import type { Summary, SummaryFigure } from './summary.ts';
import { regionName } from './unit-list.ts';
import { sortYearRows, type YearRow } from './year-rows.ts';

/** Lists what was published for a fiscal year, the largest first; what was not read has no amounts. */
export function listYear(summaries: Summary[], publications: Publications = new Map()): YearRow[] {
  const rows = summaries.map((summary) => rowOf(summary, publications.get(summary.id)?.day ?? ''));
  return sortYearRows(rows, 'spending', true);
}

function rowOf(summary: Summary, published: string): YearRow {
  const { id, unit, body, year, department, region, anchors, checks } = summary;
  const placed = (figure: SummaryFigure) => {
    const yuan = summary[figure];
    return yuan === undefined ? {} : { [figure]: { yuan, anchor: anchors[figure] ?? '' } };
  };
  const before = summary.statedBefore.find(
    (stated) => stated.figure === 'spending' && stated.year === year - 1,
  );
  return {
    id,
    name: unit.name,
    region: regionName(region),
    department: department.name === body ? '' : department.name,
    published,
    ...placed('spending'),
    ...(before ? { before: { yuan: before.yuan, anchor: `L${before.line}` } } : {}),
    ...placed('basic'),
    ...placed('project'),
    ...placed('official'),
    checked: checks.相符 + checks.尾差 + checks.不符,
    fails: checks.不符,
  };
}
