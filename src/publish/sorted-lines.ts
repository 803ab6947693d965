const end = 0x0a;

/**
 * Puts changes into a text whose lines are sorted by their keys: of a list of all files of an archive, a publication
 * changes some hundred lines of a hundred thousand.
 *
 * @param before lines, each with its end, sorted by code units of their keys
 * @param changes new lines without their ends by their keys; null where a line goes
 * @param keyOf reads the key of a line
 */
export function changeLines(
  before: Buffer,
  changes: ReadonlyMap<string, string | null>,
  keyOf: (line: string) => string,
): Buffer {
  const pieces: Buffer[] = [];
  let text = '';
  let at = 0;
  const takeOver = (to: number) => {
    if (to === at) return;
    if (text !== '') pieces.push(Buffer.from(text));
    text = '';
    pieces.push(before.subarray(at, to));
    at = to;
  };
  for (const key of [...changes.keys()].sort()) {
    takeOver(placeOf(key, before, at, keyOf));
    const line = lineAt(before, at);
    if (line && keyOf(line.text) === key) at = line.end;
    const changed = changes.get(key) ?? null;
    if (changed !== null) text += `${changed}\n`;
  }
  takeOver(before.length);
  return Buffer.concat([...pieces, Buffer.from(text)]);
}

/** How many lines there are. */
export function countLines(lines: Buffer): number {
  let count = 0;
  for (let at = lines.indexOf(end); at !== -1; at = lines.indexOf(end, at + 1)) count += 1;
  return count;
}

/** Where the first line begins whose key is not less than a key, searched from the beginning of a line on. */
function placeOf(key: string, lines: Buffer, from: number, keyOf: (line: string) => string): number {
  let [low, high] = [from, lines.length];
  while (low < high) {
    const middle = Math.max(low, lines.lastIndexOf(end, (low + high) >>> 1) + 1);
    // The middle may be the end of a line itself.
    const start = middle < high ? middle : low;
    const line = lineAt(lines, start);
    if (!line) break;
    if (keyOf(line.text) < key) low = line.end;
    else high = start;
  }
  return low;
}

function lineAt(lines: Buffer, start: number): { text: string; end: number } | null {
  const stop = lines.indexOf(end, start);
  return stop === -1 ? null : { text: lines.toString('utf8', start, stop), end: stop + 1 };
}
