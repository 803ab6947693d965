import { bisectRight } from 'd3-array';
import type { ConversionFinding } from '../../schema/finding.ts';
import type { SourceLine } from '../source-line.ts';
import { findMarkup, type Markup } from './find-markup.ts';
import { subscript, superscript } from './raised.ts';

/** Stands where markup parts two texts; a code point that no text may hold. */
const gap = '\uFFFF';

/**
 * Drops markup that means nothing to a disclosure; tables stay for `unfoldTables`, and formulas get the `$` that
 * `plainFormulas` reads. Lines keep their numbers. What a reader may miss, pictures and comments, is reported.
 */
export function dropMarkup(lines: SourceLine[]): { lines: SourceLine[]; findings: ConversionFinding[] } {
  const received = lines.map((line) => line.text).join('\n');
  if (!/<|!\[/.test(received)) return { lines, findings: [] };
  const text = raise(received);
  const markup = findMarkup(text);
  const kept = markup.map(({ kind, from, to }, index) => {
    const before = text.slice(markup[index - 1]?.to ?? 0, from);
    return before + replacementOf(kind, text.slice(from, to));
  });
  const texts = [...kept, text.slice(markup.at(-1)?.to)].join('').split('\n').map(closeGaps);
  const starts = startsOf(text);
  const missing = (kind: Markup['kind']) =>
    markup
      .filter((one) => one.kind === kind)
      .map(({ from, says }) => ({ line: lines[bisectRight(starts, from) - 1]?.line ?? 1, says }));
  return {
    lines: lines.map(({ line }, index) => ({ text: texts[index] ?? '', line })),
    findings: [
      ...report('picture-missing', '图片未转成文字', missing('picture')),
      ...report('comment-dropped', '网页注释不属正文，已去掉', missing('comment')),
    ],
  };
}

/** Footnote marks and powers: `80.00<sup>1</sup>` is not 80.001. */
function raise(text: string): string {
  return text
    .replace(/<sup>([^<>\n]*)<\/sup>/gi, (tag, inner: string) => superscript(inner.trim()) ?? tag)
    .replace(/<sub>([^<>\n]*)<\/sub>/gi, (tag, inner: string) => subscript(inner.trim()) ?? tag);
}

function replacementOf(kind: Markup['kind'], own: string): string {
  if (kind === 'table') return own.replaceAll('\n', ' ') + '\n'.repeat(own.split('\n').length - 1);
  const sign = { break: gap, picture: gap, math: '$', inline: '', comment: '', active: '' }[kind];
  return sign + '\n'.repeat(own.split('\n').length - 1);
}

/** A blank where two texts would touch, nothing at the ends of a line or a cell. */
function closeGaps(text: string): string {
  if (!text.includes(gap)) return text;
  return text
    .split(/(\t|<\/?t[a-z]+\b[^<>]*>)/)
    .map((cell) =>
      cell.replace(/^ *\uFFFF[\uFFFF ]*|[\uFFFF ]*\uFFFF *$/g, '').replace(/ *\uFFFF[\uFFFF ]*/g, ' '),
    )
    .join('');
}

/** Offset that each line begins at. */
function startsOf(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function report(rule: string, what: string, missing: { line: number; says: string }[]): ConversionFinding[] {
  const [first] = missing;
  if (!first) return [];
  const shown = missing
    .slice(0, mostShown)
    .map(({ line, says }) => `第${line}行${/\p{Script=Han}/u.test(says) ? `「${says.slice(0, 40)}」` : ''}`);
  const more = missing.length > mostShown ? '等' : '';
  const message = `${missing.length} 处${what}：${shown.join('、')}${more}`;
  return [{ rule, status: 'note', place: { line: first.line }, message }];
}

const mostShown = 10;
