import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All that tests write for the moment goes into one folder, which is removed when they end. */
export default function setup(): () => Promise<void> {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'mingzhang-tests-'));
  process.env.TMPDIR = folder;
  return async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
