import type { Block, Section } from '../schema/block.ts';
import type { Disclosure, Source } from '../schema/disclosure.ts';
import type { ConversionFinding } from '../schema/finding.ts';
import { seriesSlug } from '../schema/series.ts';
import { inTermsOf } from '../schema/table-titles.ts';
import { namedEdition } from './catalogue/named-edition.ts';
import { parseCatalogue } from './catalogue/parse-catalogue.ts';
import { parseEdition } from './catalogue/parse-edition.ts';
import { parseGlossary } from './catalogue/parse-glossary.ts';
import { parseLetters } from './catalogue/parse-letters.ts';
import type { ParsedCatalogue } from './catalogue/parsed-catalogue.ts';
import { pageNumberOf } from './catalogue/read-lines.ts';
import { isCatalogueRow, splitAttachment } from './catalogue/split-attachment.ts';
import { applyCorrections } from './corrections/apply-corrections.ts';
import type { Correction } from './corrections/read-corrections.ts';
import { findRegion } from './find-region.ts';
import { cellsOf } from './forms/cells-of.ts';
import { isFootRow } from './forms/is-foot-row.ts';
import { parseForms } from './forms/parse-forms.ts';
import { type Identity, identifyDocument } from './identify-document.ts';
import { parseBlocks } from './narrative/parse-blocks.ts';
import { type Part, segmentDocument } from './segment/segment-document.ts';
import type { SourceLine } from './source-line.ts';
import { type ParsedTables, parseTables } from './tables/parse-tables.ts';
import { parseUnknownTable } from './tables/parse-unknown-table.ts';
import { shanxi13 } from './tables/shanxi-13.ts';
import { cleanLines, type Dropped } from './text/clean-lines.ts';
import { matchKey } from './text/plain.ts';
import { plainLines } from './text/plain-lines.ts';
import { splitLines } from './text/split-lines.ts';

export interface ParsedDocument {
  disclosure: Disclosure;
  /** The attached catalogue, to be merged into its edition; null where none is attached. */
  catalogue: ParsedCatalogue | null;
  /** Page furniture that was taken away, with the reason. */
  dropped: Dropped[];
}

/**
 * Reads a disclosure's text into its typed record: clean, cut into parts, read each part.
 *
 * @param text decoded text of the source
 * @param source file name, SHA-256 of the bytes and encoding
 * @param corrections misreadings to put right and texts to mask, before anything is read
 * @param correctionsFile where they come from, for messages
 * @throws IdentityMissing where it names no unit or no year; CorrectionError where a correction finds nothing
 */
export function parseDocument(
  text: string,
  source: Omit<Source, 'lines'>,
  corrections: Correction[] = [],
  correctionsFile: string = source.file,
): ParsedDocument {
  const received = splitLines(text);
  const corrected = applyCorrections(received, corrections, correctionsFile);
  const plain = plainLines(corrected.lines);
  const { lines, dropped, watermarks } = cleanLines(plain.lines);
  const identity = identifyDocument(lines);
  const attachment = splitAttachment(lines);
  const attached = [...attachment.letters, ...attachment.catalogue, ...attachment.foot];
  // Statutory tables are known by their titles first, so that none of them is taken for a form.
  const ownTables = segmentDocument(without(lines, attached), shanxi13).flatMap((part) =>
    part.kind === 'table' && part.template ? part.lines : [],
  );
  const forms = parseForms(without(lines, [...attached, ...ownTables]));
  const unread = new Set(forms.unread.map(({ line }) => line));
  const inForms = lines.filter(
    ({ line }) => !unread.has(line) && forms.used.some(({ first, last }) => line >= first && line <= last),
  );
  const parts = segmentDocument(without(lines, [...attached, ...inForms]), shanxi13);
  const tables = parseTables(parts, {
    template: shanxi13,
    unit: identity.unit,
    year: identity.year,
    phase: identity.phase,
    trimmed: isTrimmed(lines),
    projects: forms.projects,
  });
  const sections = readSections(parts, tables, identity);
  const catalogue = readCatalogue();
  const department = mostFrequentDepartment(forms.projects.map((project) => project.department));

  const slug = seriesSlug(identity.unit, identity);

  const disclosure: Disclosure = {
    id: `${slug}/${identity.year}`,
    unit: { name: identity.unit, slug },
    year: identity.year,
    kind: identity.kind,
    phase: identity.phase,
    template: tables.recognized ? tables.template.id : 'unknown',
    region: findRegion(identity.unit, bodiesNamed(attachment.letters, department.name)),
    department,
    source: { ...source, lines: Math.max(received.length, 1) },
    sections: [...sections.sections, ...parseLetters(attachment.letters, attachment.foot)],
    tables: tables.tables,
    projects: forms.projects,
    catalogue: {
      edition: catalogue?.edition ?? '',
      first: catalogue?.first ?? 0,
      last: catalogue?.last ?? 0,
    },
    glossary: parts.flatMap((part) => (part.kind === 'glossary' ? parseGlossary(part.lines) : [])),
    corrections: corrected.applied,
    findings: [
      ...corrected.findings,
      ...plain.findings,
      ...watermarkFindings(dropped, watermarks),
      ...identity.findings,
      ...tables.findings,
      ...endFindings(lines, parts),
      ...sections.findings,
      ...forms.findings,
      ...(catalogue?.findings ?? []),
    ].map((finding) => ({ ...finding, message: inTermsOf(tables.template.id, finding.message) })),
  };
  return { disclosure, catalogue, dropped };

  function readCatalogue(): ParsedCatalogue | null {
    if (attachment.catalogue.length === 0) return null;
    const rows = parseCatalogue(restored(attachment.catalogue, plain.lines));
    const edition = namedEdition(parseEdition(attachment.letters, attachment.foot), identity, rows.first);
    return {
      ...rows,
      ...edition,
      title: edition.title || rows.title,
      findings: [...rows.findings, ...edition.findings],
    };
  }
}

