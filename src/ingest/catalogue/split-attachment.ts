import type { SourceLine } from '../source-line.ts';
import { ownNumber } from './document-number.ts';
import { isFurniture } from './read-lines.ts';

/** The parts of the attachment 政府购买服务指导性目录, each in document order. */
export interface Attachment {
  /** The letters that forward it. */
  letters: SourceLine[];
  /** The catalogue from its title to its last row. */
  catalogue: SourceLine[];
  /** What the letters print below the catalogue: 信息公开选项, office, 印发 date. */
  foot: SourceLine[];
}

const row =
  /^[\s|]*(?:\d{1,4}\s*[\t|]\s*)?(?:<b>)?[A-Z](?:(?:\d\d){0,3}\s*(?:<\/b>)?\s*[\t|]|(?:\d\d){1,3}(?: |(?=\p{Script=Han}))| (?=公共服务|政府履职))(?=.*\p{Script=Han})/iu;
/** Whether a line is a row of the catalogue: it begins with a code, after an ordinal at most, and names something. */
export const isCatalogueRow = (text: string): boolean =>
  /^[^\p{Script=Han}]*[A-ZＡ-Ｚ]/iu.test(text) && row.test(text.normalize('NFKC'));

const header = /(?:代码|编码)[\s|]*(?:[一1]级)?目?录?/;
const nextPart =
  /^\s*(?:#{1,6}\s*)?(?:\*\*)?\s*(?:第[一二三四五六七]部分|[一二三四五六七八九十]*、?名词解释)/;

/** Text of a line without markup and blanks. */
export function plainText(text: string): string {
  return text
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/\*\*|<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(/[\s\u3000]+/g, '');
}

/** Name of the body on a letter's head (`山西省财政厅文件` → `山西省财政厅`), or undefined. */
export function letterHead(text: string): string | undefined {
  return /^(\p{Script=Han}{2,20}(?:厅|局|委员会|委|政府|办公室|部))文件$/u.exec(plainText(text))?.[1];
}

/**
 * Finds the letters, the catalogue and the letters' foot in a document.
 *
 * The catalogue is the stretch of lines that begin with a catalogue code; the letters are what stands before it
 * from the first letter's head (or number, or title) on. Empty parts where there is none.
 *
 * @param lines the document, or the part of it that holds the attachment
 */
export function splitAttachment(lines: readonly SourceLine[]): Attachment {
  const rows = catalogueRows(lines);
  const last = rows.at(-1) ?? -1;
  const hasCatalogue = rows.length > 0;
  const first = hasCatalogue ? firstLine(lines, rows[0] ?? 0) : -1;
  const limit = hasCatalogue ? first : lines.length;
  const letters = lettersBefore(lines, limit, hasCatalogue);
  if (!hasCatalogue) return { letters, catalogue: [], foot: [] };
  const end = lastLine(lines, last);
  return { letters, catalogue: lines.slice(first, end + 1), foot: footAfter(lines, end) };
}

/** Lines of the document between two rows of one catalogue, at most: pages full of watermarks. */
const widestGap = 80;

/** Indices of the catalogue's rows: the longest stretch of such lines, and other long ones. A few lines are none. */
function catalogueRows(lines: readonly SourceLine[]): number[] {
  const rows = lines.flatMap((line, index) => (isCatalogueRow(line.text) ? [index] : []));
  const stretches: number[][] = [];
  for (const index of rows) {
    const stretch = stretches.at(-1);
    if (stretch && index - (stretch.at(-1) ?? 0) <= widestGap) stretch.push(index);
    else stretches.push([index]);
  }
  const longest = Math.max(0, ...stretches.map((stretch) => stretch.length));
  return stretches.filter((stretch) => stretch.length >= 3 && stretch.length >= Math.min(20, longest)).flat();
}

/** From the first row up over header, department and title. */
function firstLine(lines: readonly SourceLine[], firstRow: number): number {
  let first = firstRow;
  for (let at = firstRow - 1; at >= 0 && firstRow - at < 20; at--) {
    const text = lines[at]?.text ?? '';
    const plain = plainText(text);
    if (isFurniture(text)) continue;
    const isTitle =
      !header.test(plain) && /目录(?:[（(].*[）)])?$/.test(plain) && !/通知|关于|^附件[:：]/.test(plain);
    if (isTitle) return at;
    if (text.includes('\t') || header.test(plain) || /^\s*(?:<b>|\*\*|\|)/.test(text)) first = at;
    else if (/[。；：:]$|印发$|办公室$|公开选项/.test(plain)) break;
    else if (at === firstRow - 1) first = at;
  }
  return first;
}

/** From the last row down over wrapped names and rows that lost their letter. */
function lastLine(lines: readonly SourceLine[], lastRow: number): number {
  let last = lastRow;
  for (let at = lastRow + 1; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (text.includes('\t') && !isFurniture(text)) last = at;
    else if (!isFurniture(text)) break;
  }
  return last;
}

/** The letters that end before a line: from the first letter's beginning, back to the last heading of the narrative. */
function lettersBefore(lines: readonly SourceLine[], limit: number, attached: boolean): SourceLine[] {
  let first = -1;
  for (let at = limit - 1; at >= 0; at--) {
    const text = lines[at]?.text ?? '';
    const plain = plainText(text);
    if (text.includes('\t') || /^十[一二]?、|^第[一二三]部分|^[（(][一二三]?[）)]其他$/.test(plain)) break;
    if (/^[（(]二[）)]其他/.test(plain) || /^[（(]一[）)]政府购买服务指导性目录$/.test(plain)) break;
    const begins = letterHead(text) || ownNumber(text) || /关于(?:转发|印发).*的通知$/.test(plain);
    if (begins) first = at;
  }
  if (first < 0) return [];
  const letters = lines.slice(first, limit);
  if (attached) return letters;
  const end = letters.findIndex((line) => nextPart.test(line.text));
  const own = end < 0 ? letters : letters.slice(0, end);
  return own.some((line) => letterHead(line.text) || ownNumber(line.text)) ? own : [];
}

/** What follows the catalogue up to the next part, as far as it belongs to a letter. */
function footAfter(lines: readonly SourceLine[], last: number): SourceLine[] {
  const rest = lines.slice(last + 1);
  const end = rest.findIndex((line) => nextPart.test(line.text));
  const near = rest.slice(0, end < 0 ? 40 : end);
  const closing = near.findLastIndex((line) => /印发$|公开选项|^抄送|办公室$/.test(plainText(line.text)));
  return near.slice(0, closing + 1);
}
