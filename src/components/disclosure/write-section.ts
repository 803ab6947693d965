import type { BlockView, SectionView } from '../../routes/section-view.ts';
import type { TableView } from '../../routes/table-view.ts';
import { escapeHtml } from '../escape-html.ts';
import { writeRemarks, writeTable } from '../tables/write-table.ts';
import { writeLine, writeLineLink } from './write-line.ts';

/** Where the links of a section lead. */
export interface SectionLinks {
  /** Address of the source view. */
  source: string;
  /** Anchor of the charts on this page, where there are any. */
  charts?: string | undefined;
}

/** Writes a titled part of the running text. Pictures that the conversion lost point to the charts drawn from the tables. */
export function writeSection(section: SectionView, links: SectionLinks): string {
  const { source } = links;
  const heading = `<h3 id="${section.id}-title">${section.ordinal}${escapeHtml(section.title)}${writeLineLink(section.line, source, section.anchor)}</h3>`;
  const blocks = section.blocks.map((block) => writeBlock(block, section, links));
  return `<section id="${section.id}" aria-labelledby="${section.id}-title">${heading}${writeRemarks(section.remarks)}<div class="prose">${blocks.join('')}</div></section>`;
}

function writeBlock(block: BlockView, { title }: SectionView, links: SectionLinks): string {
  if (block.kind === 'table') {
    const { table } = block;
    return writeTableSection(table, links.source, { heading: 'h4', titled: table.title !== title });
  }
  return writeLine(block, writeText(block, links.charts), links.source);
}

function writeText(block: Exclude<BlockView, { kind: 'table' }>, charts?: string): string {
  const { kind, text } = block;
  if (kind === 'heading') return `<h4>${escapeHtml(text)}</h4>`;
  if (block.kind === 'paragraph') return `<p>${writeBroken(block)}</p>`;
  const instead = charts ? `<a href="${charts}">本页依报表重绘</a>` : '报表中没有可以重绘的数字';
  return `<p class="picture">〔原文此处是一幅图：${escapeHtml(text)}。转换时图丢失，${instead}〕</p>`;
}

/** The text of a paragraph, with an invisible anchor where each further line of the source begins. */
function writeBroken({ text, breaks }: Extract<BlockView, { kind: 'paragraph' }>): string {
  const ends = [...breaks.map(({ at }) => at), text.length];
  const further = breaks.map(
    ({ at, line }, index) => `<span id="L${line}"></span>${escapeHtml(text.slice(at, ends[index + 1]))}`,
  );
  return escapeHtml(text.slice(0, ends[0])) + further.join('');
}

/**
 * Writes a table with its heading, as the document orders it.
 *
 * @param shown `titled` is false where the title already stands above
 */
export function writeTableSection(
  table: TableView,
  source: string,
  { heading = 'h3', titled = true }: { heading?: 'h3' | 'h4'; titled?: boolean } = {},
): string {
  const usual = table.title.replace(/^\d{4}年(度)?/, '') === table.name;
  const ordinal = table.ordinal && `<small>${table.ordinal}</small>`;
  const printed =
    !usual && table.title !== table.name ? `<p class="printed">${escapeHtml(table.title)}</p>` : '';
  return `<section class="table-section" id="${table.id}" aria-labelledby="${table.id}-title"><${heading} id="${table.id}-title"${titled ? '' : ' class="visually-hidden"'}>${ordinal}${escapeHtml(table.name)}${writeLineLink(table.line, source, table.anchor)}</${heading}>${printed}${writeTable(table, { source })}</section>`;
}
