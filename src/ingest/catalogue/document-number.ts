/** `晋财综〔2023〕43号` in any of its brackets, and without them (`晋财综2023 43号`). */
const bracketed =
  /(\p{Script=Han}{2,12})\s*[〔【[［(（〈﹝]\s*((?:19|20)\d\d)\s*[〕】\]］)）〉﹞]\s*(?:第\s*)?(\d{1,5})\s*号/gu;
const bare = /(\p{Script=Han}{2,8})\s*((?:19|20)\d\d)\s+(\d{1,5})\s*号/gu;
/** Words that lead to a number in running text and are not part of it. */
const lead = /^.*(?:根据|依据|按照|遵照|执行|落实|参照|有关|文件|通知|以及|关于|印发|转发|下发)/u;

/** One document number, its brackets normalised, and where it stands in the text. */
export interface DocumentNumber {
  number: string;
  index: number;
  end: number;
}

/** All numbers of official documents in a text, in order. */
export function documentNumbers(text: string): DocumentNumber[] {
  const plain = text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
  const found = [bracketed, bare].flatMap((pattern) => [...plain.matchAll(pattern)]);
  return found
    .flatMap((match) => {
      const agency = (match[1] ?? '').replace(lead, '').replace(/^[的及和与以见由号]/u, '');
      if (agency.length < 2) return [];
      const end = match.index + match[0].length;
      return [{ number: `${agency}〔${match[2]}〕${Number(match[3])}号`, index: match.index, end }];
    })
    .toSorted((a, b) => a.index - b.index);
}

/** The number of a line that holds nothing else, or undefined. */
export function ownNumber(line: string): string | undefined {
  const plain = line
    .replace(/^\s*#{1,6}\s+|\*\*|<[^<>]*>/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
  const [first] = documentNumbers(plain);
  return first && first.index === 0 && first.end === plain.length ? first.number : undefined;
}
