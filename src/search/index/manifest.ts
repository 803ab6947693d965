import { z } from 'zod';

/** `search/manifest.json`: where the present index is. Its name stays, as that of `search/heads.bin` does. */
export const Manifest = z.strictObject({
  shards: z.array(
    z.strictObject({
      /** Folder below the base path, named for its content: `search/2031-0a1b2c3d4e`. */
      path: z.string(),
      pages: z.int(),
      rows: z.int(),
    }),
  ),
  /** Folders of Pagefind's shards below the base path: `pagefind/2031-0a1b2c3d4e`. */
  pagefind: z.array(z.string()),
  /** File of suggestions below the base path. */
  suggestions: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;
