import { z } from 'zod';

/** Where in a disclosure something stands. All parts that apply are set. */
export const Place = z.strictObject({
  /** 1–13 */
  table: z.int().min(1).max(13).optional(),
  /** Number of the project in the document. */
  project: z.int().positive().optional(),
  /** Number of the narrative section, 1–12. */
  section: z.int().min(1).max(12).optional(),
  /** Column path. */
  column: z.string().optional(),
  /** Line of the source. */
  line: z.int().positive().optional(),
});
export type Place = z.infer<typeof Place>;

/** A fact about the conversion: what ingest saw, decided or left undecided. Written into the canonical Markdown. */
export const ConversionFinding = z.strictObject({
  /** Kebab-case id of the rule, e.g. `column-shift-decided`. */
  rule: z.string(),
  /** `decided`: settled and on record; `undecided`: left open; `note`: worth knowing. */
  status: z.enum(['decided', 'undecided', 'note']),
  place: Place,
  /** One neutral sentence in Chinese, values quoted in 「」. */
  message: z.string(),
  actual: z.string().optional(),
  expected: z.string().optional(),
});
export type ConversionFinding = z.infer<typeof ConversionFinding>;

export const Outcome = z.enum(['相符', '尾差', '不符', '未检查']);
export type Outcome = z.infer<typeof Outcome>;

/** One side of a compared identity. */
export const Operand = z.strictObject({
  /** e.g. `表三 合计 基本支出` */
  label: z.string(),
  /** Whole yuan, or undefined where not a money amount or not readable. */
  yuan: z.int().optional(),
  /** As printed or stated. */
  printed: z.string(),
  place: Place,
});
export type Operand = z.infer<typeof Operand>;

/** The result of applying one check to one place of a disclosure. */
export const CheckFinding = z.strictObject({
  /** Id of the check: its file's name in `src/checks/`. */
  check: z.string(),
  outcome: Outcome,
  /** Place that the finding is shown at. */
  place: Place,
  /** actual − expected in whole yuan (money checks). */
  differenceYuan: z.int().optional(),
  expected: z.string().optional(),
  actual: z.string().optional(),
  operands: z.array(Operand),
  /** One neutral sentence in Chinese. For 未检查 it gives the reason. */
  message: z.string(),
  /** Which is likelier the cause of a difference, where the source line shows it. */
  likely: z.enum(['publication', 'conversion']).optional(),
});
export type CheckFinding = z.infer<typeof CheckFinding>;
