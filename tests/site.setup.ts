import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../src/server/serve-site.ts';
import { unpackChromium } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built sample archive. */
    site: string;
    /** Folder of the built sample archive. */
    dist: string;
    /** Path of the Chromium to test with. */
    chromium: string;
  }
}

const inputs = ['src', 'content', 'public', 'scripts', 'astro.config.mjs', 'package-lock.json'];

/** Builds the sample archive (again only when something it is made from changed), serves it, unpacks the browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = resolve('.site/dist');
  const stamp = resolve('.site/made-from');
  const made = await digest(inputs);
  if (!existsSync(stamp) || (await readFile(stamp, 'utf8')) !== made) {
    await rm(dist, { recursive: true, force: true });
    await mkdir(dist, { recursive: true });
    execFileSync(process.execPath, ['scripts/build.ts'], {
      stdio: 'inherit',
      env: { ...process.env, DIST: dist, NODE_ENV: 'production', VITEST: '' },
    });
    await writeFile(stamp, made);
  }
  const server = await serveSite(dist, '/', 0);
  project.provide('site', server.url);
  project.provide('dist', dist);
  project.provide('chromium', await unpackChromium(resolve('.cache')));
  return server.close;
}

async function digest(paths: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) await add(path, hash);
  return hash.digest('hex');
}

async function add(path: string, hash: ReturnType<typeof createHash>): Promise<void> {
  if (!existsSync(path) || path.endsWith('.test.ts')) return;
  const names = await readdir(path).catch(() => null);
  if (names === null) hash.update(path).update(await readFile(path));
  else for (const name of names.sort()) await add(join(path, name), hash);
}
