import { createHash } from 'node:crypto';

/** SHA-256 of some bytes, in hex. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Lines of `<hash>  <path>`, sorted by path: the format of `sha256sum`, which can check it too. */
export function writeManifest(hashes: ReadonlyMap<string, string>): string {
  return [...hashes.keys()]
    .sort()
    .map((path) => `${hashes.get(path)}  ${path}\n`)
    .join('');
}
