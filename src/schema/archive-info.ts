import { z } from 'zod';

/** What the publisher says of the archive as a whole: `content/archive.yaml`. */
export const ArchiveInfo = z.strictObject({
  /** Name shown to readers. */
  name: z.string().min(1).default('明账'),
  /** ASCII name of files that hold the whole archive. */
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and hyphens')
    .default('mingzhang'),
  /** Day of the latest publication, `2026-03-01`; kept here so that a rebuild gives the same bytes. */
  published: z.iso.date().optional(),
});
export type ArchiveInfo = z.infer<typeof ArchiveInfo>;
