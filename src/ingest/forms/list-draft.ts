import type { ConversionFinding } from '../../schema/finding.ts';
import type { ProjectText } from '../../schema/project.ts';
import { type FormCell, plain } from './cells-of.ts';
import type { ListRow } from './find-lists.ts';
import { joinValue } from './join-value.ts';
import { indicatorKinds, type ListColumn } from './list-columns.ts';
import { type Entry, furtherColumn, type LeftOut } from './list-entry.ts';
import { join } from './read-head.ts';
import { type Level, levelOf, readLevel1, readLevel2 } from './read-level.ts';

/** A project while its rows are read. */
export interface Draft {
  name: string;
  rows: PlacedRow[];
  unit: string;
  department: string;
  attribute: string;
  period: string;
  money: Map<ListColumn, { printed: string; line: number }>;
  texts: ProjectText[];
  entries: Entry[];
  placed: (Level | null)[];
  findings: ConversionFinding[];
}

/** A row with the column of each of its cells. */
export type PlacedRow = Omit<ListRow, 'cells'> & { cells: (FormCell & { of: ListColumn })[] };

/** A project whose name was read, and nothing else. */
export function newDraft(name: string, unit: string, department: string): Draft {
  return {
    name,
    rows: [],
    unit,
    department,
    attribute: '',
    period: '',
    money: new Map(),
    texts: [],
    entries: [],
    placed: [],
    findings: [],
  };
}

/** Takes what a row says of its project; the goal may go on over several rows. */
export function takeProjectCells(row: PlacedRow, current: Draft, leftOut: LeftOut[]): void {
  const repeat = (text: string) => leftOut.push({ line: row.line, text, reason: '列表中再次印出或折行' });
  for (const { text, of } of row.cells) {
    if (indicatorKinds.has(of.kind)) continue;
    switch (of.kind) {
      case 'name':
        if (current.rows.length > 1 && plain(text) !== plain(current.name)) {
          current.findings.push({
            rule: 'name-joined',
            status: 'decided',
            place: { line: row.line },
            message: `「${text}」是上一行项目名称「${current.name}」折行的后半，已接上。`,
          });
          current.name = join(current.name, text);
        } else if (current.rows.length > 1) repeat(text);
        break;
      case 'unit':
      case 'department':
        if (current.rows.length === 1) current[of.kind] = text;
        else if (current[of.kind] === text) repeat(text);
        else current[of.kind] = join(current[of.kind], text);
        break;
      case 'attribute':
      case 'period':
        if (current[of.kind] === '') current[of.kind] = text;
        else repeat(text);
        break;
      case 'money':
        if (current.money.has(of)) repeat(text);
        else current.money.set(of, { printed: text, line: row.line });
        break;
      case 'text': {
        const before = current.texts.find(({ field }) => field === of.field);
        if (!before) current.texts.push({ field: of.field, text, line: row.line });
        else if (before.text === text) repeat(text);
        else before.text = join(before.text, text);
        break;
      }
      default:
        leftOut.push({ line: row.line, text, reason: furtherColumn });
    }
  }
}

/** Takes the indicator of a row; level words stand beside it, or above it where they are printed once. */
export function takeIndicator(row: PlacedRow, current: Draft, leftOut: LeftOut[]): void {
  const cellOf = (kind: ListColumn['kind']) => row.cells.find(({ of }) => of.kind === kind);
  const textOf = (kind: ListColumn['kind']) => cellOf(kind)?.text ?? '';
  const label = labelOf(textOf('level1'), textOf('level2'), current.placed.at(-1) ?? null);
  const values = row.cells.filter(({ of }) => of.kind === 'value');
  for (const scope of ['实施期', '年度'] as const) {
    const value = values.find(({ of }) => of.kind === 'value' && of.scope === scope);
    if (!value && (scope === '实施期' || values.length > 0)) continue;
    const joined = joinValue(textOf('sign'), value?.text ?? '', textOf('measure'));
    for (const text of joined.rest) leftOut.push({ line: row.line, text, reason: furtherColumn });
    current.entries.push({
      scope,
      line: row.line,
      row: row.row,
      label: label.printed,
      name: textOf('indicator') || null,
      value: joined.text || null,
      nameColumn: cellOf('indicator')?.column ?? -1,
      valueColumn: value?.column ?? -1,
      isIrregular: false,
    });
    current.placed.push(label.placed);
  }
}

/** Level of a row: of its own words, or of those above where it prints none; null where its word is not known. */
function labelOf(
  first: string,
  second: string,
  above: Level | null,
): { printed: Level | null; placed: Level | null } {
  if (first === '' && second === '') return { printed: null, placed: above };
  const level1 = first === '' ? (above?.level1 ?? null) : readLevel1(first);
  if (second === '' && level1 !== null && level1 === above?.level1) return { printed: null, placed: above };
  const level2 = readLevel2(second) ?? only(readLevel1(second) ?? (second === '' ? level1 : null));
  const level = level2 && levelOf(level2, level1);
  return { printed: level, placed: level };

  /** The one second level of satisfaction, and of costs where no other is named. */
  function only(word: Level['level1'] | null): Level['level2'] | null {
    return word === '满意度指标' ? '服务对象满意度指标' : word === '成本指标' ? '成本指标' : null;
  }
}
