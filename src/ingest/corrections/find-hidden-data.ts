import { Refusal } from '../refusal.ts';
import type { SourceLine } from '../source-line.ts';
import { plainLines } from '../text/plain-lines.ts';
import { findPersonalData, type PersonalData } from './find-personal-data.ts';

/** What may stand between the digits of a number, or around it, and is gone once lines are plain. */
const between = '(?:<[^<>]*>|&#?\\w+;|[\\s$\\\\{},~-])*?';

/**
 * Finds the personal numbers that show only when markup is dropped: `138<b>0013</b>8000`, digits written as references.
 *
 * @param lines as received
 * @param masked the same lines, what shows as received being masked
 * @throws Refusal where such a number cannot be told from what surrounds it in the text as received
 */
export function findHiddenData(lines: readonly SourceLine[], masked: readonly SourceLine[]): PersonalData[] {
  if (!masked.some(({ text }) => /[<&$\\]/.test(text))) return [];
  const plain = plainLines([...masked]).lines;
  return findPersonalData(plain).flatMap((hidden) => {
    const digits = plain
      .filter(({ line }) => line === hidden.line)
      .map(({ text }) => text.slice(hidden.from, hidden.to).replace(/[ -]/g, ''))
      .filter((text) => /^\d+[Xx]?$/.test(text));
    const received = lines.find(({ line }) => line === hidden.line)?.text ?? '';
    const ranges = digits.flatMap((number) => [...received.matchAll(printedAs(number))]);
    if (ranges.length === 0)
      throw new Refusal(
        '去掉网页代码和公式标记后出现身份证、手机或银行卡号码，应先在文本中遮盖',
        hidden.line,
      );
    return ranges.map((match) => ({ ...hidden, from: match.index, to: match.index + match[0].length }));
  });
}

/** A number as it may stand in the text as received. */
function printedAs(number: string): RegExp {
  const signs = [...number].map((sign) => {
    const code = sign.charCodeAt(0);
    const wide = String.fromCharCode(code + 0xfee0);
    return `(?:${sign}|${wide}|&#0*${code};|&#x0*${code.toString(16)};)`;
  });
  return new RegExp(signs.join(between), 'gi');
}
