import type { Section } from '../../schema/block.ts';
import { plain, sectionSentences } from './section-sentences.ts';

/** What a sentence says that the body has none of: 本单位2031年无政府性基金预算支出. */
export interface Denial {
  /** As worded, without what only says that it is money: `政府性基金`. */
  what: string;
  /** The whole clause. */
  clause: string;
  line: number;
}

const year = '(?:20\\d\\d年度?|本年度?|今年)?';
const own = '[我本](?:单位|部门|\\p{Script=Han}{1,2})';
const verb = '(?:均|都)?(?:无|没有|未安排|不涉及)(?:安排|使用)?(?:财政拨款)?';
const money = /(?:预算|财政拨款|拨款|收入|支出|收支|安排|资金|的)*$/;

/**
 * Reads what a section denies. Only a clause that says nothing else counts: 与上年相比无变化 denies no amount, and what is
 * said of other bodies is not said of this one.
 */
export function readDenials(section: Section, unit: string): Denial[] {
  const name = plain(unit).replace(/[()[\]{}.*+?^$|\\]/g, '\\$&');
  const denial = new RegExp(`^${year}(?:${name}|${own})?${year}${verb}(.{2,40})$`, 'u');
  return sectionSentences(section).flatMap(({ text, lines }) => {
    let at = 0;
    return text.split(/[,:]/).flatMap((clause): Denial[] => {
      const line = lines[at] ?? section.line;
      at += clause.length + 1;
      const names = (denial.exec(clause)?.[1] ?? '').split(/[、和及与]/).map((one) => one.replace(money, ''));
      return names.filter((what) => what !== '').map((what) => ({ what, clause, line }));
    });
  });
}
