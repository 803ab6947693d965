import { z } from 'zod';
import { programName } from '../program-name.ts';

/** What the publisher says of the archive as a whole: `content/archive.yaml`. */
export const ArchiveInfo = z.strictObject({
  /** Name shown to readers. */
  name: z
    .string()
    .trim()
    .min(1)
    .regex(/^\P{Cc}*$/u, '应在一行之内，不含控制字符')
    .default(programName),
  /** ASCII name of files that hold the whole archive. */
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '应为小写字母、数字和连字符')
    .default('mingzhang'),
  /** Day of the latest publication, `2026-03-01`; kept here so that a rebuild gives the same bytes. */
  published: z.iso.date('应为日期，如 2026-03-01').optional(),
  /** Digest of what was published on that day; set by `npm run publish`. */
  contents: z.string().optional(),
});
export type ArchiveInfo = z.infer<typeof ArchiveInfo>;
