import type { Section } from '../../schema/block.ts';

/** What the sections of the narrative are about, by their number in the template. */
const topics: RegExp[] = [
  /收支.*(变动|变化|增减)|(变动|变化)情况/,
  /^(?!.*(一般公共|基金|国有资本|财政拨款)).*收入(预算|总表)/,
  /^(?!.*(一般公共|基金|国有资本|财政拨款|采购|运行)).*支出(预算|总表)/,
  /财政拨款收支/,
  /一般公共预算(当年)?(财政)?(拨款|支出)/,
  /基本支出/,
  /三公/,
  /机关运行/,
  /政府采购|采购情况/,
  /绩效/,
  /资产/,
  /其他/,
];

/**
 * The section of the narrative on the topic that the template gives a number, 1–12.
 *
 * The title decides, because an office that leaves a section out counts on; a section of the number is taken where
 * its title names no other topic.
 */
export function findSection(sections: Section[], number: number): Section | undefined {
  const narrative = sections.filter(({ kind }) => kind === 'narrative');
  const own = narrative.filter((section) => section.number === number);
  // 财政拨款基本支出 may have a section beside 一般公共预算基本支出, which the tables are about.
  const numbered = own.find(({ title }) => /一般公共/.test(title)) ?? own[0];
  if (numbered && topicOf(numbered) === number) return numbered;
  const titled = narrative.find((section) => topicOf(section) === number);
  if (titled) return titled;
  if (numbered && topicOf(numbered) === undefined) return numbered;
  // 三公经费和机关运行经费情况: two topics in one section.
  return narrative.find((section) => /[和及与、]/.test(section.title) && topicsOf(section).includes(number));
}

/** Number of the topic that a title names; undefined where it names none, or several at once without one for its own. */
function topicOf(section: Section): number | undefined {
  const { number } = section;
  const named = topicsOf(section);
  if (number !== null && named.includes(number)) return number;
  return named.length === 1 ? named[0] : undefined;
}

function topicsOf({ title }: Section): number[] {
  const plain = title.normalize('NFKC').replace(/\s+/g, '');
  return topics.flatMap((topic, index) => (topic.test(plain) ? [index + 1] : []));
}
