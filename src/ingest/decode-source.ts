import { detect } from 'chardet';
import iconv from 'iconv-lite';
import { Refusal } from './refusal.ts';

/** Largest text that is read, in bytes. */
const limit = 50 * 1024 * 1024;

const magic: [string, number[]][] = [
  ['PDF 文件', [0x25, 0x50, 0x44, 0x46]],
  ['PNG 图片', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG 图片', [0xff, 0xd8, 0xff]],
  ['GIF 图片', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF 图片', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF 图片', [0x4d, 0x4d, 0x00, 0x2a]],
  ['WebP 图片', [0x52, 0x49, 0x46, 0x46]],
  ['压缩包或 Office 文件', [0x50, 0x4b, 0x03, 0x04]],
  ['旧版 Office 文件', [0xd0, 0xcf, 0x11, 0xe0]],
];

/**
 * Decodes a text as received: UTF-8, UTF-16 with or without mark, GB18030 (and GBK, GB2312 within it).
 *
 * @throws Refusal for what is empty, too large, no text, or in no encoding that reads as a disclosure
 */
export function decodeSource(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes.length > limit)
    throw new Refusal(`文件有 ${Math.round(bytes.length / 1048576)} MB，应不超过 50 MB`);
  for (const [name, start] of magic) {
    if (start.every((byte, index) => bytes[index] === byte))
      throw new Refusal(`这是${name}，应为文字识别后的纯文本`);
  }
  const decoded = decode(bytes, readsAsBudget);
  if (decoded.text.trim() === '') throw new Refusal('文件是空的，应有公开文本');
  return decoded;
}

/**
 * Decodes what a person wrote beside a text, a few words perhaps, from the same encodings.
 *
 * @returns `''` for an empty file
 * @throws Refusal for what is in no such encoding
 */
export function decodeShort(bytes: Uint8Array): string {
  return decode(bytes, readsAsChinese).text;
}

/** @param isRight whether a guess at the encoding is to be trusted */
function decode(bytes: Uint8Array, isRight: (text: string) => boolean): { text: string; encoding: string } {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: strip(new TextDecoder(utf16).decode(bytes)), encoding: utf16 };
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    const text = strip(utf8.decode(bytes));
    refuseBinary(text);
    return { text, encoding: 'utf-8' };
  } catch (error) {
    if (error instanceof Refusal) throw error;
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const guess = detect(buffer) ?? '';
  for (const encoding of ['gb18030', ...(iconv.encodingExists(guess) ? [guess.toLowerCase()] : [])]) {
    const text = iconv.decode(buffer, encoding);
    if (isRight(text)) return { text: strip(text), encoding };
  }
  throw new Refusal('有不能解码的字节，应为 UTF-8、UTF-16 或 GB18030 编码的文本', firstBadLine(bytes));
}

/** UTF-16 by its mark, or by zero bytes on one side: line ends, tabs and figures are ASCII. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let index = 0; index < length; index++)
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.02 && even < odd / 20) return 'utf-16le';
  if (even > length * 0.02 && odd < even / 20) return 'utf-16be';
  return undefined;
}

function refuseBinary(text: string): void {
  const zero = text.indexOf('\0');
  if (zero >= 0) throw new Refusal('含有二进制内容，应为纯文本', text.slice(0, zero).split('\n').length);
}

/** Whether a guess at the encoding gives Chinese as budgets have it, not characters by accident. */
function readsAsBudget(text: string): boolean {
  const sample = text.slice(0, 20000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const bad = sample.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
  const common = sample.match(/[的年预算单位收支出合计一二三]/g)?.length ?? 0;
  return han > 0 && bad * 50 < han && common * 25 > han;
}

/** Whether all of a text is characters in use, Chinese among them. */
function readsAsChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text) && !/[\uFFFD\p{Co}]/u.test(text);
}

function firstBadLine(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.indexOf('\uFFFD');
  return bad < 0 ? 1 : text.slice(0, bad).split(/\r\n|\n|\r/).length;
}

function strip(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
