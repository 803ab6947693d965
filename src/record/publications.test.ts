import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printPublications, readPublications } from './publications.ts';

const folder = () => mkdtemp(join(tmpdir(), 'publications-'));

test('publications are read as they were written, a line each', async () => {
  const content = await folder();
  const publications = new Map([
    ['yi/2031', { day: '2031-03-02', text: '0123456789ab' }],
    ['jia/2031', { day: '2031-03-01', text: '000000000000' }],
  ]);
  const { path, text } = printPublications(content, publications);
  expect(text.split('\n')).toEqual([
    'disclosure,published,text',
    'jia/2031,2031-03-01,000000000000',
    'yi/2031,2031-03-02,0123456789ab',
    '',
  ]);
  await writeFile(path, text);
  expect(await readPublications(content)).toEqual(publications);
});

test('an archive that was never published has none', async () => {
  expect(await readPublications(await folder())).toEqual(new Map());
});

test.each([
  [1, 'unit,day\n'],
  [2, 'disclosure,published,text\n"jia/2031,2031-03-01,000000000000\n'],
  [3, 'disclosure,published,text\njia/2031,2031-03-01,000000000000\nyi/2031,gestern,000000000000\n'],
])('a line that is none is named: %i', async (line, text) => {
  const content = await folder();
  const { path } = printPublications(content, new Map());
  await writeFile(path, text);
  await expect(readPublications(content)).rejects.toThrow(`${path}:${line}：应为 disclosure,published,text`);
});
