import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Settings } from './settings.ts';

/**
 * Keeps what modules are compiled to between runs: a command starts in half the time. It holds for what is imported
 * afterwards, so that a script calls it first and imports the rest by `await import(…)`.
 */
export function keepCompiled({ cache }: Pick<Settings, 'cache'>): void {
  enableCompileCache(join(cache, 'compiled'));
}
