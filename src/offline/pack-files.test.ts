import { expect, test } from 'vitest';
import { packOf, packScript, planPacks } from './pack-files.ts';

function sizes(prefix: string, count: number, bytes = 50_000): [string, number][] {
  return Array.from({ length: count }, (_, index) => [`${prefix}/${index}.bin`, bytes]);
}

test('each file stands in the pack that its path leads to', () => {
  const files = new Map([...sizes('search/2024-0a1b2c3d4e5f/r', 40), ...sizes('data/u/2024', 20)]);
  const { table, packs } = planPacks(files);
  expect(table).toEqual({ data: ['data', 4], 'search/2024-0a1b2c3d4e5f/r': ['search/2024/r', 8] });
  for (const path of files.keys()) {
    const { pack, name } = packOf(path, table) as { pack: string; name: string };
    expect(packs.get(pack)?.get(name)).toBe(path);
  }
  expect(packOf('units/u/index.html', table)).toBeNull();
});

test('a file more changes one pack, also where its folder is renamed', () => {
  const before = planPacks(new Map(sizes('search/2024-0a1b2c3d4e5f/r', 40))).packs;
  const after = planPacks(new Map(sizes('search/2024-ffffffffffff/r', 41))).packs;
  const names = (packs: typeof before, pack: string) => [...(packs.get(pack)?.keys() ?? [])].join();
  const changed = [...after.keys()].filter((pack) => names(before, pack) !== names(after, pack));
  expect(changed).toHaveLength(1);
});

test('folders that are named by their content alone are packed with the folder above', () => {
  const files = new Map([
    ...sizes('search/0a1b2c3d4e5f', 1),
    ...sizes('search/ffffffffffff', 1),
    ['search/manifest.json', 9],
  ] as [string, number][]);
  const { table, packs } = planPacks(files);
  expect(table).toEqual({ search: ['search', 1] });
  expect([...(packs.get('search/0')?.keys() ?? [])]).toEqual([
    '0a1b2c3d4e5f/0.bin',
    'ffffffffffff/0.bin',
    'manifest.json',
  ]);
});

test('two folders never share their packs', () => {
  const files = new Map([...sizes('search/2024-0a1b2c3d4e5f', 1), ...sizes('search/2024-ffffffffffff', 1)]);
  expect([...planPacks(files).packs.keys()]).toEqual(['search/2024/0', 'search/2024-ffffffffffff/0']);
});

test('a pack hands its files over under their names', () => {
  const files = new Map([
    ['a.bin', new Uint8Array([7, 7])],
    ['b/c.bin', new Uint8Array([7])],
  ]);
  expect(packScript('search/0', files)).toBe(
    'mingzhangFiles.put("search/0",{"a.bin":"Bwc=","b/c.bin":"Bw=="});\n',
  );
});
