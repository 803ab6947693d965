import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readSettings, type Settings } from '../settings.ts';
import { type BuildStep, buildSite } from './build-site.ts';
import { type FileFacts, factsOf } from './ledger.ts';
import { writeChanged } from './write-changed.ts';

let settings: Settings;
beforeEach(async () => {
  settings = readSettings({}, await mkdtemp(join(tmpdir(), 'build-')));
});

const nothing = new Map<string, FileFacts>();

/** A step that writes one file. */
const step = (name: string, text: string): BuildStep => ({
  name,
  async run({ dist }) {
    await writeChanged(join(dist, `${name}.html`), text);
    return { made: `${name} done`, files: [`${name}.html`], written: [`${name}.html`] };
  },
});

test('runs the steps in order and reports each with its time', async () => {
  const reported: string[] = [];
  let clock = 0;
  const { results } = await buildSite(
    settings,
    [step('页面', 'a'), step('数据', 'b')],
    nothing,
    ({ name, made, seconds }) => reported.push(`${name} ${made} ${seconds}`),
    () => (clock += 500),
  );
  expect(reported).toEqual(['页面 页面 done 0.5', '数据 数据 done 0.5']);
  expect(results.map(({ name }) => name)).toEqual(['页面', '数据']);
});

test('knows each file by its bytes: written ones are read, all others are as they were', async () => {
  const facts: FileFacts = ['0'.repeat(64), 12];
  const keeps: BuildStep = {
    name: '检索',
    async run(_, { made }) {
      expect(made.get('页面.html')).toEqual(factsOf(Buffer.from('start')));
      return { made: '', files: ['kept.bin'], written: [] };
    },
  };
  const { files } = await buildSite(
    settings,
    [step('页面', 'start'), keeps, step('页面', 'written again')],
    new Map([
      ['kept.bin', facts],
      ['gone.html', facts],
    ]),
    () => {},
    () => 0,
  );
  expect(Object.fromEntries(files)).toEqual({
    '页面.html': factsOf(Buffer.from('written again')),
    'kept.bin': facts,
  });
});

test('a step that claims a file which is not there is an error', async () => {
  const claims: BuildStep = {
    name: '数据',
    run: async () => ({ made: '', files: ['figures.csv'], written: [] }),
  };
  await expect(
    buildSite(
      settings,
      [claims],
      nothing,
      () => {},
      () => 0,
    ),
  ).rejects.toThrow('figures.csv');
});

test('stops at the first step that fails', async () => {
  const failing: BuildStep = { name: '数据', run: async () => Promise.reject(new Error('disk full')) };
  const never: BuildStep = { name: '检索', run: async () => expect.fail('must not run') };
  await expect(
    buildSite(
      settings,
      [failing, never],
      nothing,
      () => {},
      () => 0,
    ),
  ).rejects.toThrow('disk full');
});

test('runs rows of steps side by side, and lets the others end before it throws', async () => {
  const order: string[] = [];
  const slow = (name: string, milliseconds: number, error?: Error): BuildStep => ({
    name,
    async run() {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      order.push(`${name} ends`);
      if (error) throw error;
      return { made: '', files: [], written: [] };
    },
  });
  const rows = [
    [slow('数据', 5), slow('页面', 5, new Error('a page failed')), slow('检索', 5)],
    [slow('原文', 40)],
  ];
  await expect(
    buildSite(
      settings,
      [rows],
      nothing,
      () => {},
      () => 0,
    ),
  ).rejects.toThrow('a page failed');
  expect(order.slice(0, 2)).toEqual(['数据 begins', '原文 begins']);
  expect(order.at(-1)).toBe('原文 ends');
  expect(order).not.toContain('检索 begins');
});

test('throws the error that came first, not one that followed from ending the others', async () => {
  let end = () => {};
  const pages: BuildStep = {
    name: '页面',
    run: () =>
      new Promise((_, reject) => {
        end = () => reject(new Error('the process was ended'));
      }),
    abandon: () => end(),
  };
  const fails: BuildStep = { name: '检索', run: () => Promise.reject(new Error('no space left')) };
  await expect(
    buildSite(
      settings,
      [[[pages], [fails]]],
      nothing,
      () => {},
      () => 0,
    ),
  ).rejects.toThrow('no space left');
});

test('a step can wait for one beside it, and is told when that one fails', async () => {
  const told: string[] = [];
  const waits: BuildStep = {
    name: '页面',
    async run(_, { ended }) {
      await ended('数据').then(
        () => told.push('there'),
        (error) => told.push(error.message),
      );
      return { made: '', files: [], written: [] };
    },
  };
  const fails: BuildStep = { name: '数据', run: () => Promise.reject(new Error('no space left')) };
  const build = (data: BuildStep) =>
    buildSite(
      settings,
      [[[waits], [data]]],
      nothing,
      () => {},
      () => 0,
    );
  await build(step('数据', 'rows'));
  await expect(build(fails)).rejects.toThrow('no space left');
  expect(told).toEqual(['there', 'no space left']);
});
