import { createHash } from 'node:crypto';

/** A short name for some values: changes with any of them. */
export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}
