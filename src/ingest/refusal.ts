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
