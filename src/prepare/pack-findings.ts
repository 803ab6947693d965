import type { CheckFinding, Operand, Outcome, Place } from '../schema/finding.ts';

/**
 * Findings as they are kept, a quarter of their size: every text once, and what a finding consists of as numbers, one
 * finding after the other. Texts are told by their place in the list.
 */
export interface PackedFindings {
  texts: string[];
  numbers: number[];
}

const outcomes: Outcome[] = ['相符', '尾差', '不符', '未检查'];
const causes = ['publication', 'conversion'] as const;

/** Packs findings, to be unpacked by `unpackFindings`. */
export function packFindings(findings: CheckFinding[]): PackedFindings {
  const known = new Map<string, number>();
  const numbers: number[] = [];
  const textOf = (text: string) => {
    let number = known.get(text);
    if (number === undefined) {
      number = known.size;
      known.set(text, number);
    }
    return number;
  };
  const optionalText = (text: string | undefined) => (text === undefined ? undefined : textOf(text));
  for (const finding of findings) {
    const { check, outcome, place, differenceYuan, expected, actual, operands, message, likely } = finding;
    numbers.push(textOf(check), outcomes.indexOf(outcome), textOf(message));
    packPlace(place, numbers, textOf);
    packOptional(
      numbers,
      differenceYuan,
      optionalText(expected),
      optionalText(actual),
      likely && causes.indexOf(likely),
    );
    numbers.push(operands.length);
    for (const { label, printed, place: at, yuan } of operands) {
      numbers.push(textOf(label), textOf(printed));
      packPlace(at, numbers, textOf);
      packOptional(numbers, yuan);
    }
  }
  return { texts: [...known.keys()], numbers };
}

function packPlace(
  { table, project, section, column, line }: Place,
  numbers: number[],
  textOf: (text: string) => number,
): void {
  packOptional(numbers, table, project, section, column === undefined ? undefined : textOf(column), line);
}

/** Which of the values there are, as bits, then those. */
function packOptional(numbers: number[], ...values: (number | undefined)[]): void {
  const at = numbers.push(0) - 1;
  let present = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value === undefined) continue;
    present |= 1 << index;
    numbers.push(value);
  }
  numbers[at] = present;
}

/** The findings that were packed. */
export function unpackFindings({ texts, numbers }: PackedFindings): CheckFinding[] {
  let at = 0;
  const next = () => numbers[at++] as number;
  const text = () => texts[next()] as string;
  const place = (): Place => {
    const present = next();
    const found: Place = {};
    if (present & 1) found.table = next();
    if (present & 2) found.project = next();
    if (present & 4) found.section = next();
    if (present & 8) found.column = text();
    if (present & 16) found.line = next();
    return found;
  };
  const operand = (): Operand => {
    const found: Operand = { label: text(), printed: text(), place: place() };
    if (next() & 1) found.yuan = next();
    return found;
  };
  const findings: CheckFinding[] = [];
  while (at < numbers.length) {
    const [check, outcome, message] = [text(), outcomes[next()] as Outcome, text()];
    const finding: CheckFinding = { check, outcome, place: place(), operands: [], message };
    const present = next();
    if (present & 1) finding.differenceYuan = next();
    if (present & 2) finding.expected = text();
    if (present & 4) finding.actual = text();
    if (present & 8) finding.likely = causes[next()] as (typeof causes)[number];
    for (let left = next(); left > 0; left--) finding.operands.push(operand());
    findings.push(finding);
  }
  return findings;
}