/**
 * The catalogue's lines with what cleaning took for furniture and is not: rows that stand in every department, and
 * page numbers, from which a missing page is seen.
 */
function restored(lines: SourceLine[], received: SourceLine[]): SourceLine[] {
  // Rows of a table in HTML on one line share its number, and none of them is furniture.
  const isAlone = (index: number) =>
    received[index - 1]?.line !== received[index]?.line &&
    received[index + 1]?.line !== received[index]?.line;
  const kept = new Map(
    received
      .filter(
        ({ text }, index) => (pageNumberOf(text) !== undefined || isCatalogueRow(text)) && isAlone(index),
      )
      .map((line) => [line.line, line]),
  );
  return lines.map((line) => (line.text.trim() === '' ? (kept.get(line.line) ?? line) : line));
}

function without(lines: SourceLine[], out: SourceLine[]): SourceLine[] {
  const gone = new Set(out.map(({ line }) => line));
  return lines.map(({ text, line }) => ({ text: gone.has(line) ? '' : text, line }));
}

/** Running text in document order. Tables of a document of unknown template stay in it as blocks. */
function readSections(
  parts: Part[],
  { recognized, template }: ParsedTables,
  { unit, year }: Identity,
): { sections: Section[]; findings: ConversionFinding[] } {
  const sections: Section[] = [];
  const findings: ConversionFinding[] = [];
  /** Whether what comes now is attached, and so belongs to none of the sections before. */
  let isAttached = false;
  for (const part of parts) {
    isAttached ||= part.kind === 'glossary';
    if (part.kind === 'glossary') continue;
    if (part.kind === 'table') {
      if (recognized && part.template) continue;
      addTable(part);
      continue;
    }
    const place = part.kind === 'narrative' && part.number ? { section: part.number } : {};
    const lines = part.kind === 'cover' ? part.lines.filter(({ text }) => !isCover(text)) : part.lines;
    const { blocks, findings: found } = parseBlocks(lines, place);
    findings.push(...found);
    if (part.kind === 'cover') {
      if (blocks.length > 0)
        sections.push({ kind: 'other', number: null, title: '', line: firstLine(lines), blocks });
      continue;
    }
    // Only in Shanxi's template does the number of a section say how it is counted.
    const ordinal = part.kind === 'narrative' && template !== shanxi13 ? part.ordinal : '';
    sections.push({
      kind: part.kind,
      number: part.kind === 'narrative' ? part.number : null,
      title: `${ordinal}${part.title}`,
      line: part.line,
      blocks,
    });
  }
  return { sections: sections.filter(isSaying), findings };

  /** The title above the tables has nothing else below it where they are recognized, nor one with its duties below it. */
  function isSaying({ kind, blocks }: Section, index: number): boolean {
    const isAbove = /^(?:duties|structure)$/.test(sections[index + 1]?.kind ?? '');
    return blocks.length > 0 || (kind !== 'other' && !(isAbove && /^(?:duties|structure)$/.test(kind)));
  }

  /** The lines of a cover that the record's identity stands for. */
  function isCover(text: string): boolean {
    const key = matchKey(text).replaceAll(matchKey(unit), '');
    return (
      /^(?:目录|(?:单位|部门)?(?:预算|决算)(?:信息)?公开)?$/.test(key) ||
      (key.length <= 24 &&
        /^(?:\d{4}年?度?)?(?:(?:单位|部门).{0,6})?(?:预算|决算)?.{0,8}$/.test(key) &&
        key.includes(String(year)))
    );
  }

  /** A table in the running text, and what is said below it until the next title. */
  function addTable({ title, line, lines }: Extract<Part, { kind: 'table' }>): void {
    const end =
      lines.findLastIndex(
        ({ text }) => text.includes('\t') || /^(?:备?注|说明)[:：]|表无数据|空表/.test(text.trim()),
      ) + 1;
    const block: Block = { kind: 'table', table: parseUnknownTable(lines.slice(0, end), title, line) };
    const below = parseBlocks(lines.slice(end));
    findings.push(...below.findings);
    const last = sections.at(-1);
    if (last && !isAttached) last.blocks.push(block, ...below.blocks);
    else sections.push({ kind: 'other', number: null, title, line, blocks: [block, ...below.blocks] });
  }
}

