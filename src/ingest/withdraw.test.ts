import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDisclosure } from '../../bench/generate/archive.ts';
import { listFiles } from '../publish/list-files.ts';
import { writeChanged } from '../publish/write-changed.ts';
import { ingest, withdraw } from './ingest.ts';

test('a publication that was taken in and withdrawn leaves no trace', async () => {
  const content = await mkdtemp(join(tmpdir(), 'withdraw-'));
  const raw = await mkdtemp(join(tmpdir(), 'raw-'));
  const [first, second] = [makeDisclosure(0), makeDisclosure(1)];
  for (const { file, text } of [first, second]) await writeChanged(join(raw, file), text);
  await ingest([join(raw, first.file)], { content });
  const before = await listFiles(content);
  await ingest([join(raw, second.file)], { content });
  const removed = await withdraw(second.budget.unit, String(second.budget.year), { content });
  expect(removed).toHaveLength(2);
  expect(await listFiles(content)).toEqual(before);
  expect(await withdraw(second.budget.unit, '1999', { content })).toEqual([]);
});
