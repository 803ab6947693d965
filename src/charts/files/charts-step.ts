import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeDigest } from '../../data/code-digest.ts';
import type { BuildStep } from '../../publish/build-site.ts';
import { writeChanged } from '../../publish/write-changed.ts';
import { type ArchivedDisclosure, loadArchive } from '../../record/load-archive.ts';
import { chartsOf } from '../charts-of.ts';
import { chartFiles, originOf } from './chart-files.ts';

/** What was written for a disclosure, and from what. */
interface Written {
  version: string;
  /** Relative to `dist`. */
  files: string[];
}

/** Writes the downloads of every disclosure's charts beside its page, in `units/<unit>/<year>/charts/`. */
export const chartsStep: BuildStep = {
  name: '图表下载',
  async run({ content, cache, dist }) {
    const program = codeDigest(['charts', 'checks', 'schema']);
    const files: string[] = [];
    let made = 0;
    for (const entry of loadArchive({ content, cache }).disclosures) {
      const note = join(cache, 'charts', `${entry.id}.json`);
      const version = createHash('sha256').update(program).update(entry.digest).digest('hex').slice(0, 16);
      let written = readWritten(note);
      if (written?.version !== version || !written.files.every((file) => existsSync(join(dist, file)))) {
        written = { version, files: await writeFiles(entry, dist) };
        await writeChanged(note, JSON.stringify(written));
        made += 1;
      }
      files.push(...written.files);
    }
    return { made: `${files.length} 个文件，${made} 份重新生成`, files };
  },
};

function readWritten(note: string): Written | undefined {
  return existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as Written) : undefined;
}

async function writeFiles(entry: ArchivedDisclosure, dist: string): Promise<string[]> {
  const disclosure = entry.load();
  if (disclosure.template === 'unknown') return [];
  const files = chartFiles(chartsOf(disclosure), originOf(disclosure));
  const names = files.map(({ name }) => `units/${entry.id}/charts/${name}`);
  await Promise.all(files.map(({ text }, index) => writeChanged(join(dist, names[index] ?? ''), text)));
  return names;
}
