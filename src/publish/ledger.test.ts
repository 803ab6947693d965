import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { differingPaths, type FileFacts, ledgerOf, readLedger, writeLedger } from './ledger.ts';

function somewhere(): string {
  const root = mkdtempSync(join(tmpdir(), 'ledger-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

const before = new Map<string, FileFacts>([
  ['units/b/index.html', ['b1', 10]],
  ['data/说明.txt', ['c1', 20]],
  ['a"quote".html', ['a1', 30]],
]);
const after = new Map<string, FileFacts>([
  ['a"quote".html', ['a1', 30]],
  ['units/b/index.html', ['b2', 11]],
  ['units/c/index.html', ['c2', 12]],
]);

test('a ledger is read as it was written, in the order of its paths', async () => {
  const folder = join(somewhere(), 'a');
  await writeLedger(folder, before);
  expect([...(await readLedger(folder))]).toEqual([...before].sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeLedger(folder, new Map());
  expect((await readLedger(folder)).size).toBe(0);
});

test('what did not change is taken over from the ledger before, with the same bytes as written anew', async () => {
  const root = somewhere();
  const [first, second, anew] = ['a', 'b', 'c'].map((name) => join(root, name)) as [string, string, string];
  await writeLedger(first, before);
  await writeLedger(anew, after);
  const differing = differingPaths(before, after);
  await writeLedger(second, after, { folder: first, ledger: before, differing });
  expect(readFileSync(ledgerOf(second))).toEqual(readFileSync(ledgerOf(anew)));
  // A file that holds something else than what was read, as that of an earlier version does.
  for (const text of ['["units/b/index.html","b1",10]', '', '[\n"x","y",1\n]\n']) {
    writeFileSync(ledgerOf(first), text);
    await writeLedger(second, after, { folder: first, ledger: before, differing });
    expect(readFileSync(ledgerOf(second))).toEqual(readFileSync(ledgerOf(anew)));
  }
});

test('tells what was added, changed or removed', () => {
  expect(differingPaths(before, after)).toEqual([
    'data/说明.txt',
    'units/b/index.html',
    'units/c/index.html',
  ]);
});
