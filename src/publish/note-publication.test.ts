import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { editionName } from '../offline/edition-name.ts';
import { loadArchive } from '../record/load-archive.ts';
import { readPublications } from '../record/publications.ts';
import { readArchiveInfo } from './archive-info.ts';
import { dayInChina } from './day-in-china.ts';
import { notePublication } from './note-publication.ts';
import { contentsDigest, publicationDay } from './publication-day.ts';
import { writeChanged } from './write-changed.ts';

let content: string;
let settings: { content: string; cache: string };

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'publication-'));
  content = join(folder, 'content');
  settings = { content, cache: join(folder, 'cache') };
  await writeRecord('disclosures/lin-shui/2031.md', '甲');
  await writeRecord('catalogues/jin-43.md', '目录');
  await writeRecord('archive.yaml', 'slug: lin-shui\n');
});

const writeRecord = (path: string, text: string) => writeChanged(join(content, path), text);

/** Publishes at a time in UTC. @returns the name of the offline edition */
async function publish(time: string): Promise<string> {
  await notePublication(settings, new Date(time));
  return build();
}

async function build(): Promise<string> {
  const info = await readArchiveInfo(content);
  return editionName(
    info.slug,
    publicationDay(info, () => loadArchive(settings)),
  );
}

test('a publication has its day, and keeps it for as long as it is the same', async () => {
  expect(await publish('2031-03-01T06:00:00Z')).toBe('lin-shui-2031-03-01');
  expect(await publish('2031-03-09T06:00:00Z')).toBe('lin-shui-2031-03-01');
});

test.each<[string, () => Promise<unknown>]>([
  ['a correction or a mask', () => writeRecord('disclosures/lin-shui/2031.md', '乙')],
  ['another year', () => writeRecord('disclosures/lin-shui/2032.md', '甲')],
  ['a withdrawal', () => rm(join(content, 'disclosures/lin-shui'), { recursive: true })],
  ['a row of a catalogue', () => writeRecord('catalogues/jin-43.md', '目录，改')],
])('%s moves the day when it is published; what is only built has no day', async (_, change) => {
  await publish('2031-03-01T06:00:00Z');
  await change();
  expect(await build()).toBe('lin-shui');
  expect(await publish('2031-03-09T06:00:00Z')).toBe('lin-shui-2031-03-09');
});

test('so do another name of the archive and another program', async () => {
  const archive = loadArchive(settings);
  const info = { name: '临水', slug: 'lin-shui' };
  const digests = [
    contentsDigest(info, archive, 'program'),
    contentsDigest({ ...info, name: '临水县' }, archive, 'program'),
    contentsDigest(info, archive, 'another program'),
  ];
  expect(new Set(digests).size).toBe(3);
});

test('an archive that was never published has no day; one that was written by hand stands', async () => {
  expect(await build()).toBe('lin-shui');
  await writeRecord('archive.yaml', 'slug: lin-shui\npublished: 2030-12-31\n');
  expect(await build()).toBe('lin-shui-2030-12-31');
});

test('a publication that fails leaves the day of the one before', async () => {
  await publish('2031-03-01T06:00:00Z');
  await writeRecord('disclosures/lin-shui/2031.md', '乙');
  const takeBack = await notePublication(settings, new Date('2031-03-09T06:00:00Z'));
  await takeBack();
  expect((await readArchiveInfo(content)).published).toBe('2031-03-01');
  expect(await publish('2031-03-10T06:00:00Z')).toBe('lin-shui-2031-03-10');
});

/** A record as it begins, made from a text with this digest. */
const recordOf = (digit: string) => `---
id: lin-shui/2031
source:
  file: 2031.txt
  sha256: ${digit.repeat(64)}
  encoding: utf-8
---
`;

const days = async () =>
  Object.fromEntries([...(await readPublications(content))].map(([id, { day }]) => [id, day]));

test('a text keeps the day of its first publication until another takes its place', async () => {
  await writeRecord('disclosures/lin-shui/2031.md', recordOf('a'));
  await publish('2031-03-01T06:00:00Z');
  await writeRecord('disclosures/lin-shui/2031.md', `${recordOf('a')}corrected`);
  await writeRecord('disclosures/lin-shui/2032.md', recordOf('b'));
  await publish('2031-03-09T06:00:00Z');
  expect(await days()).toEqual({ 'lin-shui/2031': '2031-03-01', 'lin-shui/2032': '2031-03-09' });
  await writeRecord('disclosures/lin-shui/2031.md', recordOf('c'));
  await rm(join(content, 'disclosures/lin-shui/2032.md'));
  await publish('2031-03-10T06:00:00Z');
  expect(await days()).toEqual({ 'lin-shui/2031': '2031-03-10' });
});

test('a publication that fails leaves the days of all texts as they were', async () => {
  await writeRecord('disclosures/lin-shui/2031.md', recordOf('a'));
  const takeBackFirst = await notePublication(settings, new Date('2031-03-01T06:00:00Z'));
  await takeBackFirst();
  expect(await days()).toEqual({});
  await publish('2031-03-02T06:00:00Z');
  await writeRecord('disclosures/lin-shui/2031.md', recordOf('b'));
  const takeBack = await notePublication(settings, new Date('2031-03-09T06:00:00Z'));
  expect(await days()).toEqual({ 'lin-shui/2031': '2031-03-09' });
  await takeBack();
  expect(await days()).toEqual({ 'lin-shui/2031': '2031-03-02' });
});

test('the day is that of China: it begins at four in the afternoon in London', () => {
  expect(dayInChina(new Date('2031-03-01T15:59:59Z'))).toBe('2031-03-01');
  expect(dayInChina(new Date('2031-03-01T16:00:00Z'))).toBe('2031-03-02');
});

test('where the day of the archive cannot be written, its texts have none either', async () => {
  await writeRecord('disclosures/lin-shui/2031.md', recordOf('a'));
  vi.resetModules();
  vi.doMock('./archive-info.ts', async (original) => ({
    ...(await original<typeof import('./archive-info.ts')>()),
    writePublished: () => Promise.reject(new Error('no space')),
  }));
  const { notePublication: note } = await import('./note-publication.ts');
  vi.doUnmock('./archive-info.ts');
  await expect(note(settings, new Date('2031-03-01T06:00:00Z'))).rejects.toThrow('no space');
  expect(await readPublications(content)).toEqual(new Map());
});
