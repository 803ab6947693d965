import { mkdtemp } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeChanged } from '../publish/write-changed.ts';
import { serveSite } from './serve-site.ts';

test('serves pages, missing pages and headers under a sub-path, and says when the port is taken', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'serve-'));
  await writeChanged(join(folder, 'index.html'), '首页');
  await writeChanged(join(folder, 'units/u/index.html'), '单位');
  await writeChanged(join(folder, '404.html'), '没有这一页');
  await writeChanged(join(folder, '_astro/page.1a.css'), 'a{}');
  const server = await serveSite(folder, '/archive/', 0);
  try {
    expect(await (await fetch(server.url)).text()).toBe('首页');
    expect(await (await fetch(`${server.url}units/u/?q=1`)).text()).toBe('单位');
    const style = await fetch(`${server.url}_astro/page.1a.css`);
    expect(style.headers.get('cache-control')).toContain('immutable');
    const missing = await fetch(`${server.url}nowhere/`);
    expect([missing.status, await missing.text()]).toEqual([404, '没有这一页']);
    const early = await fetch(`${server.url}_astro/page.2b.css`);
    expect([early.status, early.headers.get('cache-control')]).toEqual([404, 'no-cache']);
    expect((await fetch(new URL('/', server.url))).url).toBe(server.url);
    const port = Number(new URL(server.url).port);
    await expect(serveSite(folder, '/', port)).rejects.toThrow(`端口 ${port} 已被占用`);
  } finally {
    await server.close();
  }
});

/** Asks for an address as it is written, which `fetch` would put right. */
function ask(url: string, path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers, agent: false }, (response) => {
      response.resume();
      response.on('close', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}

test('an address or a range that means nothing gets an answer, and the next one too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'serve-'));
  await writeChanged(join(folder, 'index.html'), '首页');
  await writeChanged(join(folder, '404.html'), '没有这一页');
  const server = await serveSite(folder, '/', 0);
  try {
    expect(await ask(server.url, '/%E0%A4%A')).toBe(400);
    expect(await ask(server.url, '/%')).toBe(400);
    expect(await ask(server.url, '/%00')).toBe(404);
    expect(await ask(server.url, '/?q=%E0%A4%A')).toBe(200);
    expect(await ask(server.url, '/', { range: 'bytes=4-2' })).toBe(200);
    expect(await ask(server.url, '/')).toBe(200);
  } finally {
    await server.close();
  }
});
