import { inflateSync } from 'fflate';

/**
 * Inflates raw deflated bytes at once. Files of the index are small: the browser's own stream takes most of a millisecond
 * for each, whatever its size.
 */
export function inflate(bytes: Uint8Array): Uint8Array {
  return inflateSync(bytes);
}
