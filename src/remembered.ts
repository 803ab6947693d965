/**
 * Answers that are kept, over all functions; when there are more, all are forgotten. A part of a text keeps the whole
 * text in memory: no function may hold on to those of hundreds of documents because it is asked little.
 */
const most = 60_000;

const memories: Map<string, unknown>[] = [];
let kept = 0;

/**
 * The same function of a text, which answers from memory what it was asked before. Stages of the parser read the same
 * lines one after the other, forms and catalogues print the same words over and over, and thousands of disclosures name
 * the same regions and terms.
 *
 * What it gives is shared: nobody may change it.
 */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  memories.push(known);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    const result = read(text);
    if (kept >= most) {
      for (const memory of memories) memory.clear();
      kept = 0;
    }
    known.set(text, result);
    kept += 1;
    return result;
  };
}
