import { addEms, measureText, widthOf } from './measure-text.ts';

/** Characters that must not begin a line. */
const closing = new Set('，。、；：！？）】》〉」』”’％%·,.;:!?)]}');
/** Characters that must not end a line. */
const opening = new Set('（【《〈「『“‘([{①②③④⑤');

const lineBreak = /[\n\r\u2028\u2029]/;

/**
 * Breaks a text into lines that fit `width`. Chinese may break between any two characters, runs of Latin
 * letters and digits stay whole while they fit, and no line begins with closing punctuation.
 * A text that needs more than `maxLines` ends in `…`.
 */
export function wrapText(text: string, width: number, maxLines = Number.POSITIVE_INFINITY): string[] {
  // Most texts are one line.
  if (maxLines > 0 && measureText(text) <= width && !lineBreak.test(text)) {
    const line = text.trimEnd();
    return line === '' ? [] : [line];
  }
  const lines: string[] = [];
  let line = '';
  let ems = 0;
  for (const piece of piecesOf(text, width)) {
    const longer = addEms(ems, piece);
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
      ems = addEms(0, line);
    } else {
      line += piece;
      ems = longer;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  const last = [...(lines[maxLines - 1] ?? '')];
  while (last.length > 0 && measureText(`${last.join('')}…`) > width) last.pop();
  return [...lines.slice(0, maxLines - 1), `${last.join('')}…`];
}

/** Smallest parts that stay together: a character with its punctuation, or a run of Latin. */
function piecesOf(text: string, width: number): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(/[−+<>]?[0-9A-Za-z][0-9A-Za-z.,%〔〕]*|./gu) ?? []) {
    const previous = pieces.at(-1);
    const joins = previous !== undefined && (closing.has(piece.charAt(0)) || opening.has(previous.slice(-1)));
    if (joins && measureText(previous + piece) <= width) pieces[pieces.length - 1] = previous + piece;
    else if (piece.length > 1 && measureText(piece) > width) pieces.push(...piece);
    else pieces.push(piece);
  }
  return pieces;
}
