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
    `(?:实有|现有|年末实有)(?:在职|在编|在岗)?(?:在职)?(?:人员|职工|人数|人)?(?:数|总数)?[为是有共计：:]*${count}`,
  ),
  new RegExp(
    `(?:在职|在编|在岗)(?:在编)?(?:干部职工|人员|职工|人数|人)?(?:数|总数)?[为是有共计：:]*${count}`,
  ),
  new RegExp(`财政(?:负担|供养|拨款)的?(?:在职|行政|事业)*(?:人员|职工)(?:数|总数)?[为是有共计：:]*${count}`),
];

/** Reads the number of people in post from the part on structure (机构设置); undefined where it does not say. */
export function headcountOf(sections: Section[]): Headcount | undefined {
  const paragraphs = sections
    .filter((section) => section.kind === 'structure')
    .flatMap((section) => section.blocks)
    .filter((block) => block.kind === 'paragraph');
  for (const pattern of patterns) {
    for (const paragraph of paragraphs) {
      const match = pattern.exec(paragraph.text.normalize('NFKC').replaceAll(/\s/g, ''));
      const staff = Number(match?.[1]);
      if (staff > 0) return { staff, line: paragraph.line };
    }
  }
  return undefined;
}
