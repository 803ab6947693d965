import { z } from 'zod';
import { readList } from '../corrections/read-corrections.ts';

const CatalogueCorrection = z.strictObject({
  /** Name of the department; `''` for a statement about the edition (`code: issued`). */
  department: z.string(),
  /** Code of the row; `''` for the department itself. */
  code: z.string().default(''),
  occurrence: z.int().min(0).default(0),
  /** The right name; null where the row does not belong to the edition. */
  name: z.string().nullable(),
  /** Reason, shown to readers. */
  why: z.string().min(1),
});

/** A decision of a person on one row of an edition, whatever its copies print. */
export type CatalogueCorrection = z.infer<typeof CatalogueCorrection>;

/**
 * Reads `content/corrections/catalogues/<edition slug>.yaml`.
 *
 * @throws CorrectionError where the file is no list of such decisions
 */
export function readCatalogueCorrections(text: string, file: string): CatalogueCorrection[] {
  return readList(text, file, z.array(CatalogueCorrection));
}
