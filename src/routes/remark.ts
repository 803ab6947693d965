import { groupRounding, type RoundingGroup } from '../checks/group-rounding.ts';
import { formatWan } from '../checks/reading/format-yuan.ts';
import type { AppliedCorrection, Disclosure } from '../schema/disclosure.ts';
import type { CheckFinding, ConversionFinding, Place } from '../schema/finding.ts';
import { address } from './address.ts';

/** Something to know about a row, paragraph, table or project, shown where it applies. */
export interface Remark {
  /** `bad`: does not hold; `open`: undecided; `note`: decided in conversion; `fix`: corrected; `minor`: rounding. */
  tone: 'bad' | 'open' | 'note' | 'fix' | 'minor';
  /** `不符`, `存疑`, `转换`, `更正`, `遮盖`, `尾差` */
  label: string;
  text: string;
  place: Place;
  /** Where more is said: the check with its operands. */
  href?: string;
}

/** All remarks of one disclosure, to be handed out by line, or by table and project where no line is known. */
export class Remarks {
  private readonly byLine: Map<number, Remark[]>;
  private readonly rest: Remark[];

  constructor(remarks: Remark[]) {
    this.byLine = Map.groupBy(
      remarks.filter((remark) => remark.place.line !== undefined),
      (remark) => remark.place.line as number,
    );
    this.rest = remarks.filter((remark) => remark.place.line === undefined);
  }

  /**
   * Takes the remarks of one line: each is shown once, at the first element that shows the line.
   *
   * @param wanted leaves the others, by their column
   */
  takeLine(line: number, wanted: (column: string | undefined) => boolean = () => true): Remark[] {
    const remarks = this.byLine.get(line) ?? [];
    const taken = takeFrom(remarks, ({ place }) => wanted(place.column));
    if (remarks.length === 0) this.byLine.delete(line);
    return taken;
  }

  /** Takes the remarks of a range of lines. */
  takeRange(first: number, last: number): Remark[] {
    const lines = [...this.byLine.keys()].filter((line) => line >= first && line <= last);
    return lines.sort((a, b) => a - b).flatMap((line) => this.takeLine(line));
  }

  /** Takes the remarks on a whole table, project or section. */
  takeOf(part: 'table' | 'project' | 'section', number: number): Remark[] {
    return takeFrom(this.rest, (remark) => remark.place[part] === number);
  }

  /** What no part of the page has shown. */
  left(): Remark[] {
    return [...[...this.byLine.values()].flat(), ...this.rest];
  }
}

/** Collects what conversion, corrections and checks have to say. Checks that hold, or could not be run, say nothing here. */
export function remarksOf(disclosure: Disclosure, checks: CheckFinding[]): Remark[] {
  return [
    ...disclosure.corrections.map(ofCorrection),
    ...disclosure.findings.map(ofConversion),
    ...checks.flatMap((finding) => ofCheck(finding, disclosure.id)),
    ...groupRounding(checks).flatMap(ofRounding),
  ];
}

function ofCorrection(correction: AppliedCorrection): Remark {
  const { line, was, now, why } = correction;
  return correction.kind === 'mask'
    ? { tone: 'fix', label: '遮盖', text: `此处有内容已遮盖：${why}`, place: { line } }
    : { tone: 'fix', label: '更正', text: `OCR 更正：「${was}」改为「${now}」。${why}`, place: { line } };
}

function ofConversion(finding: ConversionFinding): Remark {
  const undecided = finding.status === 'undecided';
  return {
    tone: undecided ? 'open' : 'note',
    label: undecided ? '存疑' : '转换',
    text: finding.message,
    place: finding.place,
  };
}

function ofCheck(finding: CheckFinding, id: string): Remark[] {
  if (finding.outcome !== '不符') return [];
  const { outcome, message, place, check } = finding;
  return [{ tone: 'bad', label: outcome, text: message, place, href: address.checks(id, check) }];
}

/** 尾差 are no errors: one remark a table says how many there are. */
function ofRounding({ table, count, largestYuan }: RoundingGroup): Remark[] {
  if (table === undefined) return [];
  const text = `${count} 项因四舍五入相差至多 ${formatWan(largestYuan)} 万元，不算不符`;
  return [{ tone: 'minor', label: '尾差', text, place: { table } }];
}

function takeFrom<T>(items: T[], wanted: (item: T) => boolean): T[] {
  const taken = items.filter(wanted);
  for (const item of taken) items.splice(items.indexOf(item), 1);
  return taken;
}
