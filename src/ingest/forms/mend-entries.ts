import type { ConversionFinding } from '../../schema/finding.ts';
import { plain } from './cells-of.ts';
import type { Entry, LeftOut } from './list-entry.ts';
import { valueLikeness } from './value-likeness.ts';

/** Mends one list: joins what wraps have torn, leaves out what was printed twice, pairs a name with its stray value. */
export function mendEntries(entries: Entry[], findings: ConversionFinding[], leftOut: LeftOut[]): Entry[] {
  return pairOrphans(dropRepeats(joinTails(entries, findings, leftOut), findings, leftOut), findings);
}

/** Joins a short text, alone on its row, to the name or value above it that a wrap has cut. */
function joinTails(entries: Entry[], findings: ConversionFinding[], leftOut: LeftOut[]): Entry[] {
  const kept: Entry[] = [];
  for (const entry of entries) {
    const previous = kept.at(-1);
    const part = previous && tailOf(entry, previous);
    const text = entry.name ?? entry.value ?? '';
    if (!previous || !part) {
      kept.push(entry);
      continue;
    }
    const what = part === 'name' ? '名称' : '指标值';
    findings.push({
      rule: `${part}-joined`,
      status: 'decided',
      place: { line: entry.line },
      message: `「${text}」是上一行${what}「${previous[part]}」折行的后半，已接上。`,
    });
    leftOut.push({ line: entry.line, text, reason: `折行的后半，接入上一行${what}` });
    previous[part] += text;
    // Right below what it continues, it can be nothing else.
    const isBelow = [entry.nameColumn, entry.valueColumn].includes(previous[`${part}Column`]);
    if (!isBelow) previous.isUndecided ||= entry.isUndecided;
  }
  return kept;
}

/** What of the entry above a lone text continues: its name, its value, or nothing. */
function tailOf(entry: Entry, previous: Entry): 'name' | 'value' | null {
  const isAlone = entry.label === null && (entry.name === null) !== (entry.value === null);
  if (!isAlone || !previous.name || !previous.value || entry.row - previous.row > 2) return null;
  const text = entry.name ?? entry.value ?? '';
  const column = Math.max(entry.nameColumn, entry.valueColumn);
  const isBelowValue =
    previous.valueColumn >= 0 &&
    Math.abs(column - previous.valueColumn) < Math.abs(column - previous.nameColumn);
  const isShort = entry.isTail || plain(text).length <= 3;
  const isLooseEnd = valueLikeness(text) < 0.75;
  if (isBelowValue && isShort && isLooseEnd && valueLikeness(previous.value + text) >= 0.75) return 'value';
  if (entry.name === null) return null;
  return isShort || /^[的及和与、）)]/.test(text) || closes(previous.name, text) ? 'name' : null;
}

function closes(before: string, after: string): boolean {
  return /[(（][^)）]*$/.test(before) && /^[^(（]*[)）]/.test(after) && after.length <= 12;
}

/** Leaves out an indicator that an abnormal row prints once more, before or after its own row. */
function dropRepeats(entries: Entry[], findings: ConversionFinding[], leftOut: LeftOut[]): Entry[] {
  return entries.filter((entry, index) => {
    const next = entries.slice(index + 1).find((other) => other.name !== null || other.value !== null);
    if (!next || entry.name === null || entry.value === null || !entry.isIrregular) return true;
    if (
      next.row - entry.row > 2 ||
      plain(next.name ?? '') !== plain(entry.name) ||
      plain(next.value ?? '') !== plain(entry.value)
    )
      return true;
    findings.push({
      rule: 'indicator-repeated',
      status: 'decided',
      place: { line: entry.line },
      message: `${entry.scope}指标「${entry.name}」在行 ${next.line} 又印一次，只计一次。`,
    });
    leftOut.push({ line: entry.line, text: entry.name, reason: `与行 ${next.line} 重复` });
    leftOut.push({ line: entry.line, text: entry.value, reason: `与行 ${next.line} 重复` });
    entry.name = null;
    entry.value = null;
    return entry.label !== null;
  });
}

/** Brings a name without value and a value without name near each other together where there is one of each. */
function pairOrphans(entries: Entry[], findings: ConversionFinding[]): Entry[] {
  const names = entries.filter((entry) => entry.name !== null && entry.value === null);
  const values = entries.filter((entry) => entry.name === null && entry.value !== null);
  const [name] = names;
  const [value] = values;
  if (names.length !== 1 || values.length !== 1 || !name || !value || Math.abs(name.row - value.row) > 4)
    return entries;
  findings.push({
    rule: 'indicator-paired',
    status: 'decided',
    place: { line: name.line },
    message: `${name.scope}指标「${name.name}」与行 ${value.line} 单独印出的指标值「${value.value}」合为一项。`,
  });
  const whole: Entry = {
    ...name,
    label: null,
    value: value.value,
    isUndecided: name.isUndecided || value.isUndecided,
  };
  return entries.flatMap((entry): Entry[] => {
    const alone = (kept: Entry): Entry[] => (kept.label ? [{ ...kept, name: null, value: null }] : []);
    if (entry === name) return value.row > name.row ? alone(name) : [whole, ...alone(name)];
    if (entry === value) return value.row > name.row ? [whole, ...alone(value)] : alone(value);
    return [entry];
  });
}
