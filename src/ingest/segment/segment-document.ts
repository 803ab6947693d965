import { narrativeNumber } from '../narrative/narrative-titles.ts';
import type { SourceLine } from '../source-line.ts';
import { amountsOfBareRow } from '../tables/bare-rows.ts';
import { isGridLine, loneText } from '../tables/read-grid.ts';
import { isPageLabel, readTableTitle } from '../tables/read-table-title.ts';
import type { TableTemplate, Template } from '../tables/template.ts';
import { type HeadingLine, looksLikeTitle, type OrdinalStyle, readHeading } from '../text/heading.ts';
import { matchKey, plain } from '../text/plain.ts';
import { nameMisreadTitles } from './name-misread-titles.ts';
import { isBelow, isSectionBelow, joinBrokenTitles, outlineOf, partRunIn } from './narrative-outline.ts';
import { splitUntitledTables } from './split-untitled-tables.ts';
import { tableStarts } from './table-starts.ts';

/** A stretch of the document with one meaning. Every line given in is in exactly one part, or is its title. */
export type Part =
  | { kind: 'cover'; lines: SourceLine[] }
  | { kind: 'duties' | 'structure' | 'other'; title: string; line: number; lines: SourceLine[] }
  | {
      kind: 'narrative';
      number: number | null;
      title: string;
      /** Ordinal that the title leaves out, because it is its number in the template. */
      ordinal: string;
      line: number;
      lines: SourceLine[];
    }
  | {
      kind: 'table';
      title: string;
      /** Of the title, or of the first line where the title stands behind the rows. */
      line: number;
      /** Line of a title that stands behind the rows. */
      behind?: number;
      template: TableTemplate | undefined;
      /** Whether the title as printed is that of another table, or of none. */
      isMisread?: boolean;
      lines: SourceLine[];
    }
  | { kind: 'glossary'; line: number; lines: SourceLine[] };

/**
 * Cuts a cleaned document into parts by what its titles mean, whatever their marks.
 *
 * @param given without forms and attachment, whose lines are blank
 */
