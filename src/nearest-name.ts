import leven from 'leven';

/**
 * The one of `names` that a text is meant to be: the same but for at most `most` characters that were misread, lost or
 * added. Undefined where none is as near, or several are alike near.
 */
export function nearestName(text: string, names: Iterable<string>, most: number): string | undefined {
  let nearest: string | undefined;
  let least = most + 1;
  let isOnly = false;
  for (const name of names) {
    if (Math.abs(name.length - text.length) > most) continue;
    const distance = leven(text, name, { maxDistance: most + 1 });
    if (distance > Math.min(least, most)) continue;
    isOnly = distance < least;
    if (isOnly) nearest = name;
    least = distance;
  }
  return isOnly ? nearest : undefined;
}

/**
 * The usual title that a printed one is meant to be, or what is printed. 收支 for 收入 is another title, not a misreading, and
 * so is one that says more.
 *
 * @param most characters that may be misread or lost
 */
export function meantTitle(printed: string, usual: readonly string[], most: number): string {
  const near = nearestName(printed, usual, most);
  if (near === undefined || printed.length > near.length) return printed;
  const isOther = [...printed].some((character) => /[收支入出]/.test(character) && !near.includes(character));
  return isOther ? printed : near;
}
