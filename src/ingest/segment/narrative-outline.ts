import { narrativeNumber } from '../narrative/narrative-titles.ts';
import type { SourceLine } from '../source-line.ts';
import { isGridLine } from '../tables/read-grid.ts';
import { type OrdinalStyle, readHeading } from '../text/heading.ts';
import { matchKey } from '../text/plain.ts';

/** How the sections of a document's narrative are numbered, and what they are about. */
export interface Outline {
  /** `chinese` where they are 一、, `chinese-bracket` where 一、 are the parts of the document; `''` where neither shows. */
  style: OrdinalStyle;
  /** Numbers of the template that headings of this style mean. */
  numbers: ReadonlySet<number>;
}

/** Styles from the highest down. */
const ranks: OrdinalStyle[] = ['part', 'chinese', 'chinese-bracket', 'arabic', 'arabic-bracket'];

/** Finds the highest style whose headings mean several sections of the narrative. */
export function outlineOf(lines: SourceLine[]): Outline {
  const numbers = new Map<OrdinalStyle, Set<number>>();
  let glossary: OrdinalStyle | undefined;
  for (const { text } of lines) {
    if (!/^[\s#>*]*[（(第]?[一二三四五六七八九十]|名词/.test(text) || isGridLine(text)) continue;
    const heading = readHeading(text);
    // Terms may be numbered as sections are, and be called as they.
    if (/名词(?:解释|说明)$/.test(heading.key)) glossary = heading.style;
    else if (glossary !== undefined && (heading.style === 'part' || !/[：:]/.test(text)))
      glossary = undefined;
    if (glossary !== undefined) continue;
    const number = narrativeNumber(matchKey(partRunIn(heading.title)[0]));
    if (number === undefined) continue;
    numbers.set(heading.style, (numbers.get(heading.style) ?? new Set()).add(number));
  }
  for (const style of ['chinese', 'chinese-bracket'] as const) {
    const found = numbers.get(style);
    if (found && found.size >= 3) return { style, numbers: found };
  }
  return { style: '', numbers: new Set() };
}

/** Puts titles together that name the body in full and are broken over two lines: 一、关于…2031年收支 · 总表的说明. */
export function joinBrokenTitles(lines: SourceLine[]): SourceLine[] {
  const joined = [...lines];
  for (const [index, { text, line }] of lines.entries()) {
    if (!/^[\s#*]*[（(]?[一二三四五六七八九十]+[、）)]\s*关于/.test(text) || /说明\s*\**$|[。；]/.test(text))
      continue;
    const next = lines.findIndex((one, at) => at > index && one.text.trim() !== '');
    const rest = lines[next]?.text ?? '';
    if (next - index > 2 || !/^[\s\p{Script=Han}“”]{2,30}说明\s*$/u.test(rest)) continue;
    joined[index] = { text: `${text.trimEnd()}${rest.trim()}`, line };
    joined[next] = { text: '', line: (lines[next] as SourceLine).line };
  }
  return joined;
}

/** A title and the text that goes on behind it on its line: 收入预算：2031年…, 政府采购情况。2031年…. */
export function partRunIn(text: string): [title: string, rest: string] {
  const [, title = text, rest = ''] = /^([^。：:，,；;]{2,40})[。：:]\s*(.*)$/su.exec(text) ?? [];
  return [title, rest];
}

/** Whether headings of a style stand below those of another. */
export function isBelow(style: OrdinalStyle, other: OrdinalStyle): boolean {
  return ranks.indexOf(style) > ranks.indexOf(other) && ranks.includes(other);
}

/**
 * Whether a heading within a section begins what other documents print as a section of this number: totals of income and
 * spending below those of both, the others below 其他重要事项 or what the template does not know. Below the appropriation,
 * 收入 is that of the appropriation only.
 */
export function isSectionBelow(
  key: string,
  number: number,
  parent: number | null,
  { numbers }: Outline,
): boolean {
  if (numbers.has(number) || /\d(?!\d{0,3}年)|万元/.test(key.replace(/20\d\d年/g, ''))) return false;
  if (number === 6 && !/一般公共/.test(key)) return false;
  return parent === 1 || (number >= 7 && (parent === 12 || parent === null));
}