function firstLine(lines: SourceLine[]): number {
  return lines.find(({ text }) => text.trim() !== '')?.line ?? 1;
}

function watermarkFindings(dropped: Dropped[], watermarks: Set<string>): ConversionFinding[] {
  const lines = dropped.filter(({ reason }) => reason === '水印');
  if (lines.length === 0) return [];
  const first = lines[0] as Dropped;
  return [
    {
      rule: 'watermark-removed',
      status: 'note',
      place: { line: first.line },
      message: `去掉页面水印或页眉 ${lines.length} 行：${[...watermarks].map((text) => `「${text}」`).join('')}`,
    },
  ];
}

function mostFrequentDepartment(departments: Disclosure['department'][]): Disclosure['department'] {
  const counts = new Map<string, { count: number; department: Disclosure['department'] }>();
  for (const department of departments) {
    if (department.name === '' && department.code === '') continue;
    const key = `${department.code}\t${department.name}`;
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, department });
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  return best?.department ?? { code: '', name: '' };
}

/** Bodies that the letters and forms name: 吕梁市财政局 on a letter's head tells the city. */
function bodiesNamed(letters: SourceLine[], department: string): string[] {
  const heads = letters.flatMap(
    ({ text }) =>
      /(\p{Script=Han}{2,20}(?:厅|局|委员会|政府|办公室))(?:文件|关于)/u.exec(
        text.replace(/\s+/g, ''),
      )?.[1] ?? [],
  );
  return [department, ...heads].filter((name) => name !== '');
}

/** Whether something has cut the blanks at the end of all lines, as editors do. */
function isTrimmed(lines: SourceLine[]): boolean {
  const grid = lines.filter(({ text }) => text.includes('\t'));
  return grid.length >= 30 && grid.every(({ text }) => !/\t\s*$/.test(text));
}

/**
 * A text whose last line is a row of some table may go on where it was cut; the foot of a form is an end. Where all else
 * has been said, down to the glossary, tables are what such documents end with.
 */
function endFindings(lines: SourceLine[], parts: Part[]): ConversionFinding[] {
  const last = lines.findLast(({ text }) => text.trim() !== '');
  if (!last?.text.includes('\t') || isFootRow(cellsOf(last))) return [];
  return [
    {
      rule: 'text-ends-in-table',
      status:
        parts.at(-1)?.kind === 'table' && parts.some(({ kind }) => kind === 'glossary')
          ? 'note'
          : 'undecided',
      place: { line: last.line },
      message: `文本在第${last.line}行的表格中结束，其后内容可能缺失`,
    },
  ];
}
