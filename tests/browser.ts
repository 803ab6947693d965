import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const bin = resolve('node_modules/@sparticuz/chromium');

/**
 * Unpacks the Chromium of the npm package once into `folder`.
 *
 * Several first starts at once would race, so the global setup calls this before any test runs.
 */
export async function unpackChromium(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(bin, 'package.json'), 'utf8'));
  const home = join(folder, `chromium-${version}`);
  const done = join(home, 'chromium');
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'The bundled Chromium is for Linux x64. Set CHROMIUM to the path of a Chromium or Chrome.',
    );
  if (!existsSync(home)) {
    const part = `${home}.part`;
    await rm(part, { recursive: true, force: true });
    await mkdir(part, { recursive: true });
    await unpackInto(part);
    await writeFile(
      join(part, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir></fontconfig>`,
    );
    await rename(part, home);
  }
  return done;
}

/** The package unpacks into the system's folder for temporary files, so that is moved for the moment. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const { inflate } = await import('@sparticuz/chromium');
  for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'])
    await inflate(join(bin, 'bin', name));
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
}

/** Starts Chromium; the caller closes it. */
export async function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    env: environment(executablePath),
  });
}

/** Libraries and fonts that come with the package serve machines that lack them; where the system has all, its own are used. */
function environment(executablePath: string): Record<string, string> {
  // Without a locale of UTF-8 Chromium cannot read a folder with a Chinese name.
  const env: Record<string, string> = { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' };
  const libraries = join(executablePath, '..', 'al2023', 'lib');
  if (process.platform === 'linux' && existsSync(libraries)) {
    const missing = execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
    if (missing) env.LD_LIBRARY_PATH = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_FILE = join(executablePath, '..', 'fonts.conf');
  }
  return env;
}
