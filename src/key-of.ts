import { hash } from 'node:crypto';

/** A short name for some values: changes with any of them. */
export function keyOf(...parts: readonly string[]): string {
  return hash('sha256', parts.join('\0'), 'hex').slice(0, 32);
}
