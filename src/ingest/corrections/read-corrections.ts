import { parse } from 'yaml';
import { z } from 'zod';
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
const Mask = z.strictObject({
  kind: z.literal('mask'),
  line: z.int().positive().optional(),
  /** Masks it on every line, also where blanks or a line break stand inside it. */
  everywhere: z.literal(true).optional(),
  was: z.string().min(1),
  /** What stands for it; one `*` a character where left out. */
  now: z.string().optional(),
  why: z.string().min(1),
});

const Correction = z.discriminatedUnion('kind', [Misreading, Mask]);
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
  const value = readYaml(text, file);
  const result = Corrections.safeParse(value ?? []);
  if (!result.success) throw new CorrectionError(describe(result.error, file));
  result.data.forEach((correction, index) => {
    if (correction.kind !== 'mask') return;
    if ((correction.line === undefined) === (correction.everywhere === undefined)) {
      throw new CorrectionError(
        `${file}: correction ${index + 1}: a mask needs either \`line\` or \`everywhere: true\`.`,
      );
    }
    if (correction.now?.includes(correction.was)) {
      throw new CorrectionError(
        `${file}: correction ${index + 1}: \`now\` still holds what is to be masked.`,
      );
    }
  });
  return result.data;
}

/** YAML as data. Messages carry no excerpt of the file: it may hold what must not be shown. */
export function readYaml(text: string, file: string): unknown {
  try {
    return parse(text, { prettyErrors: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CorrectionError(`${file}: not readable as YAML: ${reason}`);
  }
}

/** One line for the first thing that is wrong with a file. */
export function describe(error: z.ZodError, file: string): string {
  const [issue] = error.issues;
  const [index, ...rest] = issue?.path ?? [];
  const place =
    typeof index === 'number'
      ? `correction ${index + 1}${rest.length ? ` (${rest.join('.')})` : ''}`
      : 'file';
  return `${file}: ${place}: ${issue?.message ?? 'not a list of corrections'}`;
}
