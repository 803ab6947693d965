import { isRead, type MoneyUnit } from '../../schema/figure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { FundLine, Project } from '../../schema/project.ts';
import { readFigure } from '../../schema/read-figure.ts';
import type { ProjectList } from './find-lists.ts';
import type { ListColumn } from './list-columns.ts';
import type { Draft } from './list-draft.ts';
import type { LeftOut } from './list-entry.ts';
import { readDepartment } from './read-head.ts';
import { indicatorsOf } from './read-indicators.ts';
import { levels } from './read-level.ts';

/** Makes a project of what the rows of a list say of it. */
export function draftToProject(
  draft: Draft,
  list: ProjectList,
): { project: Project; findings: ConversionFinding[]; leftOut: LeftOut[] } {
  const findings = [...draft.findings];
  const leftOut: LeftOut[] = [];
  const lines = draft.rows.map(({ line }) => line);
  const first = lines[0] as number;
  const { funds, moneyUnit } = readMoney(draft, list, findings);
  const isLevelled = list.columns.some(({ kind }) => /^level/.test(kind));
  const indicators = indicatorsOf(
    draft.entries,
    draft.placed.map((level) => ({
      level: level ? levels.indexOf(level) : isLevelled ? 0 : -1,
      margin: level ? 9 : 0,
      doubt: null,
    })),
    findings,
    leftOut,
  );
  const project: Project = {
    number: 1,
    name: draft.name,
    line: first,
    sheets: [{ first, last: lines.at(-1) as number }],
    department: readDepartment(draft.department),
    unit: draft.unit,
    attribute: draft.attribute,
    period: draft.period,
    ...(moneyUnit && moneyUnit !== '元' ? { moneyUnit } : {}),
    funds,
    texts: draft.texts,
    indicators,
    timestamp: '',
  };
  return { project, findings, leftOut };
}

/** The money of a project: one line a source; amounts have no value where the list says nothing of their unit. */
function readMoney(
  draft: Draft,
  list: ProjectList,
  findings: ConversionFinding[],
): { funds: FundLine[]; moneyUnit: MoneyUnit | null } {
  const funds: FundLine[] = [];
  let moneyUnit = list.unit;
  for (const [column, { printed, line }] of draft.money) {
    const { source, scope, unit } = column as Extract<ListColumn, { kind: 'money' }>;
    moneyUnit = unit ?? moneyUnit;
    const half = scope === '年度' ? 'annual' : 'total';
    const read = readFigure(printed, moneyUnit ?? '元');
    const figure = isRead(read) && !moneyUnit ? { printed: read.printed, undecided: '金额单位未知' } : read;
    if (figure && !isRead(figure))
      findings.push({
        rule: 'amount-unread',
        status: 'undecided',
        place: { line },
        message: `「${draft.name}」的金额「${printed}」：${figure.undecided}。`,
        actual: printed,
      });
    const other = funds.find((fund) => fund.source === source && fund[half] === null);
    if (other) other[half] = figure;
    else funds.push({ source, total: null, annual: null, line, [half]: figure });
  }
  return { funds, moneyUnit };
}
