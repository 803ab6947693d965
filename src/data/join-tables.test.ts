import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { factsOf } from '../publish/ledger.ts';
import { inAThread } from '../threads/in-a-thread.ts';
import joinTables, { type JoinTask } from './join-tables.ts';
import { partsOf } from './joined-pieces.ts';

const header = 'disclosure,line\r\n';
const task = new URL('join-tables.ts', import.meta.url);

/** A folder with the tables of some disclosures, and what joins them. */
function someTables(rows: Record<string, string>): { folder: string; task: JoinTask } {
  const folder = mkdtempSync(join(tmpdir(), 'join-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const ledger = new Map(
    Object.entries(rows).map(([id, text]) => {
      const path = `${id}/figures.csv`;
      mkdirSync(join(folder, id), { recursive: true });
      writeFileSync(join(folder, path), header + text);
      return [path, factsOf(Buffer.from(header + text))];
    }),
  );
  const parts = partsOf('figures', header, Object.keys(rows), (path) => ledger.get(path));
  return { folder, task: { folder, tables: [{ ...parts, before: null, known: undefined }] } };
}

test('a table is the header and the rows of every disclosure, in another thread as in this one', async () => {
  const made = someTables({ a: 'a,1\r\n', b: '', c: 'c,1\r\nc,2\r\n' });
  const text = `${header}a,1\r\nc,1\r\nc,2\r\n`;
  for (const run of [joinTables, (input: JoinTask) => inAThread(task, input)]) {
    const facts = await run(made.task);
    expect(readFileSync(join(made.folder, 'figures.csv'), 'utf8')).toBe(text);
    expect(facts).toEqual([{ sha256: factsOf(Buffer.from(text))[0], bytes: text.length }]);
    rmSync(join(made.folder, 'figures.csv'));
  }
});

test('what did not change is taken from the table that stands there', () => {
  const before = someTables({ a: 'a,1\r\n', c: 'c,1\r\n' });
  const [facts] = joinTables(before.task);
  const after = someTables({ a: 'a,1\r\n', b: 'b,1\r\n', c: 'c,1\r\n' });
  writeFileSync(join(after.folder, 'figures.csv'), readFileSync(join(before.folder, 'figures.csv')));
  for (const id of ['a', 'c']) rmSync(join(after.folder, id), { recursive: true });
  const [table] = after.task.tables;
  const [earlier] = before.task.tables;
  if (!table || !earlier || !facts) throw new Error('no table');
  joinTables({
    folder: after.folder,
    tables: [{ ...table, before: { sha256: facts.sha256, parts: earlier.parts }, known: facts.sha256 }],
  });
  expect(readFileSync(join(after.folder, 'figures.csv'), 'utf8')).toBe(`${header}a,1\r\nb,1\r\nc,1\r\n`);
});
