import type { ConversionFinding } from '../../schema/finding.ts';
import type { ProjectField, ProjectText } from '../../schema/project.ts';
import { type FormCell, type FormRow, plain } from './cells-of.ts';
import { readLabel } from './form-label.ts';
import { join } from './read-head.ts';

/**
 * Reads the text fields and the two goals, which may continue on following lines.
 *
 * @param half half of the money where the form has one only: then it has one goal, unless it names the other
 */
export function readTexts(
  rows: FormRow[],
  half?: GoalScope,
): { texts: ProjectText[]; findings: ConversionFinding[] } {
  const isOther = ({ text }: FormCell) => {
    const label = readLabel(text)?.label;
    return label?.kind === 'goal' && label.scope !== half;
  };
  const only = rows.some(({ cells }) => cells.some(isOther)) ? undefined : half;
  const texts = new Map<ProjectField, ProjectText>();
  const findings: ConversionFinding[] = [];
  let field: ProjectField | 'goals' | null = null;
  let missing = '';
  let annualColumn = Number.POSITIVE_INFINITY;
  const goals = new Goals(only);

  const add = (to: ProjectField, text: string, line: number) => {
    const before = texts.get(to);
    if (before) before.text = join(before.text, text);
    else texts.set(to, { field: to, text, line });
  };

  for (const row of rows) {
    let cells = row.cells;
    const first = cells[0];
    if (first && missing && (plain(first.text) === missing || missing.startsWith(plain(first.text)))) {
      missing = missing.slice(plain(first.text).length);
      cells = cells.slice(1);
    }
    const content: FormCell[] = [];
    for (const cell of cells) {
      if (cell.column === 0 && /^(总体|目标)$/.test(plain(cell.text)) && cells.length > 1) {
        field = 'goals';
        continue;
      }
      const reading = readLabel(cell.text);
      const label = reading?.label;
      const isOpening = content.length === 0;
      if (label?.kind === 'text' && isOpening) {
        field = label.field;
        missing = reading?.missing ?? '';
      } else if (label?.kind === 'goals' && isOpening) {
        field = 'goals';
      } else if (label?.kind === 'goal') {
        if (field !== 'goals') field = 'goals';
        if (label.scope === '年度') annualColumn = cell.column;
        if (reading?.rest) goals.set(label.scope, reading.rest, row.line);
        continue;
      } else {
        content.push(cell);
        continue;
      }
      if (reading?.rest) content.push({ text: reading.rest, column: cell.column });
    }
    if (content.length === 0) continue;
    if (field === 'goals') goals.add(content, row.line, annualColumn);
    else if (field) {
      const unknown = unknownLabel(content);
      const text = content.slice(unknown ? 1 : 0).map((cell) => cell.text);
      add(field, unknown ? `${unknown}：${text.reduce(join)}` : text.reduce(join), row.line);
      if (unknown) {
        findings.push({
          rule: 'text-field-unknown',
          status: 'note',
          place: { line: row.line },
          message: `栏目「${unknown}」不在模板之内，其文字列在「${field}」之后。`,
          actual: unknown,
        });
      }
    } else {
      findings.push({
        rule: 'text-unread',
        status: 'undecided',
        place: { line: row.line },
        message: '本行文字前没有可识别的栏目名，未归入任何栏目。',
        actual: content.map((cell) => cell.text).join(' '),
      });
    }
  }
  goals.finish(findings);
  for (const goal of goals.texts()) texts.set(goal.field, goal);
  return { texts: [...texts.values()], findings };
}

/** A name of a field that the template does not have: in the place of labels, with its text in another cell. */
function unknownLabel([first, ...others]: FormCell[]): string | null {
  if (first?.column !== 0 || others.length === 0) return null;
  const label = first.text.replace(/\s+/g, '');
  return /^[\p{Script=Han}、（）()]{4,14}$/u.test(label) ? label : null;
}

type GoalScope = '实施期' | '年度';

/** The two goals side by side: told apart by their cells, and where one cell is missing by what they say. */
class Goals {
  private period: ProjectText | null = null;
  private annual: ProjectText | null = null;
  private readonly findings: ConversionFinding[] = [];

