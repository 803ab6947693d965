import { createRandom } from '../generate/random.ts';
import type { PublishedPage } from './published-texts.ts';

const han = /\p{Script=Han}/u;
const alphanumeric = /[0-9a-z]/i;

/**
 * Draws substrings of 1 to 7 characters from published texts, each with a Chinese character in it; a number or a Latin
 * word at an edge is taken whole or not at all, since it is found as itself and not by its digits.
 */
export function drawQueries(pages: PublishedPage[], count: number, seed: number): string[] {
  const random = createRandom(seed);
  const texts = pages.flatMap((page) => page.texts).filter((text) => han.test(text));
  const drawn = new Set<string>();
  for (let tries = 0; drawn.size < count && tries < count * 100; tries++) {
    const characters = [...random.pick(texts)];
    const length = Math.min(random.int(1, 7), characters.length);
    const start = random.int(0, characters.length - length);
    const end = start + length;
    const cuts = (at: number) =>
      alphanumeric.test(characters[at - 1] ?? '') && alphanumeric.test(characters[at] ?? '');
    const query = characters.slice(start, end).join('');
    const decimals = /[.,]$|^[.,]/.test(query);
    // A blank parts terms, a quotation mark holds them together: such a string asks for something else.
    // `5万元` and `≥5万元` are amounts: they also find what is printed otherwise, which a scan of the text does not.
    const amount = /^[≥≤><=]?[\d.,]+(?:元|[千万亿]+元?)$/.test(query);
    if (amount || cuts(start) || cuts(end) || decimals || !han.test(query) || /[\s"“”「」]/.test(query))
      continue;
    drawn.add(query);
  }
  return [...drawn];
}
