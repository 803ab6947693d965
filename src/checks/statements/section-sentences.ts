import type { Paragraph, Section } from '../../schema/block.ts';
import { nameless } from './read-gap.ts';

/** A sentence up to 。 or ；, with blanks removed and full-width forms made half-width. */
export interface Sentence {
  text: string;
  /** Line of the source of each character. */
  lines: number[];
}

/**
 * Cuts the running text of a section into sentences.
 *
 * Text is put into one notation: no blanks, NFKC, no thousands commas. A paragraph that ends without punctuation goes
 * on in the next one: a page break stood there.
 */
export function sectionSentences(section: Section): Sentence[] {
  const sentences: Sentence[] = [];
  let open: Sentence = { text: '', lines: [] };
  let title = plain(section.title);
  const close = () => {
    if (open.text === '') return;
    sentences.push(nameless.test(open.text) ? named(title, open) : open);
    title = itemTitle.test(open.text) ? open.text : '';
    open = { text: '', lines: [] };
  };
  for (const block of section.blocks) {
    if (block.kind === 'heading') {
      close();
      title = plain(block.text);
    }
    if (block.kind !== 'paragraph') continue;
    const lineAt = linesOf(block);
    let at = 0;
    for (const char of plain(block.text)) {
      if (char === '。' || char === ';') close();
      else {
        open.text += char;
        open.lines.push(lineAt(at));
      }
      at += char.length;
    }
    if (/[!?:)等]$/.test(open.text) || endsLine(block.text)) close();
  }
  close();
  return sentences;
}

/** A sentence that is the title of an item: `2.公务接待费`. */
const itemTitle = /^(?:\d{1,2}[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]+\))[^\d,:、]{2,40}$/;

/** A sentence that begins 2031年预算数 with what its title says this is of. */
function named(title: string, { text, lines }: Sentence): Sentence {
  const name = title.replace(/[:。]$/, '');
  if (name === '') return { text, lines };
  const head = `${name}:`;
  return { text: head + text, lines: [...Array.from(head, () => lines[0] ?? 1), ...lines] };
}

/** Tells the line of the source at a position of a paragraph's text in one notation. */
function linesOf({ text, line, breaks = [] }: Paragraph): (at: number) => number {
  const starts = breaks.map((one) => ({ line: one.line, at: plain(text.slice(0, one.at)).length }));
  return (at) => starts.findLast((start) => start.at <= at)?.line ?? line;
}

/** One notation for digits, signs and blanks. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<\/?[a-z]+>/g, '')
    .replace(/\s+/g, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/[−–—](?=\d)/g, '-');
}

/** Whether a paragraph ends as one does; `，` or a word does not. */
function endsLine(text: string): boolean {
  return /[。；;！!？?：:]$/.test(text.trim());
}
