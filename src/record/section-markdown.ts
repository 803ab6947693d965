import type { RootContent } from 'mdast';
import type { Block, LineBreak, Section } from '../schema/block.ts';
import type { Cursor } from './cursor.ts';
import { marked, readMarked } from './marker.ts';
import { readTable, writeTable } from './table-markdown.ts';

/** A part of the running text: its title as a heading of depth 2, then its blocks, each with its line. */
export function writeSection(section: Section): RootContent[] {
  const remark = [section.line, section.kind, ...(section.number === null ? [] : [section.number])].join(' ');
  const heading: RootContent = { type: 'heading', depth: 2, children: marked(section.title, remark) };
  return [heading, ...section.blocks.flatMap(writeBlock)];
}

function writeBlock(block: Block): RootContent[] {
  switch (block.kind) {
    case 'table':
      return writeTable(block.table, 3);
    case 'heading': {
      const depth = (block.depth + 2) as 3 | 4 | 5 | 6;
      return [{ type: 'heading', depth, children: marked(block.text, String(block.line)) }];
    }
    case 'picture':
      return [{ type: 'paragraph', children: marked(block.caption, `${block.line} picture`) }];
    case 'paragraph': {
      const breaks = (block.breaks ?? []).map(({ at, line }) => `${line}@${at}`);
      return [{ type: 'paragraph', children: marked(block.text, [block.line, ...breaks].join(' ')) }];
    }
  }
}

/** Reads a section whose heading, with this text and remark, has just been taken. */
export function readSection(title: string, remark: string, cursor: Cursor): Section {
  const [line, kind, number] = remark.split(' ');
  const blocks: Block[] = [];
  while (cursor.peek() && !cursor.atHeading(2)) blocks.push(readBlock(cursor));
  return {
    kind: kind as Section['kind'],
    number: number === undefined ? null : Number(number),
    title,
    line: Number(line),
    blocks,
  };
}

/** `431@54`: the text goes on in line 431 at its 54th character. */
function readBreak(printed: string): LineBreak {
  const [line, at] = printed.split('@');
  return { at: Number(at), line: Number(line) };
}

function readBlock(cursor: Cursor): Block {
  const next = cursor.peek();
  if (next?.type === 'heading') {
    const { text, remark } = readMarked(next);
    if (remark?.includes(' table ')) return { kind: 'table', table: readTable(cursor) };
    cursor.take('heading');
    return { kind: 'heading', depth: next.depth - 2, text, line: Number(remark) };
  }
  const { text, remark } = readMarked(cursor.take('paragraph', 'html'));
  const [line, ...rest] = (remark ?? '').split(' ');
  if (rest[0] === 'picture') return { kind: 'picture', caption: text, line: Number(line) };
  const [first, ...others] = rest.map(readBreak);
  return { kind: 'paragraph', text, line: Number(line), ...(first && { breaks: [first, ...others] }) };
}
