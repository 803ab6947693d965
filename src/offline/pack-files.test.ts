import { expect, test } from 'vitest';
import { packFiles, packOf } from './pack-files.ts';

const bytes = (length: number) => new Uint8Array(length).fill(7);

test('each file stands in the pack that its path leads to', () => {
  const files = new Map(
    Array.from({ length: 40 }, (_, index) => [`search/2024/${index}.bin`, bytes(50_000)] as const),
  );
  const { scripts } = packFiles(files);
  expect(scripts.length).toBeGreaterThan(3);
  for (const path of files.keys()) expect(scripts[packOf(path, scripts.length)]).toContain(`"${path}"`);
});

test('few files make one pack, in the order of their paths', () => {
  const { scripts } = packFiles(
    new Map([
      ['b', bytes(1)],
      ['a', bytes(2)],
    ]),
  );
  expect(scripts).toEqual(['mingzhangFiles.put(0,{"a":"Bwc=","b":"Bw=="});\n']);
});
