import { Parser } from 'htmlparser2';
import { remembered } from '../../remembered.ts';

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,31});/gi;

/**
 * Writes out the character references of HTML, once: `&ge;12次` → `≥12次`. A bare `&` and what is no reference stay.
 *
 * For text whose markup has been read: a decoded `<` is a character, and a decoded blank parts no lines or cells.
 */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(reference, decode) : text;
}

const decode = remembered((printed) => {
  let text = '';
  const parser = new Parser({
    ontext(part) {
      text += part;
    },
  });
  parser.end(printed);
  // `&copying;` begins like a reference, and is none.
  if (text.endsWith(';') && printed !== '&semi;') return printed;
  return text.replace(/[\s\p{Cc}]/gu, ' ').replace(/[\p{Cf}\p{Noncharacter_Code_Point}]/gu, '');
});
