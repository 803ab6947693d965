import { readFileSync } from 'node:fs';

/** Version of an installed package: another one may make something else. */
export function packageVersion(name: string): string {
  const [folder = ''] = new RegExp(`^.*/node_modules/${name}/`).exec(import.meta.resolve(name)) ?? [];
  return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).version;
}
