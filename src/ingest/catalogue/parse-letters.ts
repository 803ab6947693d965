import type { Block, Section } from '../../schema/block.ts';
import type { SourceLine } from '../source-line.ts';
import { goesOn } from '../text/goes-on.ts';
import { ownNumber } from './document-number.ts';
import { clean, isFurniture } from './read-lines.ts';
import { letterHead, plainText } from './split-attachment.ts';

/** One letter of the chain county → city → province. */
export interface Letter {
  /** Body that sent it, `''` where its head is missing. */
  issuer: string;
  /** Its own number, `晋财综〔2023〕43号`, or `''`. */
  number: string;
  /** `…关于印发…的通知`, or `''`. */
  title: string;
  /** All its lines with text, page furniture left out, its foot included. */
  lines: SourceLine[];
}

/**
 * Splits the forwarding letters into single ones, in the order printed.
 *
 * @param lines the letters
 * @param foot what stands below the catalogue; it goes to the letter of the body that it names, else to the last one
 */
export function splitLetters(lines: readonly SourceLine[], foot: readonly SourceLine[] = []): Letter[] {
  const letters: Letter[] = [];
  const kept = lines.filter((line) => !isFurniture(line.text));
  for (const line of kept) {
    const head = letterHead(line.text);
    const number = ownNumber(line.text);
    const current = letters.at(-1);
    const fresh = current && current.number === '' && current.lines.length <= 3;
    if (!current || head || (number && !fresh))
      letters.push({ issuer: head ?? '', number: '', title: '', lines: [] });
    const letter = letters.at(-1) as Letter;
    if (number && letter.number === '') letter.number = number;
    letter.lines.push(line);
  }
  for (const letter of letters) {
    letter.title = titleOf(letter.lines);
    letter.issuer ||= /^(\p{Script=Han}{2,20}?(?:厅|局|委员会|政府))关于/u.exec(letter.title)?.[1] ?? '';
  }
  const below = foot.filter((line) => !isFurniture(line.text));
  const named =
    below.map((line) => plainText(line.text)).find((text) => /办公室|(?:厅|局)$/.test(text)) ?? '';
  const owner =
    letters.findLast((letter) => letter.issuer !== '' && named.startsWith(letter.issuer)) ?? letters.at(-1);
  owner?.lines.push(...below);
  return letters;
}

/** Title of a letter, its wraps joined: from the line with 关于 to the one that ends in 通知, 函 or 意见. */
function titleOf(lines: readonly SourceLine[]): string {
  const texts = lines.slice(0, 10).map((line) => plainText(line.text));
  const start = texts.findIndex((text) => /关于/.test(text) && !/[。；：:]/.test(text));
  if (start < 0) return '';
  const end = texts.findIndex(
    (text, index) => index >= start && index < start + 4 && /(?:通知|函|意见|公告)$/.test(text),
  );
  return texts.slice(start, (end < 0 ? start : end) + 1).join('');
}

/** Reads the forwarding letters as sections of running text, paragraphs that a page break cut joined again. */
export function parseLetters(lines: readonly SourceLine[], foot: readonly SourceLine[] = []): Section[] {
  return splitLetters(lines, foot).map((letter) => ({
    kind: 'letter' as const,
    number: null,
    title: letter.title || letter.number || letter.issuer,
    line: letter.lines[0]?.line ?? 1,
    blocks: toBlocks(letter),
  }));
}

/** Paragraphs and headings of a letter; its title is the section's own and not repeated. */
function toBlocks(letter: Letter): Block[] {
  const blocks: Block[] = [];
  let rest = letter.title;
  for (const { text, line } of letter.lines) {
    const plain = plainText(text);
    if (rest !== '' && rest.startsWith(plain)) {
      rest = rest.slice(plain.length);
      continue;
    }
    const last = blocks.at(-1);
    if (/^[一二三四五六七八九十]+、.{1,30}$/u.test(plain) && !/[。；，,]/.test(plain)) {
      blocks.push({ kind: 'heading', depth: 1, text: clean(text), line });
    } else if (last?.kind === 'paragraph' && isCutBefore(last.text, plain)) {
      last.breaks = [...(last.breaks ?? []), { at: last.text.length, line }];
      last.text += clean(text);
    } else {
      blocks.push({ kind: 'paragraph', text: clean(text), line });
    }
  }
  return blocks;
}

/** Whether a paragraph stops in mid-sentence above a line, as it does at a page break. */
function isCutBefore(above: string, text: string): boolean {
  if (above.length < 20 || /[。！？：:；;」]$/.test(above)) return false;
  return /[）)”》]$/.test(above) ? goesOn(text) : isContinuation(text);
}

function isContinuation(text: string): boolean {
  return !/^(?:附件|抄送|信息公开|[（(]?[一二三四五六七八九十\d]+[、.）)])|印发$|办公室$|文件$/.test(text);
}
