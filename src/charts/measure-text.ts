import { fontSize } from './scene.ts';

/**
 * Width of a text in user units, on the safe side for the system fonts of Chinese readers:
 * everything outside Latin counts a full em, a digit 0.6 em.
 */
export function measureText(text: string, size: number = fontSize): number {
  return widthOf(addEms(0, text), size);
}

/** Width of so many ems, as `measureText` tells it. */
export function widthOf(ems: number, size: number = fontSize): number {
  return Math.ceil(ems * size * 10) / 10;
}

/** Ems of a text behind others that take `ems`: the sum is the same, to the bit, as of the whole. */
export function addEms(ems: number, text: string): number {
  let sum = ems;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit <= 0x7e) sum += latin[unit] as number;
    // The second half of a pair belongs to the character that the first half began.
    else if (!isLow(unit) || !isHigh(text.charCodeAt(index - 1))) sum += 1;
  }
  return sum;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Ems of each character up to `~`. */
const latin = new Float64Array(0x7f).fill(0.62);
for (const [characters, ems] of [
  ['0123456789', 0.6],
  [",.:;'!|il ", 0.34],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ%@&mw', 0.92],
] as const)
  for (const character of characters) latin[character.charCodeAt(0)] = ems;
