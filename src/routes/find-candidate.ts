import type { Candidate } from './compare-page.ts';

/** What a reader typed: the disclosure that is meant, or a sentence that says why none is chosen. */
export type FoundCandidate = { candidate: Candidate } | { problem: string };

/** Most bodies that are named where several fit. */
const named = 5;

/** The name of a disclosure as it is offered: `示例馆 2031`. */
export function candidateName({ unit, year }: Candidate): string {
  return `${unit} ${year}`;
}

/** Disclosures whose name holds what is typed; blanks, 年 behind the year and full-width forms make no difference. */
export function candidatesLike(candidates: Candidate[], typed: string): Candidate[] {
  const wanted = plain(typed);
  return candidates.filter((one) => plain(candidateName(one)).includes(wanted));
}

/**
 * Finds the disclosure that is meant by an id, or by a part of a body's name that fits no other, with its year or
 * without: then the latest.
 */
export function findCandidate(candidates: Candidate[], typed: string): FoundCandidate {
  const exact = candidates.find(({ id }) => id === typed.trim());
  if (exact) return { candidate: exact };
  const [, name = '', year = ''] = /^(.*?)((?:19|20)\d\d)?$/.exec(plain(typed)) ?? [];
  const whole = candidates.filter(({ unit }) => plain(unit) === name);
  const like = whole.length > 0 ? whole : candidates.filter(({ unit }) => name && plain(unit).includes(name));
  const bodies = [...Map.groupBy(like, bodyOf).values()].map((years) =>
    years.sort((a, b) => b.year - a.year),
  );
  const [years = [], ...others] = bodies;
  const [latest] = years;
  if (!latest) return { problem: `没有找到「${typed}」，请从列出的名称里选。` };
  if (others.length > 0) return { problem: severalFit(typed, bodies) };
  const candidate = year ? years.find((one) => String(one.year) === year) : latest;
  if (candidate) return { candidate };
  return {
    problem: `${latest.unit}没有 ${year} 年的公开文本，只有 ${years.map((one) => one.year).join('、')} 年。`,
  };
}

/** Bodies of one name are told apart by the ids, which can be typed too. */
function severalFit(typed: string, bodies: Candidate[][]): string {
  const firsts = bodies.flatMap(([first]) => first ?? []);
  const names = firsts.map(({ unit }) => unit);
  const shown = firsts
    .slice(0, named)
    .map(({ unit, id }) => (names.indexOf(unit) === names.lastIndexOf(unit) ? unit : `${unit}（${id}）`));
  const more = firsts.length > named ? ' 等' : '';
  return `「${typed}」有 ${firsts.length} 个单位：${shown.join('、')}${more}。请写得更全一些。`;
}

const bodyOf = ({ id }: Candidate) => id.slice(0, id.lastIndexOf('/'));

/** Without blanks, full-width forms, and what may stand behind a year. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/((?:19|20)\d\d)年?度?(?:(?:单位|部门)?预算)?(?:公开)?$/, '$1');
}
