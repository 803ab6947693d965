import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDisclosure } from '../../bench/generate/archive.ts';
import { listFiles } from '../publish/list-files.ts';
import { writeChanged } from '../publish/write-changed.ts';
import { files } from './effects.ts';
import { ingest } from './ingest.ts';

test('many texts are read in threads with the outcomes, in the order, and with the bytes of one after the other', async () => {
  const raw = await mkdtemp(join(tmpdir(), 'threads-raw-'));
  for (let index = 0; index < 6; index++) {
    const { file, text } = makeDisclosure(index);
    await writeChanged(join(raw, file), text);
  }
  await writeChanged(join(raw, '00003a.txt'), '没有单位的文本\n');
  await writeChanged(join(raw, '00004a.txt'), '');
  const [alone, together] = [await into({ ...files, inThreads: false }), await into(files)];
  expect(together.outcomes.filter(({ published }) => !published)).toHaveLength(2);
  expect(together).toEqual(alone);

  async function into(effects: typeof files) {
    const content = await mkdtemp(join(tmpdir(), 'threads-'));
    const outcomes = await ingest([raw], { content }, {}, effects);
    const written = await listFiles(content);
    const bytes = await Promise.all(written.map((path) => readFile(join(content, path), 'utf8')));
    return { outcomes, written, bytes };
  }
}, 60_000);
