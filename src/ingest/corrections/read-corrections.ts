import { z } from 'zod';
import { readYaml, YamlError } from '../../schema/read-yaml.ts';
import { decodeShort } from '../decode-source.ts';
import { Refusal } from '../refusal.ts';

/** A misreading of the conversion put right at one place. */
const Misreading = z.strictObject({
  kind: z.literal('misreading'),
  /** 1-based line of the source. */
  line: z.int().positive(),
  /** Text that stands on that line. */
  was: z.string().min(1),
  now: z.string(),
  /** Reason, shown to readers. */
  why: z.string().min(1),
});

/** Something that must not be published: at one line, or wherever it stands. */
const Mask = z
  .strictObject({
    kind: z.literal('mask'),
    line: z.int().positive().optional(),
    /** Masks it on every line, also where blanks or a line break stand inside it. */
    everywhere: z.literal(true).optional(),
    was: z.string().min(1),
    /** What stands for it; one `*` a character where left out. */
    now: z.string().optional(),
    why: z.string().min(1),
  })
  .refine(({ line, everywhere }) => (line === undefined) !== (everywhere === undefined), {
    error: '遮盖要写 line 或 everywhere: true，两者取一',
  })
  .refine(({ was, now }) => !now?.includes(was), { error: '仍含有要遮盖的文字', path: ['now'] });

const Correction = z.discriminatedUnion('kind', [Misreading, Mask], {
  error: (issue) => (issue.code === 'invalid_union' ? '应为 misreading 或 mask' : undefined),
});
const Corrections = z.array(Correction);
export type Correction = z.infer<typeof Correction>;

/** Error of a corrections file; its message names file, place and what was found. */
export class CorrectionError extends Refusal {
  override name = 'CorrectionError';
}

/**
 * Reads `content/corrections/<unit>/<year>.yaml`: a list of corrections.
 *
 * @param text content of the file; empty is no correction
 * @param file its path, for messages
 * @throws CorrectionError where the file is no such list
 */
export function readCorrections(text: string, file: string): Correction[] {
  return readList(text, file, Corrections);
}

/** Reads a list of corrections of any kind. @throws CorrectionError with file and line; no value is quoted */
export function readList<T>(text: string, file: string, schema: z.ZodType<T>): T {
  try {
    return readYaml(text, file, schema, []);
  } catch (error) {
    throw error instanceof YamlError ? new CorrectionError(error.message) : error;
  }
}

/**
 * Decodes a corrections file in whatever encoding a text may come in.
 *
 * @throws CorrectionError with file and line
 */
export function decodeCorrections(bytes: Uint8Array, file: string): string {
  try {
    return decodeShort(bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new CorrectionError(`${file}${error.line ? `:${error.line}` : ''}：${error.message}`);
  }
}
