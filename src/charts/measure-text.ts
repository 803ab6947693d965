import { fontSize } from './scene.ts';

/**
 * Width of a text in user units, on the safe side for the system fonts of Chinese readers:
 * everything outside Latin counts a full em, a digit 0.6 em.
 */
export function measureText(text: string, size: number = fontSize): number {
  let ems = 0;
  for (const character of text) ems += character > '~' ? 1 : (latin.get(character) ?? 0.62);
  return Math.ceil(ems * size * 10) / 10;
}

const latin = new Map([
  ...[...'0123456789'].map((character) => [character, 0.6] as const),
  ...[...",.:;'!|il "].map((character) => [character, 0.34] as const),
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ%@&mw'].map((character) => [character, 0.92] as const),
]);
