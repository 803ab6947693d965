import { expect, test } from 'vitest';
import { makeDisclosure } from '../../bench/generate/archive.ts';
import { ingest, withdraw } from './ingest.ts';
import { type MemoryFiles, memoryFiles } from './testing/memory-files.ts';

const settings = { content: '/archive', cache: '/cache' };
const texts = [0, 1, 2].map((index) => makeDisclosure(index));
const incoming = Object.fromEntries(texts.map(({ file, text }) => [`/in/${file}`, text]));
const [first] = texts as [(typeof texts)[number]];

function archive({ files }: MemoryFiles): Record<string, string> {
  const inside = [...files].filter(([path]) => path.startsWith('/archive/'));
  return Object.fromEntries(inside.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
}

/** Files of the cache, facts (`json`) or bodies (`json.gz`). */
function kept({ files }: MemoryFiles, ending: string): string[] {
  const all = [...files.keys()].filter((path) => /^\/cache\/ingest\/..\//.test(path));
  return all.filter((path) => path.slice(path.indexOf('.') + 1) === ending);
}

/** What the same steps make of an archive without a cache. */
async function withoutCache(files: Record<string, string>): Promise<Record<string, string>> {
  const effects = memoryFiles(files);
  await ingest(['/in'], { content: '/archive' }, {}, effects);
  return archive(effects);
}

test('a text that was read before is not read again, and an unchanged archive is left unchanged', async () => {
  const effects = memoryFiles(incoming);
  await ingest(['/in'], settings, {}, effects);
  expect(archive(effects)).toEqual(await withoutCache(incoming));
  // What is known of the texts is believed: the count comes from the cache.
  const facts = kept(effects, 'json');
  expect(facts).toHaveLength(3);
  for (const path of facts) {
    const { summary, ...rest } = JSON.parse(Buffer.from(effects.files.get(path) ?? '').toString('utf8'));
    effects.files.set(path, Buffer.from(JSON.stringify({ ...rest, summary: { ...summary, tables: 99 } })));
  }
  effects.writes.length = 0;
  for (const paths of [['/in'], []]) {
    const again = await ingest(paths, settings, {}, effects);
    expect(again.map((outcome) => outcome.published && [outcome.change, outcome.summary.tables])).toEqual(
      Array(3).fill(['unchanged', 99]),
    );
  }
  expect(effects.writes).toEqual([]);
});

test('what is damaged or left half by a killed run is made again', async () => {
  const effects = memoryFiles(incoming);
  await ingest(['/in'], settings, {}, effects);
  const whole = archive(effects);
  const [facts] = kept(effects, 'json') as [string];
  const [, body, gone] = kept(effects, 'json.gz') as [string, string, string];
  for (const path of [facts, body])
    effects.files.set(path, (effects.files.get(path) as Uint8Array).slice(0, 100));
  effects.files.delete(gone);
  for (const path of Object.keys(whole)) effects.files.delete(path);
  await ingest(['/in'], settings, {}, effects);
  expect(archive(effects)).toEqual(whole);
});

test('the same text under another name, or in another archive, is published as without a cache', async () => {
  const effects = memoryFiles(incoming);
  await ingest(['/in'], settings, {}, effects);
  for (const path of [...effects.files.keys()]) if (!path.startsWith('/cache/')) effects.files.delete(path);
  const other = { '/in/名为: 其他 #1.txt': first.text };
  for (const [path, text] of Object.entries(other)) effects.files.set(path, Buffer.from(text));
  await ingest(['/in'], settings, {}, effects);
  expect(archive(effects)).toEqual(await withoutCache(other));
});

test('a correction that is added, changed or taken away is applied', async () => {
  const effects = memoryFiles({ [`/in/${first.file}`]: first.text });
  const [outcome] = await ingest(['/in'], settings, {}, effects);
  const before = archive(effects);
  const id = outcome?.published ? outcome.id : '';
  const path = `/archive/corrections/${id}.yaml`;
  const lines = first.text.split('\n');
  const line = lines.findIndex((text) => text.includes('年')) + 1;
  for (const now of ['一', '二']) {
    const yaml = `- kind: misreading\n  line: ${line}\n  was: ${JSON.stringify(lines[line - 1])}\n  now: ${JSON.stringify(`${lines[line - 1]}${now}`)}\n  why: 误识\n`;
    effects.files.set(path, Buffer.from(yaml));
    await ingest([], settings, {}, effects);
    expect(archive(effects)[`/archive/disclosures/${id}.md`]).toContain(
      `"now":${JSON.stringify(`${lines[line - 1]}${now}`)}`,
    );
  }
  effects.files.delete(path);
  await ingest([], settings, {}, effects);
  expect(archive(effects)).toEqual(before);
});

test('editions hold what the archive attaches, whatever was published, withdrawn and put back', async () => {
  const effects = memoryFiles(incoming);
  await ingest(['/in'], settings, {}, effects);
  const whole = archive(effects);
  const [path] = Object.keys(whole).filter((file) => file.includes('/catalogues/')) as [string];
  await withdraw(first.budget.unit, String(first.budget.year), settings, effects);
  expect(archive(effects)[path]).not.toBe(whole[path]);
  await ingest([`/in/${first.file}`], settings, {}, effects);
  expect(archive(effects)).toEqual(whole);
  // Somebody edited the generated file: every copy is put in again.
  effects.files.delete(path);
  await ingest([], settings, {}, effects);
  expect(archive(effects)).toEqual(whole);
});
