import { expect, test } from 'vitest';
import { planShards } from './plan-shards.ts';

const records = (count: number, year = 2031) =>
  Array.from({ length: count }, (_, index) => ({ id: `body-${index}/${year}` }));

/** Names of the shards that do not hold the same records. */
function differing(before: ReturnType<typeof records>, after: ReturnType<typeof records>): string[] {
  const [a, b] = [planShards(before, 50), planShards(after, 50)];
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (name) => JSON.stringify(a.get(name)) !== JSON.stringify(b.get(name)),
  );
}

test('a year is one shard until it is too large, the newest first', () => {
  expect([...planShards([...records(3, 2030), ...records(50)], 50).keys()]).toEqual(['2031', '2030']);
  expect([...planShards(records(51), 50).keys()]).toEqual(['2031-0', '2031-1']);
});

test('every record is in one shard, and no shard is too large', () => {
  const shards = [...planShards(records(700), 50).values()];
  expect(shards.flat().sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    records(700).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  expect(Math.max(...shards.map((shard) => shard.length))).toBeLessThanOrEqual(50);
});

test('a further record changes one shard, or halves one', () => {
  for (let count = 1; count < 300; count++)
    expect(differing(records(count), records(count + 1)).length).toBeLessThanOrEqual(3);
});
