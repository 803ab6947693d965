import { bisectRight } from 'd3-array';
import type { AppliedCorrection } from '../../schema/disclosure.ts';
import type { ConversionFinding } from '../../schema/finding.ts';
import { maskSource } from '../../schema/mask-source.ts';
import type { SourceLine } from '../source-line.ts';
import { plainLines } from '../text/plain-lines.ts';
import { findHiddenData } from './find-hidden-data.ts';
import { findPersonalData, type PersonalData } from './find-personal-data.ts';
import { type Correction, CorrectionError } from './read-corrections.ts';

export interface Corrected {
  lines: SourceLine[];
  applied: AppliedCorrection[];
  findings: ConversionFinding[];
}

type Mask = AppliedCorrection & { from: number; to: number };

const kinds: Record<PersonalData['kind'], string> = {
  'id-card': '身份证号码',
  mobile: '手机号码',
  'bank-card': '银行卡号',
};

/**
 * Masks and corrects the source before it is parsed, so that nothing masked gets any further.
 *
 * First the masks of the file and those of personal numbers, on the text as received; then the misreadings, on the
 * masked text. Lines keep their numbers.
 *
 * @param lines all lines of the source, from line 1
 * @param corrections of `readCorrections`
 * @param file path of the corrections, for messages
 * @throws CorrectionError where a text is not on its line, or a correction would bring back what is masked
 */
export function applyCorrections(
  lines: readonly SourceLine[],
  corrections: readonly Correction[],
  file: string,
): Corrected {
  const wanted = corrections.filter((correction) => correction.kind === 'mask');
  const shown = withoutOverlaps([
    ...wanted.flatMap((mask) => rangesOf(mask, lines, file)),
    ...findPersonalData(lines).map(automaticMask),
  ]);
  const hidden = findHiddenData(lines, numbered(maskLines(lines, shown), lines));
  const masks = withoutOverlaps([...shown, ...hidden.map(automaticMask)]);
  const texts = maskLines(lines, masks);

  const misreadings: AppliedCorrection[] = [];
  for (const { kind, line, was, now, why } of corrections.filter(
    (correction) => correction.kind === 'misreading',
  )) {
    const index = lines.findIndex((other) => other.line === line);
    const text = texts[index];
    if (text === undefined || !text.includes(was)) throw new CorrectionError(notFound(file, line, was, text));
    texts[index] = text.replaceAll(was, () => now);
    misreadings.push({ line, was, now, why, kind });
  }

  const corrected = numbered(texts, lines);
  assertMasked(corrected, misreadings, wanted, file);
  return {
    lines: corrected,
    applied: sorted([...masks, ...misreadings]),
    findings: masks.flatMap(findingOf),
  };
}

const numbered = (texts: string[], lines: readonly SourceLine[]): SourceLine[] =>
  lines.map(({ line }, index) => ({ text: texts[index] ?? '', line }));

const sorted = (applied: AppliedCorrection[]): AppliedCorrection[] =>
  applied.toSorted((a, b) => a.line - b.line || (a.from ?? -1) - (b.from ?? -1));

/** Lines with the masks applied; `lines` need not begin at line 1. */
function maskLines(lines: readonly SourceLine[], masks: readonly Mask[]): string[] {
  const index = new Map(lines.map((line, at) => [line.line, at + 1]));
  const placed = masks.map((mask) => ({ ...mask, line: index.get(mask.line) ?? 0 }));
  return maskSource(
    lines.map((line) => line.text),
    placed,
  );
}

/** Pattern of a text that allows blanks between its characters, and a wrap. */
function patternOf(was: string): RegExp {
  const signs = [...was.replace(/[\s\u3000]+/g, '')];
  return new RegExp(
    signs.map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('[ \\u3000]*\\n*[ \\u3000]*'),
    'gu',
  );
}

