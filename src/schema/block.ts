import { z } from 'zod';
import { Table } from './table.ts';

/** Where a paragraph that the conversion broke goes on in another line of the source. */
export const LineBreak = z.strictObject({
  /** Position in the paragraph's text of the line's first character. */
  at: z.int().nonnegative(),
  line: z.int().positive(),
});
export type LineBreak = z.infer<typeof LineBreak>;

/** A paragraph or list item of running text; page breaks inside it are joined. */
export const Paragraph = z.strictObject({
  kind: z.literal('paragraph'),
  text: z.string(),
  /** Its first line. */
  line: z.int().positive(),
  /** Its further lines, in order; left out where there are none. */
  breaks: z.array(LineBreak).nonempty().optional(),
});

/** A heading inside a section. */
export const Heading = z.strictObject({
  kind: z.literal('heading'),
  /** 1 is the highest below the section's own title. */
  depth: z.int().min(1).max(4),
  text: z.string(),
  line: z.int().positive(),
});

/** The caption of a picture that was lost in conversion, e.g. `收入预算图`. */
export const LostPicture = z.strictObject({
  kind: z.literal('picture'),
  caption: z.string(),
  line: z.int().positive(),
});

/** A table inside running text, or any table of a document of unknown template. */
export const TableBlock = z.strictObject({ kind: z.literal('table'), table: Table });

export const Block = z.discriminatedUnion('kind', [Paragraph, Heading, LostPicture, TableBlock]);
export type Paragraph = z.infer<typeof Paragraph>;
export type Block = z.infer<typeof Block>;

/** What a part of the document is. */
export const SectionKind = z.enum([
  'duties', // 第一部分 一、职责
  'structure', // 第一部分 二、机构设置
  'narrative', // 第三部分, `number` 1–12
  'letter', // a forwarding letter before the catalogue
  'other', // recognised as text, but of no known part (all of a document of unknown template)
]);
export type SectionKind = z.infer<typeof SectionKind>;

/** A titled part of the running text, in document order. */
export const Section = z.strictObject({
  kind: SectionKind,
  /** 1–12 for the sections of the narrative, by what they are about, else null. */
  number: z.int().min(1).max(12).nullable(),
  /** Title as printed; in Shanxi's narrative without its ordinal where that is its number: `收入预算情况说明`. */
  title: z.string(),
  line: z.int().positive(),
  blocks: z.array(Block),
});
export type Section = z.infer<typeof Section>;
