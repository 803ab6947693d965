import { z } from 'zod';
import { Section } from './block.ts';
import { ConversionFinding } from './finding.ts';
import { Project } from './project.ts';
import { Table } from './table.ts';

/** A body that publishes its budget. */
export const Unit = z.strictObject({
  name: z.string(),
  /** ASCII address from pinyin: `liu-lin-xian-she-hui-bao-xian-zhong-xin`. */
  slug: z.string(),
});
export type Unit = z.infer<typeof Unit>;

export const Region = z.strictObject({
  /** `山西省`, or `''` where the text does not tell. */
  province: z.string(),
  city: z.string(),
  county: z.string(),
});
export type Region = z.infer<typeof Region>;

/** The text that the disclosure was made from. */
export const Source = z.strictObject({
  /** File name as received, without folders. */
  file: z.string(),
  /** SHA-256 of the bytes as received, hex. */
  sha256: z.string(),
  /** `utf-8`, `gb18030`, `utf-16le` … */
  encoding: z.string(),
  /** Number of lines; the last one counts without a newline too. */
  lines: z.int().positive(),
});
export type Source = z.infer<typeof Source>;

/** A glossary term (名词解释). */
export const Term = z.strictObject({ term: z.string(), definition: z.string(), line: z.int().positive() });
export type Term = z.infer<typeof Term>;

/** A correction or mask that was applied, as shown to readers. */
export const AppliedCorrection = z.strictObject({
  line: z.int().positive(),
  /** Replaced text; `''` for a mask, so that nothing masked is published. */
  was: z.string(),
  now: z.string(),
  why: z.string(),
  kind: z.enum(['misreading', 'mask']),
  /** For a mask: the half-open range of UTF-16 units in the source line as received that it covers. */
  from: z.int().min(0).optional(),
  to: z.int().positive().optional(),
});
export type AppliedCorrection = z.infer<typeof AppliedCorrection>;

/** One annual budget (or final accounts) of one body: all that its published text says. */
export const Disclosure = z.strictObject({
  /** `<unit slug>/<year>` */
  id: z.string(),
  unit: Unit,
  year: z.int().min(1990).max(2100),
  /** 单位: for itself. 部门: for itself and the units below it. */
  kind: z.enum(['单位', '部门']),
  phase: z.enum(['预算', '决算']),
  /** `shanxi-13` (thirteen tables), `national` (as the Ministry of Finance has them), or `unknown`: published as text, tables kept but not recognised. */
  template: z.string(),
  region: Region,
  /** Parent department (主管部门) and its code, `''` where not printed. */
  department: z.strictObject({ code: z.string(), name: z.string() }),
  source: Source,
  /** Running text in document order: duties, structure, narrative, letters, other. */
  sections: z.array(Section),
  /** Recognised tables by number, in order; several of one number stay apart. */
  tables: z.array(Table),
  projects: z.array(Project),
  /** Edition of the attached catalogue, `''` where none is attached; `first`–`last`: its lines. */
  catalogue: z.strictObject({ edition: z.string(), first: z.int().min(0), last: z.int().min(0) }),
  glossary: z.array(Term),
  corrections: z.array(AppliedCorrection),
  findings: z.array(ConversionFinding),
});
export type Disclosure = z.infer<typeof Disclosure>;
