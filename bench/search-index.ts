import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Archive, loadArchive } from '../src/record/load-archive.ts';
import { beginIndex } from '../src/search/index/begin-index.ts';

/**
 * Prints what the index of an archive costs: `node bench/search-index.ts CONTENT 500 2000`, from nothing, for one more
 * disclosure, and when nothing changed; for the first so many disclosures of the archive. Records are parsed before.
 */
const [content = 'content', ...sizes] = process.argv.slice(2);
const places = { content: resolve(content), cache: resolve('.cache') };
const archive = loadArchive(places);
for (const record of archive.disclosures) record.load();
for (const size of sizes.map(Number)) await measure(size);

async function measure(size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mingzhang-index-'));
  await symlink(join(places.cache, 'record'), join(folder, 'record'));
  const first = (count: number): Archive => ({
    ...archive,
    disclosures: archive.disclosures.slice(0, count),
  });
  const index = async (count: number) => {
    const begun = performance.now();
    const before = process.cpuUsage();
    await beginIndex({ content: places.content, cache: folder }, () => false, first(count));
    const { user, system } = process.cpuUsage(before);
    return { seconds: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6 };
  };
  const whole = await index(size - 1);
  const more = await index(size);
  const again = await index(size);
  console.log({
    disclosures: size,
    'from nothing, ms a disclosure': round((whole.seconds * 1000) / size),
    'of which in this process, CPU': round((whole.cpu * 1000) / size),
    'one more, s': round(more.seconds),
    'in this process, CPU s': round(more.cpu),
    'nothing changed, s': round(again.seconds),
    'memory, MB': Math.round(process.resourceUsage().maxRSS / 1000),
  });
  await rm(folder, { recursive: true, force: true });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
