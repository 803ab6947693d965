import { createHash } from 'node:crypto';
import { expect, inject, test } from 'vitest';

const site = inject('site');

async function fetched(path: string): Promise<Response> {
  const response = await fetch(new URL(path, site));
  expect(response.status, path).toBe(200);
  return response;
}

test('every file of the open data is served as its checksum says, to other sites too', async () => {
  const sums = await (await fetched('data/SHA256SUMS')).text();
  const lines = sums.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) {
    const [sum, path] = line.split('  ') as [string, string];
    const response = await fetched(`data/${path}`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(sum);
  }
});

test('a row of figures.csv leads to the page’s line of the source', async () => {
  const [, ...rows] = (await (await fetched('data/figures.csv')).text()).trimEnd().split('\r\n');
  const row = rows.find((one) => one.includes(',公务接待费,'));
  const [id, , line] = (row ?? '').split(',');
  const source = await (await fetched(`units/${id}/source/`)).text();
  expect(source).toContain(`id="L${line}"`);
});
