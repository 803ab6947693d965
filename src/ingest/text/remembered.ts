/** Texts that are kept for one function; when there are more, all are forgotten. */
const most = 8_000;

/**
 * The same function of a text, which answers from memory what it was asked before. Stages of the parser read the same
 * lines one after the other, and forms and catalogues print the same words over and over.
 *
 * What it gives is shared: nobody may change it.
 */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    const result = read(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
