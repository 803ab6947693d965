/** A fault of how the program was set up or called. Its message, in Chinese, says what was found and what to do. */
export class Advice extends Error {
  override name = 'Advice';
}
