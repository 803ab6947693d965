import type { Settings } from '../settings.ts';
import { beginSteps, buildSite } from './build-site.ts';
import { guardDist, versionControl } from './guard-dist.ts';
import { beginLedger, differingPaths, readLedger, writeLedger } from './ledger.ts';
import { listFiles } from './list-files.ts';
import type { PublishActions } from './publish-site.ts';
import { removeFiles } from './remove-files.ts';

/**
 * Builds the site in the folder where it stands: for a host that copies it away, and for a look at it.
 *
 * @throws Advice where the folder holds something else than a site, and whatever a step throws
 */
export async function rebuildSite(
  settings: Settings,
  { steps, verify, report, now }: Omit<PublishActions, 'ingest'>,
): Promise<void> {
  const { dist } = settings;
  await guardDist(settings);
  const before = await readLedger(dist);
  await beginLedger(dist);
  beginSteps(steps, settings);
  // Nobody guards this folder: what was deleted in it is made again, and what does not belong to it goes.
  const found = (await listFiles(dist)).filter((path) => path.split('/')[0] !== versionControl);
  const there = new Map(
    found.flatMap((path) => {
      const facts = before.get(path);
      return facts ? [[path, facts] as const] : [];
    }),
  );
  const { files } = await buildSite(settings, steps, there, report, now);
  removeFiles(
    dist,
    found.filter((path) => !files.has(path)),
  );
  const pages = differingPaths(there, files).filter((path) => path.endsWith('.html') && files.has(path));
  await verify(dist, pages, files);
  await writeLedger(dist, files);
}
