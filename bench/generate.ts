import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDisclosure } from './generate/archive.ts';

/** Writes N synthetic disclosures in the raw format: `node bench/generate.ts 500 /tmp/raw [first]`. */
const [count, folder, first = '0'] = process.argv.slice(2);
if (!count || !folder) {
  console.error('usage: node bench/generate.ts COUNT FOLDER [FIRST]');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
for (let index = Number(first); index < Number(first) + Number(count); index++) {
  const { file, text } = makeDisclosure(index);
  await writeFile(join(folder, file), text);
}
