import { expect, test } from 'vitest';
import { readSettings } from '../settings.ts';
import { type BuildStep, buildSite } from './build-site.ts';

const settings = readSettings({}, '/archive');

test('runs the steps in order and reports each with its time', async () => {
  const order: string[] = [];
  const step = (name: string): BuildStep => ({
    name,
    run: async () => {
      order.push(name);
      return { made: `${name} done`, files: [`${name}.html`] };
    },
  });
  let clock = 0;
  const results = await buildSite(
    settings,
    [step('页面'), step('数据')],
    () => {},
    () => (clock += 500),
  );
  expect(order).toEqual(['页面', '数据']);
  expect(results).toEqual([
    { name: '页面', made: '页面 done', files: ['页面.html'], seconds: 0.5 },
    { name: '数据', made: '数据 done', files: ['数据.html'], seconds: 0.5 },
  ]);
});

test('stops at the first step that fails', async () => {
  const failing: BuildStep = { name: '数据', run: async () => Promise.reject(new Error('disk full')) };
  const never: BuildStep = { name: '检索', run: async () => expect.fail('must not run') };
  await expect(
    buildSite(
      settings,
      [failing, never],
      () => {},
      () => 0,
    ),
  ).rejects.toThrow('disk full');
});
