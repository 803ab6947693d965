import { basename, relative } from 'node:path';
import { stringifyDisclosure } from '../record/stringify-disclosure.ts';
import { type CatalogueCopy, copyOf } from './catalogue/catalogue-copy.ts';
import { decodeCorrections, readCorrections } from './corrections/read-corrections.ts';
import { decodeSource } from './decode-source.ts';
import { digestOf } from './digest-of.ts';
import type { Effects } from './effects.ts';
import { guardText } from './guard-text.ts';
import { type ParsedDocument, parseDocument } from './parse-document.ts';
import { placesOf } from './places.ts';
import { Refusal, type RefusedText, refusalOf } from './refusal.ts';
import { summarizeText, type TextSummary } from './summarize-text.ts';

/** A text and what it says, as plain data that a thread can hand over. */
export interface ReadText {
  /** Bytes as received. */
  bytes: Uint8Array;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  /** `<unit>/<year>` */
  id: string;
  /** Corrections that it was read with: whose, and the SHA-256 of the file, `''` where there is none. */
  corrections: { id: string; sha256: string };
  /** Name that the Markdown gives for the text. */
  file: string;
  /** Canonical Markdown of the disclosure. */
  markdown: string;
  /** What it says in the attached catalogue; null where none is attached. */
  copy: CatalogueCopy | null;
  summary: TextSummary;
}

/**
 * Reads one text: decode, parse, correct, write as Markdown. A fault of the text is an answer; one of ours is thrown.
 *
 * @param content folder of the archive, whose corrections are applied
 */
export async function readText(
  path: string,
  content: string,
  { read }: Pick<Effects, 'read'>,
): Promise<ReadText | RefusedText> {
  try {
    const bytes = await read(path);
    if (!bytes) throw new Refusal('不是可以读取的文件');
    const { text, encoding } = decodeSource(bytes);
    guardText(text);
    const file = basename(path);
    const sha256 = digestOf(bytes);
    const { parsed, corrections } = await correct(text, { file, sha256, encoding }, content, read);
    const { disclosure, catalogue } = parsed;
    return {
      ...{ bytes, sha256, id: disclosure.id, corrections, file },
      markdown: stringifyDisclosure(disclosure),
      copy: catalogue && copyOf(catalogue),
      summary: summarizeText(disclosure, text),
    };
  } catch (error) {
    return refusalOf(error);
  }
}

/** Parses once to know whose text it is, and again where that publication has corrections. */
async function correct(
  text: string,
  source: { file: string; sha256: string; encoding: string },
  content: string,
  read: Effects['read'],
): Promise<{ parsed: ParsedDocument; corrections: ReadText['corrections'] }> {
  const parsed = parseDocument(text, source);
  const { id } = parsed.disclosure;
  const path = placesOf(content, id).corrections;
  const yaml = await read(path);
  const corrections = { id, sha256: yaml ? digestOf(yaml) : '' };
  if (!yaml) return { parsed, corrections };
  const list = readCorrections(decodeCorrections(yaml, path), path);
  if (list.length === 0) return { parsed, corrections };
  return { parsed: parseDocument(text, source, list, relative(content, path)), corrections };
}
