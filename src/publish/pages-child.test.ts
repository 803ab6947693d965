import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { readSettings } from '../settings.ts';
import { endPages, startPages } from './pages-child.ts';

vi.mock('node:child_process', { spy: true });

afterEach(() => {
  endPages();
  vi.unstubAllEnvs();
});

test('a process that failed is not silently begun again: who waits for the pages gets its error', async () => {
  const root = mkdtempSync(join(tmpdir(), 'pages-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const settings = { ...readSettings({}, root), site: 'no address' };
  const died = startPages(settings);
  died.begin(settings.dist);
  await expect(died.output).rejects.toThrow('SITE 应为站点的来源');
  expect(startPages(settings)).toBe(died);
  await expect(startPages(settings).frames).rejects.toThrow('SITE 应为站点的来源');
  endPages();
  expect(startPages(settings)).not.toBe(died);
});

test('Astro reports nothing to anybody, whatever the shell says', () => {
  vi.stubEnv('ASTRO_TELEMETRY_DISABLED', '');
  startPages(readSettings({}, tmpdir()));
  const [, options] = vi.mocked(fork).mock.lastCall ?? [];
  expect(options).toMatchObject({ env: { ASTRO_TELEMETRY_DISABLED: '1' } });
});
