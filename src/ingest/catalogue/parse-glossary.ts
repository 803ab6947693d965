import type { Term } from '../../schema/disclosure.ts';
import type { SourceLine } from '../source-line.ts';
import { clean, isFurniture } from './read-lines.ts';

const ordinals = [
  /^[一二三四五六七八九十]+[、.．,，]/u,
  /^[（(][一二三四五六七八九十]+[）)][、.．]?/u,
  /^\d{1,2}[、.．)）]/u,
  /^[（(]\d{1,2}[）)][、.．]?/u,
  /^[①-⑳]/u,
];

/** Where a definition begins in a line without a colon: `一般公共预算是指…`, `财政拨款包含…`. */
const verbs = /是(?!否)|系指|指的是|反映|包括|包含|指(?![标导数南挥定引])/;

/**
 * Reads the glossary (名词解释): `一、基本支出：指…`, with or without ordinal, bold and colon, or a heading with its
 * definition on the lines below.
 *
 * @param lines the part below its heading; the heading itself may be among them
 */
export function parseGlossary(lines: readonly SourceLine[]): Term[] {
  const terms: Term[] = [];
  let style: RegExp | undefined;
  /** How the groups are numbered that the terms stand in. */
  let group: RegExp | undefined;
  for (const { text, line } of lines) {
    const plain = clean(text.replace(/^\s*[-*•]\s+(?=\S)/, ''));
    if (isFurniture(text) || /^(?:第.{1,2}部分)?[一二三四五六七八九十]*、?名词解释$/u.test(plain)) continue;
    if (/^第[一二三四五六七八九]部分/.test(plain)) break;
    if (terms.length === 0 && isIntroduction(plain)) continue;
    style ??= terms.length === 0 ? ordinals.find((ordinal) => ordinal.test(plain)) : undefined;
    // 一、收入科目 is no term where 1. follows at once: the groups are left out.
    const inner = style && !style.test(plain) ? ordinals.find((ordinal) => ordinal.test(plain)) : undefined;
    if (inner && !group && terms.length === 1 && terms[0]?.definition === '') {
      group = style;
      style = inner;
      terms.pop();
    }
    if (group?.test(plain) && !/[：:。]/.test(plain)) continue;
    const marked = /^\s*(?:#{1,6}\s|\*\*|<b>|<strong>)/.test(text);
    const begins = style
      ? style.test(plain)
      : marked ||
        terms.length === 0 ||
        /^[^：:。，]{2,30}[：:]/.test(plain) ||
        definesAnew(plain, terms.at(-1));
    const last = terms.at(-1);
    // An ordinal may be lost on one line: a bold term with its colon still begins one.
    const bold =
      /^\s*(?:\*\*|<b>)[^*<]{2,40}[：:](?:\*\*|<\/b>)|^\s*(?:\*\*|<b>)[^*<]{2,40}(?:\*\*|<\/b>)[：:]/.test(
        text,
      );
    if (last && !begins && !bold) last.definition += plain;
    else
      terms.push({
        ...splitTerm(plain.replace(style ?? /^$/, '').trim(), boldPart(text), blankPart(text)),
        line,
      });
  }
  return terms;
}

/** Whether a line says that terms follow, as 有关名词解释如下：. */
function isIntroduction(plain: string): boolean {
  return /如下[：:。]?$|名词(?:解释|说明)[：:]$/.test(plain) && !/[。；]/.test(plain.slice(0, -1));
}

/** Whether a line without an ordinal defines another term: 项目支出是指…, where the definition before it is complete. */
function definesAnew(plain: string, before: Term | undefined): boolean {
  return (
    /[。；]$/.test(before?.definition ?? '') &&
    /^(?!反映|包括|其中|主要)[^：:。，、]{2,30}?(?:，指|(?<!所)指)(?![标导数南挥定引])/.test(plain)
  );
}

/** Bold text at the head of a line, its ordinal left out, or `''`. */
function boldPart(text: string): string {
  const match = /^\s*(?:#{1,6}\s*)?(?:\*\*|<b>|<strong>)(.+?)(?:\*\*|<\/b>|<\/strong>)/.exec(text);
  const plain = clean(match?.[1] ?? '');
  return ordinals.reduce((rest, ordinal) => rest.replace(ordinal, ''), plain);
}

/** What stands before the only blank of a line, its ordinal left out, or `''`. */
function blankPart(text: string): string {
  const [term = '', definition = '', ...more] = ordinals
    .reduce((rest, ordinal) => rest.replace(ordinal, ''), text.trim())
    .trim()
    .split(/[\s\u3000]+/);
  const isTerm = term.length >= 2 && term.length <= 20 && !/[：:。，、]/.test(term);
  return isTerm && definition.length > term.length && more.length === 0 ? clean(term) : '';
}

/** Term and definition of a line: at its colon, the end of its bold part, before the verb that defines, or at its blank. */
function splitTerm(plain: string, bold: string, blank: string): { term: string; definition: string } {
  const verb = verbs.exec(plain.slice(0, 60))?.index ?? -1;
  const colon = plain.slice(0, 60).search(/[：:]/);
  const name = bold.replace(/[：:]$/, '');
  if (name !== '' && name.length <= 40 && plain.startsWith(name) && !/[。，]/.test(name)) {
    return { term: name, definition: plain.slice(name.length).replace(/^[：:]/, '') };
  }
  // `基本支出。为保障…`: a stop may stand for the colon, where nothing before it defines.
  const stop = plain.slice(0, 22).search(/。(?=.)/);
  if (
    stop >= 2 &&
    !/[，、；]/.test(plain.slice(0, stop)) &&
    (verb < 0 || stop < verb) &&
    (colon < 0 || stop < colon)
  )
    return { term: plain.slice(0, stop), definition: plain.slice(stop + 1) };
  // `一般公共预算是指…。其中：`: a colon after the verb belongs to the definition.
  if (colon > 0 && (verb < 2 || colon < verb)) {
    return { term: plain.slice(0, colon), definition: plain.slice(colon + 1) };
  }
  if (verb >= 2)
    return { term: plain.slice(0, verb).replace(/[，—－-]+$/, ''), definition: plain.slice(verb) };
  if (blank !== '' && plain.startsWith(blank)) return { term: blank, definition: plain.slice(blank.length) };
  return { term: plain, definition: '' };
}
