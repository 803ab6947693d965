import { lstat } from 'node:fs/promises';
import { buildSite } from '../src/publish/build-site.ts';
import { buildSteps } from '../src/publish/build-steps.ts';
import { formatStep } from '../src/publish/format-step.ts';
import { pruneFiles } from '../src/publish/prune-files.ts';
import { publishSite } from '../src/publish/publish-site.ts';
import { changedPaths, scanTree } from '../src/publish/scan-tree.ts';
import { verifySite } from '../src/publish/verify-site.ts';
import { readSettings } from '../src/settings.ts';

const settings = readSettings(process.env, process.cwd());
const report = (result: Parameters<typeof formatStep>[0]) => console.log(formatStep(result));
const now = () => performance.now();
const verify = (folder: string, pages: readonly string[]) =>
  verifySite(folder, pages, settings.base, settings.site);
const found = await lstat(settings.dist).catch(() => null);

try {
  // Where `npm run publish` serves the site through a link, a build must not touch what is being served.
  if (found?.isSymbolicLink())
    await publishSite(settings, { ingest: async () => {}, steps: buildSteps, verify, report, now });
  else {
    const before = await scanTree(settings.dist);
    const results = await buildSite(settings, buildSteps, report, now);
    await pruneFiles(settings.dist, new Set(results.flatMap((result) => result.files)));
    const after = await scanTree(settings.dist);
    const written = changedPaths(before, after).filter((path) => path.endsWith('.html') && after.has(path));
    await verify(settings.dist, written);
  }
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
}
