import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A short name for some values: changes with any of them. */
export function keyOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/**
 * Makes a value once and keeps it as JSON; later builds with the same key read it.
 *
 * @param folder of the cache
 * @param key must change with all that the value is made from, code included
 */
export function remember<Value>(folder: string, key: string, make: () => Value): Value {
  const path = join(folder, key.slice(0, 2), `${key}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Value;
  } catch {
    // Not there, or cut off by a killed run: it is made again.
  }
  const value = make();
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(value));
  renameSync(temporary, path);
  return value;
}
