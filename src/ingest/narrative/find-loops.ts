/** A run of the same text, as a conversion that got stuck prints it. */
export interface Loop {
  text: string;
  times: number;
}

const run = /(.{6,120}?)\1{2,}/su;

/** Finds a phrase of six characters or more that stands three times or more in a row. */
export function findLoop(text: string): Loop | undefined {
  const match = run.exec(text);
  if (!match?.[1] || !/\p{Script=Han}{2}/u.test(match[1])) return undefined;
  return { text: match[1], times: match[0].length / match[1].length };
}

/** Whether a text stops in mid-word: a broken character at its end, or no closing mark after a long run. */
export function stopsShort(text: string): boolean {
  return /\uFFFD/.test(text) || (text.length >= 60 && /[\p{Script=Han}\p{L}，、（《“(]$/u.test(text));
}
