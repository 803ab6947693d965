import { narrativeNumber } from '../narrative/narrative-titles.ts';
import type { SourceLine } from '../source-line.ts';
import { isGridLine, loneText } from '../tables/read-grid.ts';
import { isPageLabel, readTableTitle } from '../tables/read-table-title.ts';
import type { TableTemplate, Template } from '../tables/template.ts';
import { type HeadingLine, looksLikeTitle, readHeading } from '../text/heading.ts';
import { matchKey } from '../text/plain.ts';

/** A stretch of the document with one meaning. Every line given in is in exactly one part, or is its title. */
export type Part =
  | { kind: 'cover'; lines: SourceLine[] }
  | { kind: 'duties' | 'structure' | 'other'; title: string; line: number; lines: SourceLine[] }
  | { kind: 'narrative'; number: number | null; title: string; line: number; lines: SourceLine[] }
  | { kind: 'table'; title: string; line: number; template: TableTemplate | undefined; lines: SourceLine[] }
  | { kind: 'glossary'; line: number; lines: SourceLine[] };

/**
 * Cuts a cleaned document into parts by what its titles mean, whatever their marks.
 *
 * @param lines without forms and attachment, whose lines are blank
 */
export function segmentDocument(lines: SourceLine[], template: Template): Part[] {
  const parts: Part[] = [{ kind: 'cover', lines: [] }];
  let tables = 0;
  let narrative = 0;
  let ordinal = 0;

  lines.forEach((line, index) => {
    const part = startOf(line, index);
    if (part) parts.push(part);
    else parts.at(-1)?.lines.push(line);
  });
  return parts;

  function startOf({ text, line }: SourceLine, index: number): Part | undefined {
    if (text.trim() === '') return undefined;
    const lone = loneText(text);
    if (lone === undefined || !looksLikeTitle(lone)) return undefined;
    const now = parts.at(-1)?.kind;
    const heading = readHeading(lone);
    if (/名词(?:解释|说明)|专业名词|专业性较强的名词/.test(heading.key) && heading.key.length <= 14) {
      return { kind: 'glossary', line, lines: [] };
    }
    if (heading.style === 'part') return { kind: 'other', title: heading.title, line, lines: [] };
    if (now === 'glossary') return undefined;
    return (
      startOfTable(lone, line, index) ?? (isGridLine(text) ? undefined : startOfSection(heading, line, now))
    );
  }

  function startOfTable(lone: string, line: number, index: number): Part | undefined {
    const title = readTableTitle(lone, template);
    if (!title || !isTableAhead(index)) return undefined;
    if (title.template) tables += 1;
    return { kind: 'table', title: title.title, line, template: title.template, lines: [] };
  }

  function startOfSection(
    heading: HeadingLine,
    line: number,
    now: Part['kind'] | undefined,
  ): Part | undefined {
    const { key, style, title, marks } = heading;
    if (style !== 'chinese' && !(marks > 0 && style === '')) return undefined;
    if (tables === 0 && narrative === 0 && key.length <= 24) {
      if (/职责|职能/.test(key)) return { kind: 'duties', title, line, lines: [] };
      if (/机构|构成|编制|人员/.test(key)) return { kind: 'structure', title, line, lines: [] };
    }
    if (style !== 'chinese') return undefined;
    const number = narrativeNumber(key);
    if (number !== undefined && (now === 'narrative' || tables > 0)) {
      narrative = Math.max(narrative, number);
      ordinal = heading.ordinal;
      return { kind: 'narrative', number, title, line, lines: [] };
    }
    // A section of its own in the sequence, which the template does not know.
    if (now === 'narrative' && heading.ordinal === ordinal + 1) {
      ordinal = heading.ordinal;
      return { kind: 'narrative', number: null, title, line, lines: [] };
    }
    return undefined;
  }

  /** Cells follow, or a body, a money unit or a no-data mark: what stands below a table's title. */
  function isTableAhead(index: number): boolean {
    const next: string[] = [];
    for (let ahead = index + 1; ahead < lines.length && next.length < 4; ahead++) {
      const text = lines[ahead]?.text ?? '';
      if (text.trim() !== '' && !isPageLabel(text)) next.push(text);
    }
    return next.some(
      (text, position) =>
        (isGridLine(text) && loneText(text) === undefined) ||
        (position < 3 &&
          /^(?:编制)?(?:单位|部门)(?:名称)?[:：]|^金额单位|(?:本|此)表无数据/.test(matchKey(text))),
    );
  }
}
