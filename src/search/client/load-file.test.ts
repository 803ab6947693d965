import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadFile } from './load-file.ts';

const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const found = async () => new Response('abc');

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { dataset: { base: '/archive/' } } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a file that is lost on the way is asked for once more', async () => {
  const fetch = vi.fn().mockImplementationOnce(lost).mockImplementation(found);
  vi.stubGlobal('fetch', fetch);
  expect(new TextDecoder().decode(await loadFile('search/heads.bin'))).toBe('abc');
  expect(fetch.mock.calls.map(([address]) => address)).toEqual([
    '/archive/search/heads.bin',
    '/archive/search/heads.bin',
  ]);
});

test('a file that is lost again, or is not there, is an error', async () => {
  vi.stubGlobal('fetch', vi.fn().mockImplementation(lost));
  await expect(loadFile('search/heads.bin')).rejects.toThrow('Failed to fetch');
  vi.stubGlobal(
    'fetch',
    vi.fn().mockImplementation(async () => new Response('', { status: 404 })),
  );
  await expect(loadFile('search/x.bin')).rejects.toThrow('search/x.bin: 404');
});
