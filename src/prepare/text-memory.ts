/** Bytes to begin with: more than nearly all disclosures need. */
const usual = 8 * 1024 * 1024;

/**
 * Memory that the texts of one disclosure are encoded into, and then those of the next: to ask for new memory for each,
 * and to give it back, costs as much as encoding.
 */
export class TextMemory {
  #memory = Buffer.allocUnsafeSlow(usual);
  #used = 0;

  /** Forgets all texts: their bytes are written over from now on. */
  forget(): void {
    this.#used = 0;
  }

  /** A text as UTF-8; the bytes hold until `forget`. */
  encode = (text: string): Buffer => {
    // No UTF-16 code unit takes more than three bytes.
    const most = text.length * 3;
    if (most > this.#memory.length - this.#used) {
      this.#memory = Buffer.allocUnsafeSlow(Math.max(usual, most));
      this.#used = 0;
    }
    const from = this.#used;
    this.#used += this.#memory.write(text, from);
    return this.#memory.subarray(from, this.#used);
  };
}
