import { sayError, systemErrorOf } from '../say-error.ts';

/** A text that cannot be published: what was found, where, and what was expected. Nothing was written. */
export class Refusal extends Error {
  override name = 'Refusal';
  /** Line of the source, where one can be named. */
  readonly line: number | undefined;
  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** Why a text cannot be published, as data. */
export interface RefusedText {
  refused: string;
  /** Line of the source. */
  line?: number;
}

/** What a fault of a text, or of the file that it is in, is said as. @throws the error itself where it is a fault of ours */
export function refusalOf(error: unknown): RefusedText {
  if (systemErrorOf(error)) return { refused: sayError(error) };
  if (!(error instanceof Refusal)) throw error;
  return { refused: error.message, ...(error.line ? { line: error.line } : {}) };
}
