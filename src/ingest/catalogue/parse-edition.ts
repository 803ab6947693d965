import type { ConversionFinding } from '../../schema/finding.ts';
import type { SourceLine } from '../source-line.ts';
import { documentNumbers } from './document-number.ts';
import { type Letter, splitLetters } from './parse-letters.ts';
import type { ParsedEdition } from './parsed-catalogue.ts';
import { plainText } from './split-attachment.ts';

/**
 * Reads which edition of the catalogue the letters forward: the issuing document is the innermost one, which no
 * letter below it forwards. Numbers that a letter only cites as its basis are no editions.
 *
 * @param lines the letters
 * @param foot what they print below the catalogue
 */
export function parseEdition(lines: readonly SourceLine[], foot: readonly SourceLine[] = []): ParsedEdition {
  const letters = splitLetters(lines, foot);
  const findings: ConversionFinding[] = [];
  const last = letters.at(-1);
  const forwarded = letters.map(forwardedNumber).filter((number) => number !== '');
  const issuing = last && !isForwarding(last) ? last : undefined;
  const cited = forwarded.at(-1) ?? '';
  const edition = issuing?.number || cited;
  const citing = forwarded.filter(
    (number) => !letters.some((letter) => letter !== issuing && letter.number === number),
  );
  const other = citing.find((number) => number !== edition);
  if (edition !== '' && other !== undefined) {
    findings.push({
      rule: 'catalogue-edition',
      status: 'undecided',
      place: { line: last?.lines[0]?.line ?? 1 },
      message: `印发文件的文号为「${edition}」，转发文件引作「${other}」。`,
      actual: other,
      expected: edition,
    });
  }
  const body = issuing ? textOf(issuing) : '';
  const issued = issuing ? issuedOn(issuing) : '';
  return {
    edition,
    title: titleOfCatalogue(last?.title ?? ''),
    issuer: issuing?.issuer || issuerIn(last?.title ?? ''),
    issued,
    inForce: inForceFrom(body, issued),
    repeals: repealedBy(body, edition).filter((number) => number !== edition),
    findings,
  };
}

const textOf = (letter: Letter): string => letter.lines.map((line) => plainText(line.text)).join('');

/** Whether a letter passes on another body's document. */
const isForwarding = (letter: Letter): boolean =>
  /关于转发/.test(letter.title) || (letter.title === '' && /转发给你们|转发你们/.test(textOf(letter)));

/** Number of the document that a letter passes on: the last one before 转发给你们. */
function forwardedNumber(letter: Letter): string {
  const text = textOf(letter);
  const end = /(?:原文)?(?:转发|印发)(?:给)?你们/.exec(text)?.index ?? -1;
  if (end < 0 || !isForwarding(letter)) return '';
  return (
    documentNumbers(text.slice(0, end)).findLast((found) => found.number !== letter.number)?.number ?? ''
  );
}

/** Title of the catalogue as a letter's title names it: the innermost 《…目录》 with its 第一批. */
function titleOfCatalogue(title: string): string {
  const match = /[《〈<]([^《〈<》〉>]*目录(?:[（(]第.{1,3}批[）)])?)[》〉>]?([（(]第.{1,3}批[）)])?/.exec(
    title,
  );
  return match ? `${match[1]}${match[2] ?? ''}` : '';
}

/** Body whose document a title passes on: `…转发《山西省财政厅关于印发…` → `山西省财政厅`. */
function issuerIn(title: string): string {
  return [...title.matchAll(/[《〈<](\p{Script=Han}{2,20}?(?:厅|局|委员会|政府))关于/gu)].at(-1)?.[1] ?? '';
}

/** ISO date of a match with year, month and day. */
function isoDate(match: RegExpExecArray | RegExpMatchArray): string {
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** 印发 date of the letter's own office; where no office stands before a date, the letter's last date counts. */
function issuedOn(letter: Letter): string {
  let office = '';
  let found = '';
  for (const { text } of letter.lines) {
    const plain = plainText(text);
    const body = /^(\p{Script=Han}{2,20}(?:厅|局|委员会|政府|办公室))(?=$|\d)/u.exec(plain)?.[1];
    if (body) office = body;
    const date = /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日印发/.exec(plain);
    if (date && (office === '' || letter.issuer === '' || office.startsWith(letter.issuer)))
      found = isoDate(date);
  }
  if (found !== '') return found;
  const signed = letter.lines.map((line) =>
    /^((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日$/.exec(plainText(line.text)),
  );
  const last = signed.findLast((match) => match !== null);
  return last ? isoDate(last) : '';
}

/** Date from which the edition applies, as stated; `issued` for 自印发之日起. */
function inForceFrom(text: string, issued: string): string {
  const sentences = text.split(/(?<=[。；])/);
  const stated = sentences.flatMap((sentence) => {
    const day = /自((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日起/.exec(sentence);
    const now = /自(?:印发|发布|公布|发文)之日起/.test(sentence);
    return day ? [isoDate(day)] : now ? [issued] : [];
  });
  return stated[0] ?? '';
}

/** Numbers of the documents that a text repeals: those of the sentence that ends in 同时废止, without 原 before them. */
function repealedBy(text: string, edition: string): string[] {
  const former = `原${edition.slice(0, edition.indexOf('〔') + 1)}`;
  const numbers = text
    .split(/(?<=。)/)
    .filter((sentence) => /废止|停止执行|不再执行/.test(sentence))
    .flatMap((sentence) => documentNumbers(sentence.slice(0, sentence.search(/废止|停止执行|不再执行/))));
  return [...new Set(numbers.map(({ number }) => (number.startsWith(former) ? number.slice(1) : number)))];
}
