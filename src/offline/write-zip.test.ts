import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZip } from './write-zip.ts';

async function* entries() {
  yield { name: '档案/index.html', bytes: new TextEncoder().encode('<p>预算</p>'.repeat(1000)) };
  yield { name: '档案/icon.png', bytes: new Uint8Array([137, 80, 78, 71]) };
}

test('the same entries give the same bytes, and they unpack to what went in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zip-'));
  await writeZip(join(folder, 'a.zip'), entries());
  const size = await writeZip(join(folder, 'b.zip'), entries());
  const [a, b] = await Promise.all(['a.zip', 'b.zip'].map((name) => readFile(join(folder, name))));
  expect(a).toEqual(b);
  expect(size).toBe(a?.length);
  const files = unzipSync(a as Buffer);
  expect(Object.keys(files)).toEqual(['档案/index.html', '档案/icon.png']);
  expect(new TextDecoder().decode(files['档案/index.html'])).toBe('<p>预算</p>'.repeat(1000));
});
