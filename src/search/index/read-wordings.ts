import { hash } from 'node:crypto';
import { wordOf } from '../pagefind/pagefind-words.ts';
import { type Kind, kinds, type SearchRow } from '../search-page.ts';
import type { SuggestionKind } from '../suggestions.ts';
import { tokenTexts } from '../tokenize.ts';
import { commonWordsIn } from './common-words-in.ts';

/** A cell as it is read. */
export interface Cell {
  /** Numbers of its tokens in {@link Reading.tokens}. */
  tokens: number[];
  /** Its tokens as Pagefind reads them. */
  pagefind: string;
  /** Common words in it. */
  common: string[];
}

/** A kind with its texts, with amounts beside them or without. */
export interface Wording {
  /** Index in {@link kinds}. */
  kind: number;
  /** Whether its rows have amounts, which they are ranked by; a body is looked for by its name, with figures or without. */
  valued: boolean;
  digest: string;
  cells: Cell[];
  /** Kind of suggestion, text and code, parted by tabs; `''` where it is none. */
  name: string;
}

/** The rows of a page as the index reads them. */
export interface Reading {
  /** What {@link Cell.tokens} are numbers of. */
  tokens: readonly string[];
  /** Each once, in the order in which they first stand. */
  wordings: Wording[];
  /** Of each row, the index of its wording. */
  rows: Int32Array;
}

/** Reads the rows of a page. */
export function readWordings(rows: SearchRow[]): Reading {
  if (reader.full) reader = new Reader();
  const numbers = new Map<Wording, number>();
  const numbered = new Int32Array(rows.length);
  rows.forEach(({ kind, texts, amounts }, row) => {
    const wording = reader.wording(kind, texts, amounts.length > 0 && kind !== '单位');
    const number = numbers.get(wording) ?? numbers.size;
    if (number === numbers.size) numbers.set(wording, number);
    numbered[row] = number;
  });
  return { tokens: reader.tokens, wordings: [...numbers.keys()], rows: numbered };
}

/** Cells and wordings that are known at once. */
const most = 8_000;

/** Kinds of rows that are suggested by their name. */
const suggested: Partial<Record<Kind, SuggestionKind>> = {
  单位: '单位',
  表格行: '科目',
  目录条目: '目录',
  名词: '名词',
};
/** Longest text that is worth suggesting. */
const longest = 30;

/** Reads each cell and each wording once: most of those of a page stand in others too. */
class Reader {
  readonly tokens: string[] = [];
  /** The same as Pagefind reads them. */
  readonly #words: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #cells = new Map<string, Cell>();
  readonly #wordings = new Map<string, Wording>();

  get full(): boolean {
    return this.#cells.size > most || this.#wordings.size > most;
  }

  wording(kind: Kind, texts: string[], valued: boolean): Wording {
    const key = `${kind}\t${Number(valued)}\t${texts.join('\t')}`;
    let wording = this.#wordings.get(key);
    if (!wording) {
      wording = {
        kind: kinds.indexOf(kind),
        valued,
        digest: hash('sha256', key, 'base64').slice(0, 16),
        cells: texts.map((text) => this.#cell(text)),
        name: nameOf(kind, texts),
      };
      this.#wordings.set(key, wording);
    }
    return wording;
  }

  #cell(text: string): Cell {
    let cell = this.#cells.get(text);
    if (!cell) {
      const tokens = tokenTexts(text).map((token) => this.#token(token));
      cell = {
        tokens,
        pagefind: tokens.map((token) => this.#words[token]).join(' '),
        common: commonWordsIn(text),
      };
      this.#cells.set(text, cell);
    }
    return cell;
  }

  #token(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.tokens.push(text) - 1;
      this.#words.push(wordOf(text));
      this.#numbers.set(text, number);
    }
    return number;
  }
}

let reader = new Reader();

function nameOf(kind: Kind, [text = '', code = '']: string[]): string {
  const suggestion = suggested[kind];
  if (!suggestion || text.length > longest || !/\p{Script=Han}/u.test(text)) return '';
  return `${suggestion}\t${text}\t${kind === '表格行' || kind === '目录条目' ? code : ''}`;
}
