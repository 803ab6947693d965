import { meantTitle } from '../../nearest-name.ts';
import { matchKey, plain } from '../text/plain.ts';
import { saysNoData } from './says-no-data.ts';
import type { TableTemplate, Template } from './template.ts';

const number = '[一二三四五六七八九十\\d]{1,3}';
const label = `(?:(?:预算|部门|单位|批复|决算)+(?:公开)?|公开)?(?:(?:附件|附)?表[-—]?${number}(?:[-—]${number})?|${number}表|${number}[-—]${number}表?)`;
const pageLabel = new RegExp(`^${label}$`);
const prefix = new RegExp(`^${label}(?!\\d)[-:、.]?|^附件\\d*[:、]?`);

/** A table's title as printed on a line of its own. */
export interface PrintedTitle {
  /** Title as printed, blanks and marks removed. */
  title: string;
  /** What the template makes of it; undefined for a table that it does not know. */
  template: TableTemplate | undefined;
  /** Whether the template is that of another title, which this one is meant to be. */
  isMisread: boolean;
}

/** Whether the line is only a page label such as 预算公开表1. */
export function isPageLabel(text: string): boolean {
  return pageLabel.test(matchKey(text));
}

/** Reads a lone line as a table's title, with or without label, year or heading marks; undefined if it is none. */
export function readTableTitle(text: string, template: Template): PrintedTitle | undefined {
  const key = matchKey(text);
  if (key.length > 60 || saysNoData(key) || /[。;,!?:]/.test(key.replace(prefix, ''))) return undefined;
  const title = key.replace(prefix, '').replace(/\(续(?:表|\d+)?\)$|续表$/, '');
  if (!/表(?:\([^()]*\))*$/.test(title) || title.length < 4) return undefined;
  const means = (key: string) => template.tables.find((table) => table.title.test(key));
  const [, year = '', name = ''] = /^(20\d{2}年?度?)?(.*)$/u.exec(title) ?? [];
  const most = Math.max(name.length >= 5 ? 1 : 0, Math.floor(name.length / 6));
  const meant = means(`${year}${meantTitle(name, template.usualTitles, most)}`);
  return {
    title: plain(text)
      .replace(/\s+/g, '')
      .replace(prefix, '')
      .replace(/^[：:、．.]+/, '')
      .replace(/[（(]续(?:表|\d+)?[）)]$|续表$/, ''),
    template: meant,
    isMisread: meant !== means(title),
  };
}
