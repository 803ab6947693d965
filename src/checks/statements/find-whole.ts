import type { Statement } from './statement.ts';

/** Follows which statement the next ones are parts of: the one before 其中, a colon or a bracket that is still open. */
export class WholeFinder {
  /** What 其中 divides, also in the sentences that carry on its list. */
  private listed: Statement | null = null;
  /** What an open bracket divides; null where none is open. */
  private bracketed: Statement | null = null;
  /** Statements of the sentence before, and of the present one so far, those in brackets left out. */
  private before: Statement[] = [];
  private own: Statement[] = [];

  /** Goes on to the next sentence. A bracket stays open only where that sentence closes it. */
  nextSentence(text: string, carriesOn: boolean): void {
    if (!carriesOn) this.listed = null;
    if (!bracketsOf(text).closes) this.bracketed = null;
    this.before = this.own;
    this.own = [];
  }

  add(statement: Statement): void {
    if (!this.bracketed) this.own.push(statement);
  }

  /**
   * Reads the words before a number.
   *
   * @param divides whether 其中 or another word for parts stands there
   * @param carriesOn whether the sentence carries on the list of the one before
   * @returns the amount that a bracket which closes here stood behind, null where none closes
   */
  pass(words: string, divides: boolean, carriesOn: boolean): Statement | null {
    const { opens, closes } = bracketsOf(words);
    const closed = closes ? this.bracketed : null;
    if (closes) this.bracketed = null;
    if (opens) this.bracketed = this.own.at(-1) ?? null;
    else if (divides && !this.bracketed) this.listed = this.divided(carriesOn);
    return closed;
  }

  /** What a statement that stands here is a part of. */
  get whole(): Statement | null {
    return this.bracketed ?? this.listed;
  }

  get isBracketed(): boolean {
    return this.bracketed !== null;
  }

  /** What 其中 stands behind; at the head of a sentence, the only statement before it, or what that list was of. */
  private divided(carriesOn: boolean): Statement | null {
    const last = (list: Statement[]) =>
      list.findLast(({ prior, year }) => !prior && (year === null || year >= latest(list))) ?? null;
    if (this.own.length > 0) return last(this.own);
    if (carriesOn && this.listed && this.before.length !== 1) return this.listed;
    const before = last(this.before);
    // 2.按用途分类，包括… divides anew what 1.按功能分类，包括… has divided, not its last part.
    return carriesOn ? before : (before?.partOf ?? before);
  }
}

function latest(statements: Statement[]): number {
  return Math.max(...statements.map(({ year }) => year ?? 0));
}

/** Whether brackets of the words are left open, or close one that was opened before them. */
function bracketsOf(words: string): { opens: boolean; closes: boolean } {
  let depth = 0;
  let closes = false;
  for (const char of words) {
    if (char === '(') depth += 1;
    else if (char === ')' && depth > 0) depth -= 1;
    else if (char === ')') closes = true;
  }
  return { opens: depth > 0, closes };
}
