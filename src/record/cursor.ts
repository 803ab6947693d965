import type { RootContent } from 'mdast';

/** Kinds of blocks, as a message names them. */
const names: Partial<Record<RootContent['type'], string>> = {
  heading: '标题',
  paragraph: '段落',
  table: '表格',
  list: '列表',
  blockquote: '引文',
  html: '注释',
};

const nameOf = (type: RootContent['type']) => names[type] ?? type;

/** Walks over the blocks of a canonical document, which come in a fixed order. */
export class Cursor {
  readonly #blocks: RootContent[];
  #at = 0;
  /** The row of the block that is being read, where it is a table: the first behind the header is 0. */
  row: number | null = null;

  constructor(blocks: RootContent[]) {
    this.#blocks = blocks;
  }

  /** Index of the block that is being read: the one that was taken last, or that could not be taken. */
  block = 0;

  /** Index of the next block. */
  get at(): number {
    return this.#at;
  }

  /** Index of the next block of a type, from an index on. */
  next(type: RootContent['type'], from: number): number {
    const found = this.#blocks.findIndex((block, index) => index >= from && block.type === type);
    return found === -1 ? from : found;
  }

  /** The next block, not taken. */
  peek(): RootContent | undefined {
    return this.#blocks[this.#at];
  }

  /** Takes the next block. @throws where it is none of `types`: the file is not in canonical form. */
  take(...types: RootContent['type'][]): RootContent {
    const block = this.#blocks[this.#at];
    this.block = this.#at;
    this.row = null;
    if (!block || !types.includes(block.type)) {
      const found = block ? nameOf(block.type) : '文件的末尾';
      throw new Error(`这里是${found}，应为${types.map(nameOf).join('或')}`);
    }
    this.#at += 1;
    return block;
  }

  /** Whether the next block is a heading of this depth, or of any depth. */
  atHeading(depth?: number): boolean {
    const block = this.peek();
    return block?.type === 'heading' && (depth === undefined || block.depth === depth);
  }
}
