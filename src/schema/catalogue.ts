import { z } from 'zod';

/** One row of the procurement catalogue. It means something only within (edition, department). */
export const CatalogueEntry = z.strictObject({
  /** `A`, `A15`, `A1502`, `A150201`; corrected where the print lost its letter or a digit (see `printed`). */
  code: z.string(),
  /** 1–4, by the length of the code. */
  level: z.int().min(1).max(4),
  name: z.string(),
  /** Code of the row above it in the tree, `''` at level 1. */
  parent: z.string(),
  line: z.int().positive(),
  /** Code as printed, where it differs from `code`. */
  printed: z.string().optional(),
  /** Disclosure that `line` belongs to, where that is not the edition's first copy. */
  copy: z.string().optional(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** A heading of the catalogue, e.g. `人力资源和社会保障`. */
export const CatalogueDepartment = z.strictObject({
  name: z.string(),
  /** ASCII address: `ren-li-zi-yuan-he-she-hui-bao-zhang`. */
  slug: z.string(),
  line: z.int().positive(),
  /** Disclosure that `line` belongs to, where that is not the edition's first copy. */
  copy: z.string().optional(),
  entries: z.array(CatalogueEntry),
});
export type CatalogueDepartment = z.infer<typeof CatalogueDepartment>;

/** One of the ways in which copies print the same thing. */
export const Reading = z.strictObject({
  /** Name as printed by the first of its copies; null where the row is missing. */
  name: z.string().nullable(),
  /** Line in the source of the first of its copies; null where the row is missing or it is no row. */
  line: z.int().positive().nullable(),
  /** Code as printed by the first of its copies, where it differs from the code. */
  printed: z.string().optional(),
  /**
   * Disclosures that print it so, sorted. The reading of most copies (at most one a variant) lists none:
   * it is that of all others, so that an edition attached by thousands stays small.
   */
  copies: z.array(z.string()),
});
export type Reading = z.infer<typeof Reading>;

/** What copies print differently. Copies that lack the whole department have no say on its rows. */
export const Variant = z.strictObject({
  /** Name of the department; `''` where it is a statement about the edition, named by `code`. */
  department: z.string(),
  /** Code of the row; `''` for the department itself; `title`, `issuer`, `issued` … for a statement. */
  code: z.string(),
  /** Which of several rows of this code in the department, from 0. */
  occurrence: z.int().min(0),
  /** Sorted: the one with most copies first. */
  readings: z.array(Reading).min(1),
  /** Index of the reading that the published text has. */
  chosen: z.int().min(0),
  decision: z.enum(['majority', 'correction', 'undecided']),
  /** Reason on record of a correction. */
  why: z.string().optional(),
});
export type Variant = z.infer<typeof Variant>;

/** One edition of 政府购买服务指导性目录, once, however many disclosures attach it. */
export const Catalogue = z.strictObject({
  /** Issuing document: `晋财综〔2023〕43号`. */
  edition: z.string(),
  /** ASCII address: `jin-cai-zong-2023-43`. */
  slug: z.string(),
  title: z.string(),
  /** `山西省财政厅`, or `''`. */
  issuer: z.string(),
  /** 印发 date `2023-08-22`, or `''` where not printed. */
  issued: z.string(),
  /** Date from which it applies as stated (`自2022年1月1日起`), `issued` where it says 自印发之日起, or `''`. */
  inForce: z.string(),
  /** Editions that it repeals (同时废止). */
  repeals: z.array(z.string()),
  /** Disclosures that attach it, sorted; `line` numbers of the entries are of the first one's source. */
  copies: z.array(z.string()),
  departments: z.array(CatalogueDepartment),
  variants: z.array(Variant),
});
export type Catalogue = z.infer<typeof Catalogue>;
