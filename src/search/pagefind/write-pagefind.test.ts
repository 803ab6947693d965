import { expect, test } from 'vitest';
import { startPagefind } from './write-pagefind.ts';

const pages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    path: `units/${index}/2031/`,
    title: `云溪县第${index}图书馆`,
    year: 2031,
    content: `购书经费 第${index}项`,
  }));

test('who closes Pagefind does not end the index of another that is still written', async () => {
  const [idle, busy] = await Promise.all([startPagefind(), startPagefind()]);
  const written = busy.write(pages(300));
  await idle.close();
  expect([...(await written).keys()]).toContain('pagefind.js');
  await busy.close();
});

test('closed twice, it still serves the others', async () => {
  const [one, other] = await Promise.all([startPagefind(), startPagefind()]);
  await one.close();
  const written = other.write(pages(1));
  await one.close();
  expect([...(await written).keys()]).toContain('pagefind.js');
  await other.close();
});
