import type { Block, LineBreak, Section } from '../schema/block.ts';
import type { LineAnchors } from './line-anchors.ts';
import type { Remark, Remarks } from './remark.ts';
import { type TableView, tableView } from './table-view.ts';

export type BlockView =
  | {
      kind: 'paragraph';
      text: string;
      line: number;
      anchor: boolean;
      remarks: Remark[];
      /** Positions in the text where a further line begins that has its anchor here. */
      breaks: LineBreak[];
    }
  | { kind: 'heading'; text: string; depth: number; line: number; anchor: boolean; remarks: Remark[] }
  | { kind: 'picture'; text: string; line: number; anchor: boolean; remarks: Remark[] }
  | { kind: 'table'; table: TableView };

/** A titled part of the running text, ready to be drawn. */
export interface SectionView {
  /** `s5` for the narrative, `duties`, `structure`, `letter-1`, `part-3` … */
  id: string;
  /** `五、`, or `''` */
  ordinal: string;
  title: string;
  line: number;
  anchor: boolean;
  blocks: BlockView[];
  remarks: Remark[];
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** A title that says how its document counts the section, where that is not the template's number. */
const counted = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．])/;

/** Makes a section ready to be drawn; `id` is its anchor. */
export function sectionView(
  section: Section,
  id: string,
  anchors: LineAnchors,
  remarks: Remarks,
): SectionView {
  const anchor = anchors.take(section.line);
  const own = [
    ...(section.number === null ? [] : remarks.takeOf('section', section.number)),
    ...remarks.takeLine(section.line),
  ];
  let tables = 0;
  return {
    id,
    ordinal:
      section.number === null || counted.test(section.title) ? '' : `${ordinals[section.number - 1]}、`,
    title: section.title,
    line: section.line,
    anchor,
    remarks: own,
    blocks: section.blocks.map((block) => {
      if (block.kind === 'table') tables++;
      return blockView(block, `${id}-t${tables}`, anchors, remarks);
    }),
  };
}

function blockView(block: Block, tableId: string, anchors: LineAnchors, remarks: Remarks): BlockView {
  if (block.kind === 'table') {
    return { kind: 'table', table: tableView(block.table, tableId, anchors, remarks) };
  }
  const { line } = block;
  const common = { line, anchor: anchors.take(line), remarks: remarks.takeLine(line) };
  if (block.kind === 'heading') return { kind: 'heading', text: block.text, depth: block.depth, ...common };
  if (block.kind === 'picture') return { kind: 'picture', text: block.caption, ...common };
  const further = block.breaks ?? [];
  const breaks = further.filter((one) => anchors.take(one.line));
  const remarksBelow = further.flatMap((one) => remarks.takeLine(one.line));
  return {
    kind: 'paragraph',
    text: block.text,
    ...common,
    remarks: [...common.remarks, ...remarksBelow],
    breaks,
  };
}