export function segmentDocument(given: SourceLine[], template: Template): Part[] {
  const lines = joinBrokenTitles(given);
  const parts: Part[] = [{ kind: 'cover', lines: [] }];
  let tables = 0;
  let narrative = 0;
  let ordinal = 0;
  /** How the sections of the narrative are numbered, once one was seen. */
  let sectionStyle: OrdinalStyle | undefined;
  /** Last heading within a section that began one of its own, and the number of the section that it stands in. */
  let below: { style: OrdinalStyle; ordinal: number } | undefined;
  let parent: number | null = null;
  /** Numbers of sections that began within others. */
  const seen = new Set<number>();
  /** Heading of the glossary, where terms may be numbered as it is. */
  let glossary: HeadingLine | undefined;
  const outline = outlineOf(lines);
  let partOrdinal = 0;
  /** Title of the part that the text is in: 概况, 2031年度单位预算情况说明. */
  let partTitle = '';
  /** Title of its first section that tells of the body: 部门基本情况. */
  let overviewTitle = '';
  /** Whether the glossary of this part is behind us: what is attached below it has sections of its own. */
  let isClosed = false;

  /** Index of the next line with text by index, -1 where none follows: long stretches are blank. */
  const filled: number[] = [];
  for (let index = lines.length - 1, next = -1; index >= 0; index--) {
    filled[index] = next;
    if (lines[index]?.text.trim() !== '') next = index;
  }
  const filledAfter = (index: number) => filled[index] ?? -1;

  const tableAt = tableStarts(lines, template, filledAfter);
  let skip = -1;
  lines.forEach((line, index) => {
    if (index === skip) return;
    const part = startOf(line, index);
    if (part) parts.push(part);
    else parts.at(-1)?.lines.push(line);
  });
  return splitUntitledTables(nameMisreadTitles(parts, template), template);

  function startOf({ text, line }: SourceLine, index: number): Part | undefined {
    if (text.trim() === '') return undefined;
    const lone = loneText(text);
    if (lone === undefined) return undefined;
    if (
      parts.at(-1)?.kind === 'glossary' &&
      /^附(?:件|表)[一二三四五六七八九十\d]*(?:[:：]|$)/.test(matchKey(lone))
    )
      return { kind: 'other', title: plain(lone), line, lines: [] };
    if (parts.at(-1)?.kind === 'glossary') {
      if (/^.{0,14}联系(?:人|方式|电话)[:：]/.test(plain(lone)))
        return { kind: 'other', title: '', line, lines: [{ text, line }] };
      noteTerm(lone);
    }
    if (!looksLikeTitle(lone) && !/单位\s*[:：]\s*(?:人民币)?[千百万亿]*元/.test(lone))
      return isGridLine(text)
        ? undefined
        : (startOfRunInSection(text, line) ?? startBelow(text, line) ?? startOfRunInOverview(text, line));
    const now = parts.at(-1)?.kind;
    if (now === 'table' && amountsOfBareRow(lone).length > 0) return undefined;
    const heading = readHeading(lone);
    if (/名词(?:解释|说明)|专业名词|专业性较强的名词/.test(heading.key) && heading.key.length <= 14) {
      isClosed = tables > 0 || narrative > 0;
      glossary = heading;
      if (isPart(heading, now)) partOrdinal = heading.ordinal;
      return { kind: 'glossary', line, lines: [] };
    }
    if (isPart(heading, now)) {
      isClosed = false;
      below = undefined;
      partOrdinal = heading.ordinal;
      partTitle = heading.title || titleBelow(index);
      overviewTitle = '';
      return { kind: 'other', title: partTitle, line, lines: [] };
    }
    if (now === 'glossary')
      return (
        startOfTable(lone, index) ?? (isGridLine(text) ? undefined : endOfGlossary(heading, line, index))
      );
    return (
      startOfTable(lone, index) ??
      (isGridLine(text)
        ? undefined
        : (startOfSection(heading, line, index, now) ??
          startBelow(text, line) ??
          endOfTable(heading, line, index)))
    );
  }

  /** Takes note of how terms are numbered: where as their glossary is, none of them ends it. */
  function noteTerm(lone: string): void {
    const { style, ordinal: printed } = readHeading(lone);
    if (style === glossary?.style && printed === 1) glossary = undefined;
  }

  /** 第一部分, or 一、 where the sections of the narrative are （一）. */
  function isPart({ style, ordinal: printed }: HeadingLine, now: Part['kind'] | undefined): boolean {
    if (style === 'part') return true;
    return (
      outline.style === 'chinese-bracket' &&
      style === 'chinese' &&
      printed === partOrdinal + 1 &&
      now !== 'table' &&
      (now !== 'glossary' || glossary !== undefined)
    );
  }

  /** Title of a part whose line only counts it: it stands on the next line, which is then read. */
  function titleBelow(index: number): string {
    const next = filledAfter(index);
    const text = lines[next]?.text ?? '';
    const isTitle =
      next >= 0 &&
      !isGridLine(text) &&
      looksLikeTitle(text) &&
      readHeading(text).style === '' &&
      !/名词(?:解释|说明)/.test(text) &&
      !isPageLabel(text) &&
      !readTableTitle(text, template)?.template;
    if (!isTitle) return '';
    skip = next;
    return plain(text);
  }

  /** What goes on counting where the glossary has been counted among the sections: 八、名词解释, 九、其他事项. */
  function endOfGlossary(heading: HeadingLine, line: number, index: number): Part | undefined {
    const { style, ordinal: printed, key, title } = heading;
    if (style === '' && /预算.*说明$/.test(key) && !isClosed && isTextAhead(index)) {
      partTitle = title;
      return { kind: 'other', title, line, lines: [] };
    }
    const goesOn = style !== '' && style === glossary?.style && printed === glossary.ordinal + 1;
    if (!goesOn || !isTextAhead(index)) return undefined;
    if (sectionStyle === undefined || !isBelow(style, sectionStyle))
      return narrativeFrom(heading, narrativeNumber(key) ?? null, line, []);
    below = { style, ordinal: printed - 1 };
    return sectionBelow(lines[index]?.text ?? '', line);
  }

  function startOfTable(lone: string, index: number): Part | undefined {
    const start = tableAt(lone, index);
    if (!start) return undefined;
    if (start.next !== undefined) skip = start.next;
    if (start.part.kind === 'table' && start.part.template) tables += 1;
    return start.part;
  }

  /** A numbered heading below a table's rows, such as 三、说明: what follows is running text of its own. */
  function endOfTable({ style, key, title }: HeadingLine, line: number, index: number): Part | undefined {
    const part = parts.at(-1);
    if (part?.kind !== 'table' || style !== 'chinese' || key.length > 30) return undefined;
    // Items of a two-sided table without amounts look alike: then rows go on before any sentence or other title.
    const ahead = lines.slice(index + 1).filter(({ text }) => text.trim() !== '');
    const stop = ahead.findIndex(
      ({ text }) => isGridLine(text) || /[。；]/.test(text) || readTableTitle(text, template),
    );
    const goesOn = stop >= 0 && isGridLine(ahead[stop]?.text ?? '');
    if (goesOn || !part.lines.some(({ text }) => isGridLine(text))) return undefined;
    return { kind: 'other', title, line, lines: [] };
  }

  function startOfSection(
    heading: HeadingLine,
    line: number,
    index: number,
    now: Part['kind'] | undefined,
  ): Part | undefined {
    const { key, style, title, marks } = heading;
    const isMain = style === 'chinese' || (marks > 0 && style === '');
    const isPlain = style === '' && now !== 'other' && overviewTitles.test(key) && isTextAhead(index);
    if (tables === 0 && narrative === 0 && key.length <= 24 && (isMain || isPlain || isOfOverview(key))) {
      const overview = startOfOverview(heading, line);
      if (overview) return overview;
    }
    if (isClosed) return undefined;
    const number = narrativeNumber(key);
    if (number === 12 && style === '' && now === 'table' && isCountedAhead(index)) {
      partTitle = title;
      return { kind: 'other', title, line, lines: [] };
    }
    const isOpen =
      tables > 0 ||
      isInNarrative() ||
      ((/说明/.test(partTitle) || (style === outline.style && !overview.test(partTitle))) &&
        isTextAhead(index));
    if (number !== undefined && isOpen && isSection(heading, number, index, now))
      return narrativeFrom(heading, number, line, []);
    if (now === 'cover' && style === 'chinese' && key.length <= 24)
      return { kind: 'other', title, line, lines: [] };
    // A section of its own in the sequence, which the template does not know.
    const isCounted = style === 'chinese' || (style !== '' && style === outline.style);
    if (isInNarrative() && isCounted && heading.ordinal === ordinal + 1)
      return narrativeFrom(heading, null, line, []);
    return undefined;
  }

  /** Duties, structure and work of the body; 基本情况 may have the first two below it. */
  function startOfOverview({ key, title }: HeadingLine, line: number): Part | undefined {
    const kind = overviewKinds.find(([, means]) => means.test(key))?.[0];
    if (kind === undefined) return undefined;
    overviewTitle ||= title;
    return { kind, title, line, lines: [] };
  }

  /** Duties or structure whose title ends as a sentence, or goes on in one: （一）职能职责。 */
  function startOfRunInOverview(text: string, line: number): Part | undefined {
    if (tables > 0 || narrative > 0 || !isOverview()) return undefined;
    const heading = readHeading(text);
    const [title, rest] = partRunIn(heading.title);
    const key = matchKey(title);
    const part = overviewTitles.test(key) ? startOfOverview({ ...heading, key, title }, line) : undefined;
    return part && rest !== '' ? { ...part, lines: [{ text: rest, line }] } : part;
  }

  /** A section whose title and first sentence are on one line. */
  function startOfRunInSection(text: string, line: number): Part | undefined {
    const heading = readHeading(text);
    if (parts.at(-1)?.kind === 'glossary') return undefined;
    if (tables === 0 || heading.style === '' || heading.style !== (sectionStyle ?? heading.style))
      return undefined;
    const [, title = '', rest = ''] = /^(.{4,40}?)(?:[。：:]|\s+)\s*(.*)$/su.exec(heading.title) ?? [];
    const number = narrativeNumber(matchKey(title));
    const isNext = heading.ordinal === ordinal + 1 && number === narrative + 1 && endsLikeSection.test(title);
    return isNext ? narrativeFrom({ ...heading, title }, number, line, [{ text: rest, line }]) : undefined;
  }

  /** A heading within a section that begins one of its own, as （一）机关运行经费 of 其他重要事项; those that go on counting too. */
  function startBelow(text: string, line: number): Part | undefined {
    return isInNarrative() ? sectionBelow(text, line) : undefined;
  }

  function sectionBelow(text: string, line: number): Part | undefined {
    const heading = readHeading(text);
    if (heading.style === '' || (sectionStyle !== undefined && !isBelow(heading.style, sectionStyle)))
      return undefined;
    const [title, rest] = partRunIn(heading.title);
    const key = matchKey(title);
    if (key.length > 40 || /[。,;]/.test(key)) return undefined;
    const number = narrativeNumber(key);
    const means = number !== undefined && isSectionBelow(key, number, parent, outline) && !seen.has(number);
    const goesOn = heading.style === below?.style && heading.ordinal === below.ordinal + 1;
    if (!goesOn && !(means && (below === undefined || heading.style === below.style))) return undefined;
    below = { style: heading.style, ordinal: heading.ordinal };
    if (means) seen.add(number);
    return {
      kind: 'narrative',
      number: means ? number : null,
      title: `${heading.label}${title}`,
      ordinal: '',
      line,
      lines: rest === '' ? [] : [{ text: rest, line }],
    };
  }

  /** Whether the text is in the narrative, be it below a table that stands in it. */
  function isInNarrative(): boolean {
    return parts.findLast((part) => part.kind !== 'table' || part.template)?.kind === 'narrative';
  }

  function narrativeFrom(
    { style, ordinal: printed, title, label }: HeadingLine,
    number: number | null,
    line: number,
    first: SourceLine[],
  ): Part {
    if (number !== null) narrative = Math.max(narrative, number);
    ordinal = style === '' ? ordinal + 1 : printed;
    if (style !== '') sectionStyle = style;
    below = undefined;
    parent = number;
    const isNumber = printed === number;
    return {
      kind: 'narrative',
      number,
      title: isNumber ? title : `${label}${title}`,
      ordinal: isNumber ? label : '',
      line,
      lines: first,
    };
  }

  /** Whether a title that means a section of the narrative stands as one: its headings are of one style, 一、 as a rule. */
  function isSection(
    { style, key, ordinal: printed }: HeadingLine,
    number: number,
    index: number,
    now: Part['kind'] | undefined,
  ): boolean {
    if (style === 'chinese') return true;
    // Headings that lost their number, or print none, come in the order of the template.
    if (style === '') {
      const isNext =
        number === narrative + 1 ||
        (outline.style === '' && number > narrative && isInNarrative() && isTextAhead(index));
      return now !== 'table' && isNext && endsLikeSection.test(key) && !isNumberedAhead(index);
    }
    // Items within a section may be numbered in the same way.
    if (style === outline.style && printed === ordinal + 1 && isInNarrative()) return true;
    const inOrder = number === narrative + 1 || number === printed;
    if (sectionStyle !== undefined) return style === sectionStyle && printed > ordinal && inOrder;
    return printed === 1 && now === 'other' && /说明/.test(partTitle);
  }

  /** Whether a sentence, or what a page break left of one, follows, below a title of its own at most: above the tables, a list of contents has the same titles. */
  function isTextAhead(index: number): boolean {
    const first = filledAfter(index);
    return [first, filledAfter(first)].some((ahead) => isText(lines[ahead]?.text ?? ''));
  }

  /** Whether sections that are counted from one follow at once. */
  function isCountedAhead(index: number): boolean {
    const { style, ordinal: printed } = readHeading(lines[filledAfter(index)]?.text ?? '');
    return style === 'chinese' && printed === 1;
  }

  /** Whether the next section has its number: then a title before it without one is none. */
  function isNumberedAhead(index: number): boolean {
    const ahead = lines.slice(index + 1).map(({ text }) => readHeading(text));
    const next = ahead.find(
      ({ style, key }) => style === (sectionStyle ?? 'chinese') && narrativeNumber(key) !== undefined,
    );
    return next?.ordinal === ordinal + 1;
  }

  /** Whether a title below 概况 is a heading, although it is not numbered as usual; items of the duties are longer. */
  function isOfOverview(key: string): boolean {
    return isOverview() && overviewTitles.test(key);
  }

  function isOverview(): boolean {
    return overviewTitle !== '' || overview.test(partTitle);
  }
}

const overview = /概况|概述|基本情况/;

const overviewKinds: ['duties' | 'structure' | 'other', RegExp][] = [
  ['duties', /职责|职能/],
  ['structure', /机构|构成|编制(?!说明)|人员|预算单位(?:基本)?情况/],
  ['other', /概况$|基本情况$|工作(?:任务|概述)/],
];

/** Titles below 概况 without what they say of the body. */
const overviewTitles =
  /^(?:本?(?:单位|部门))?(?:的?主要)?(?:职责|职能|职能职责|重点工作(?:任务|概述)?|机构设置|人员|编制|(?:(?:预算)?(?:单位|部门)|机构|人员)?构成)(?:情况|说明)*$/;

const isText = (text: string) => /[。；]|[，：]$/.test(text) || text.length > 60;

/** How the titles of the narrative's sections end; captions of its pictures name the same things. */
const endsLikeSection = /(?:情况|说明|原因|事项|使用)$/;
