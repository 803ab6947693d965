import type { RootContent } from 'mdast';

/** Walks over the blocks of a canonical document, which come in a fixed order. */
export class Cursor {
  readonly #blocks: RootContent[];
  #at = 0;

  constructor(blocks: RootContent[]) {
    this.#blocks = blocks;
  }

  /** The next block, not taken. */
  peek(): RootContent | undefined {
    return this.#blocks[this.#at];
  }

  /** Takes the next block. @throws where it is none of `types`: the file is not in canonical form. */
  take(...types: RootContent['type'][]): RootContent {
    const block = this.#blocks[this.#at];
    if (!block || !types.includes(block.type)) {
      const expected = types.join(' or ');
      throw new Error(
        `Not canonical: block ${this.#at + 1} is ${block?.type ?? 'missing'}, expected ${expected}`,
      );
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
