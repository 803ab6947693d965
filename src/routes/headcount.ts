import type { Section } from '../schema/block.ts';

/** How many people a body has, as its text says. */
export interface Headcount {
  /** People actually employed (实有/在职), not posts. */
  staff: number;
  line: number;
}

const count = '(\\d{1,6})\\s*[名人]';
/** Ways to state the people in post, the plainest first. Posts (编制), retired and village staff do not count. */
const patterns = [
  new RegExp(
    `(?:实有|现有|年末实有)(?:在职|在编|在岗)?(?:在职)?(?:人员|教?职工|人数|人)?(?:数|总数)?[为是有共计：:]*${count}`,
  ),
  new RegExp(
    `(?:在职|在编|在岗)(?:在编)?(?:干部职工|人员|教?职工|人数|人)?(?:数|总数)?[为是有共计：:]*${count}`,
  ),
  new RegExp(`(?<!退休)(?:教职员?工|干部职工)(?:人数|总数)?[为是有共计：:]*${count}`),
  new RegExp(`财政(?:负担|供养|拨款)的?(?:在职|行政|事业)*(?:人员|职工)(?:数|总数)?[为是有共计：:]*${count}`),
];

/** Kinds of people in post that texts count one by one. */
const kinds = /行政|参公|参照|事业|工勤|机关/;

/**
 * Reads the number of people in post from the part on structure (机构设置); undefined where it does not say, or counts
 * several things and does not add them up.
 */
export function headcountOf(sections: Section[]): Headcount | undefined {
  const paragraphs = sections
    .filter((section) => section.kind === 'structure')
    .flatMap((section) => section.blocks)
    .filter((block) => block.kind === 'paragraph');
  for (const pattern of patterns) {
    const counts = paragraphs.flatMap(({ text, line }) => countsIn(text, pattern, line));
    const [first] = counts;
    const staff = totalOf(counts);
    if (first) return staff ? { staff, line: first.line } : undefined;
  }
  return undefined;
}

interface Count extends Headcount {
  /** 行政 or 事业, where its clause says that only these are counted. */
  kind: string | undefined;
}

function countsIn(text: string, pattern: RegExp, line: number): Count[] {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  return [...plain.matchAll(new RegExp(pattern, 'g'))].map((match) => {
    const clause = plain.slice(0, match.index).split(/[;。]/).at(-1) ?? '';
    return { staff: Number(match[1]), line, kind: kinds.exec(clause)?.[0] };
  });
}

/** What is said of all: the only number, the sum of those behind it, or the sum of those of each kind. */
function totalOf(counts: Count[]): number | undefined {
  const [first, ...others] = counts.map(({ staff }) => staff);
  const sum = others.reduce((staff, one) => staff + one, 0);
  if (first === undefined || others.every((one) => one === first) || first === sum) return first;
  const ofKinds = new Set(counts.map(({ kind }) => kind));
  return ofKinds.size === counts.length && !ofKinds.has(undefined) ? first + sum : undefined;
}