  private readonly only: GoalScope | undefined;

  constructor(only: GoalScope | undefined) {
    this.only = only;
  }

  set(scope: GoalScope, text: string, line: number): void {
    const now = scope === '实施期' ? this.period : this.annual;
    if (now) now.text = join(now.text, text);
    else if (scope === '实施期') this.period = { field: '实施期总体目标', text, line };
    else this.annual = { field: '年度总体目标', text, line };
  }

  add(content: FormCell[], line: number, annualColumn: number): void {
    if (this.only) {
      this.set(this.only, content.map((cell) => cell.text).reduce(join), line);
      return;
    }
    const [left, right, ...more] = content as [FormCell, FormCell?, ...FormCell[]];
    if (right) {
      this.set('实施期', left.text, line);
      this.set('年度', [right, ...more].map((cell) => cell.text).reduce(join), line);
    } else if (!this.period) {
      this.set(left.column > annualColumn ? '年度' : '实施期', left.text, line);
    } else if (this.annual) {
      this.set(left.column >= annualColumn ? '年度' : '实施期', left.text, line);
    } else if (opening(this.period.text) === opening(left.text) || left.column > annualColumn) {
      this.set('年度', left.text, line);
      this.findings.push({
        rule: 'goal-decided',
        status: 'decided',
        place: { line },
        message: '年度目标另起一行印出，按其位置或与实施期目标相同的开头归入年度目标。',
      });
    } else if (/[。！？；;!?]$/.test(this.period.text)) {
      this.set('年度', left.text, line);
      this.findings.push({
        rule: 'goal-undecided',
        status: 'undecided',
        place: { line },
        message: '总体目标的第二行无法判定属于实施期还是年度，暂列年度目标。',
      });
    } else this.set('实施期', left.text, line);
  }

  /** Parts a cell that holds both goals, where the second opens as the first does. */
  finish(findings: ConversionFinding[]): void {
    findings.push(...this.findings);
    if (!this.period || this.annual || this.only) return;
    const at = secondOpening(this.period.text);
    if (at < 0) {
      findings.push({
        rule: 'goal-missing',
        status: 'note',
        place: { line: this.period.line },
        message: '总体目标只印出一格，年度目标未印出，或与实施期目标连在一起。',
      });
      return;
    }
    const { text, line } = this.period;
    this.period.text = text.slice(0, at).trim();
    this.annual = { field: '年度总体目标', text: text.slice(at).trim(), line };
    findings.push({
      rule: 'goal-decided',
      status: 'decided',
      place: { line },
      message: '两个总体目标连在一格内，后半与前半开头相同，按此分为实施期目标和年度目标。',
    });
  }

  texts(): ProjectText[] {
    return [this.period, this.annual].filter((text) => text !== null);
  }
}

function opening(text: string): string {
  return plain(text).slice(0, 8);
}

/** Where in the text its own opening returns, near its middle; −1 where it does not. */
function secondOpening(text: string): number {
  if (text.length < 24) return -1;
  const start = text.slice(0, 10);
  const at = text.indexOf(start, 10);
  if (at < 0 || text.indexOf(start, at + 10) >= 0) return -1;
  const share = at / text.length;
  return share > 0.35 && share < 0.75 ? at : -1;
}

/** Whether a text looks cut off by the conversion or by the form itself, and how. */
export function faultOfText(text: string): string | null {
  if (text.includes('\ufffd')) return '含有无法显示的字符（U+FFFD）';
  const open = (text.match(/[（(《“【〔]/g) ?? []).length;
  const closed = (text.match(/[）)》”】〕]/g) ?? []).length;
  if (open > closed && /[（(《“【〔][^）)》”】〕]*$/.test(text)) return '括号或引号没有闭合，可能被截断';
  if (/[，,、：:（(《“]$/.test(text)) return '以未完的标点结尾，可能被截断';
  if (text.length >= 140 && !/[。！？；;.!?）)”》】…]$/.test(text)) return '长文结尾没有句末标点，可能被截断';
  return null;
}
