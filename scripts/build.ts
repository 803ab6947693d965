import { buildSite } from '../src/publish/build-site.ts';
import { buildSteps } from '../src/publish/build-steps.ts';
import { pruneFiles } from '../src/publish/prune-files.ts';
import { readSettings } from '../src/settings.ts';

const settings = readSettings(process.env, process.cwd());
const results = await buildSite(
  settings,
  buildSteps,
  ({ name, made, seconds }) => console.log(`${name}：${made}（${seconds.toFixed(1)} 秒）`),
  () => performance.now(),
);
await pruneFiles(settings.dist, new Set(results.flatMap(({ files }) => files)));