/** The ranges that a mask covers, one a line that it touches. */
function rangesOf(mask: Correction & { kind: 'mask' }, lines: readonly SourceLine[], file: string): Mask[] {
  const scope = mask.everywhere ? lines : lines.filter((line) => line.line === mask.line);
  const text = scope.map((line) => line.text).join('\n');
  const starts: number[] = [];
  let start = 0;
  for (const line of scope) {
    starts.push(start);
    start += line.text.length + 1;
  }
  const ranges = [...text.matchAll(patternOf(mask.was))].flatMap((match) => {
    const end = match.index + match[0].length;
    const first = bisectRight(starts, match.index) - 1;
    return scope.slice(first, bisectRight(starts, end - 1)).flatMap((line, at) => {
      const origin = starts[first + at] ?? 0;
      const from = Math.max(match.index, origin) - origin;
      const to = Math.min(end, origin + line.text.length) - origin;
      if (from >= to) return [];
      // A name that a line break cuts: what stands for it goes to its first half.
      const now = match.index >= origin ? (mask.now ?? '*'.repeat([...mask.was].length)) : '';
      return [{ line: line.line, was: '', now, why: mask.why, kind: 'mask' as const, from, to }];
    });
  });
  if (ranges.length === 0) {
    throw new CorrectionError(
      mask.everywhere
        ? `${file}：要遮盖的文字（${[...mask.was].length} 字）在原文中没有`
        : `${file}：要遮盖的文字（${[...mask.was].length} 字）不在原文第 ${mask.line} 行`,
    );
  }
  return ranges;
}

function automaticMask({ line, from, to, kind, masked }: PersonalData): Mask {
  return { line, was: '', now: masked, why: `自动遮盖个人信息：${kinds[kind]}`, kind: 'mask', from, to };
}

/** Masks in order; where two touch the same text, one mask covers both. */
function withoutOverlaps(masks: readonly Mask[]): Mask[] {
  const kept: Mask[] = [];
  for (const mask of masks.toSorted((a, b) => a.line - b.line || a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last && last.line === mask.line && mask.from < last.to) last.to = Math.max(last.to, mask.to);
    else kept.push({ ...mask });
  }
  return kept;
}

function notFound(file: string, line: number, was: string, text: string | undefined): string {
  if (text === undefined) return `${file}：原文没有第 ${line} 行（应有「${was}」）`;
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `${file}：原文第 ${line} 行应有「${was}」，实为「${shown}」`;
}

/** Makes sure that no correction brings back what is masked, and that what readers see of it is clean. */
function assertMasked(
  lines: readonly SourceLine[],
  misreadings: readonly AppliedCorrection[],
  wanted: readonly (Correction & { kind: 'mask' })[],
  file: string,
): void {
  const everywhere = wanted.filter((mask) => mask.everywhere).map((mask) => patternOf(mask.was));
  for (const { line, was, now, why } of misreadings) {
    const leaks = everywhere.some((pattern) => [was, now, why].some((text) => text.search(pattern) >= 0));
    if (leaks) throw new CorrectionError(`${file}：原文第 ${line} 行的更正含有处处遮盖的文字`);
  }
  const plain = plainLines([...lines]).lines;
  const [left] = [...findPersonalData(lines), ...findPersonalData(plain)];
  if (left) {
    throw new CorrectionError(`${file}：更正后的原文第 ${left.line} 行含有${kinds[left.kind]}，请遮盖`);
  }
  const whole = plain.map(({ text }) => text).join('\n');
  if (everywhere.some((pattern) => whole.search(pattern) >= 0))
    throw new CorrectionError(
      `${file}: a text that is masked everywhere also stands with markup inside it; mask it there by its line.`,
    );
  const reasons = wanted.map((mask) => mask.why).concat(misreadings.map((one) => one.why));
  const named = wanted.find((mask) => reasons.some((why) => why.includes(mask.was)));
  if (named) throw new CorrectionError(`${file}：理由（why）会公开，其中不能有要遮盖的文字`);
}

function findingOf(mask: Mask): ConversionFinding[] {
  const automatic = mask.why.startsWith('自动遮盖');
  if (mask.now === '' || !automatic) return [];
  return [
    {
      rule: 'personal-data-masked',
      status: 'decided',
      place: { line: mask.line },
      message: `第 ${mask.line} 行的${mask.why.slice(mask.why.indexOf('：') + 1)}已自动遮盖。`,
    },
  ];
}
