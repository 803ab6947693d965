import { remembered } from '../../remembered.ts';
import type { SourceLine } from '../source-line.ts';

/** A non-empty cell of a printed line. */
export interface FormCell {
  /** Text with stray markup gone and wraps joined. */
  text: string;
  /** 0-based position in the printed grid. */
  column: number;
}

/** One printed line of a form. */
export interface FormRow {
  line: number;
  /** Its place among the lines that are read: rows of a table that is printed on one line share their `line`. */
  row: number;
  /** Non-empty cells, left to right. */
  cells: FormCell[];
  /** Number of printed cells, empty ones included. */
  width: number;
}

const markup =
  /<\/?(?:p|b|i|u|br|strong|em|span|div|font|sub|sup|td|tr|th|table|tbody|center)(?:\s[^<>]*)?\/?>/gi;

/** Removes markup that conversion left, keeping `<…>` that belongs to a title. */
export function withoutMarkup(text: string): string {
  return text
    .replace(markup, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/[\u200b\ufeff]/g, '');
}

/** Joins what a wrap inside a cell has torn apart: a blank between two Chinese characters goes. */
export const joinWraps = remembered((text) =>
  withoutMarkup(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /(?<=[\u3400-\u9fff\uff00-\uffef、。〉》」』】〕“”])\s(?=[\u3400-\u9fff\uff00-\uffef、。〈《「『【〔“”])/g,
      '',
    ),
);

/** Splits the line at index `row` into its non-empty cells. */
export function cellsOf(source: SourceLine, row = 0): FormRow {
  const printed = source.text.split('\t');
  const cells = printed
    .map((text, column) => ({ text: joinWraps(text), column }))
    .filter((cell) => cell.text !== '');
  return { line: source.line, row, cells, width: printed.length };
}

/** The text by which labels are compared: half-width, without blanks, closing colon and list marks. */
export const plain = remembered((text) =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[:：]+$/, ''),
);
