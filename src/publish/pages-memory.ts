import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What Astro knows of the pages that it rendered last: after a killed run that may be more than is served. */
const memoryOf = (cache: string) => join(cache, 'astro', 'incremental-build.json');

const keptBeside = (folder: string) => `${folder}.pages.json`;

/** Keeps, beside a release, what Astro knew of its pages. */
export async function keepPagesMemory(cache: string, folder: string): Promise<void> {
  await copyFile(memoryOf(cache), keptBeside(folder)).catch(() => rm(keptBeside(folder), { force: true }));
}

/** Brings back what Astro knew of the pages of a release; where that is not kept, all pages are rendered anew. */
export async function restorePagesMemory(cache: string, folder: string | null): Promise<void> {
  await mkdir(dirname(memoryOf(cache)), { recursive: true });
  const restored =
    folder &&
    (await copyFile(keptBeside(folder), memoryOf(cache)).then(
      () => true,
      () => false,
    ));
  if (!restored) await rm(memoryOf(cache), { force: true });
}
