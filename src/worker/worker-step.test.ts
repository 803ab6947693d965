import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { FileFacts, Ledger } from '../publish/ledger.ts';
import { readSettings, type Settings } from '../settings.ts';
import { manifestPath, type SiteManifest } from './site-manifest.ts';
import { workerStep } from './worker-step.ts';

function aSite(): Settings {
  const root = mkdtempSync(join(tmpdir(), 'manifest-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const settings = readSettings({}, root);
  mkdirSync(settings.dist, { recursive: true });
  return settings;
}

const ledgerOf = (files: Record<string, FileFacts>): Ledger => new Map(Object.entries(files));
const archive = () => {
  throw new Error('The list of files is made from the ledgers.');
};

/** Runs the step; gives the ledger of the site with the step's own files. */
async function run(settings: Settings, there: Ledger, made: Ledger): Promise<Ledger> {
  const { facts = new Map() } = await workerStep.run(settings, {
    there,
    made,
    archive,
    ended: async () => {},
  });
  return new Map([...made, ...facts]);
}

const read = (settings: Settings) => readFileSync(join(settings.dist, manifestPath), 'utf8');

const first = ledgerOf({ 'index.html': ['i1', 5], 'units/a/index.html': ['a1', 7], _headers: ['h', 9] });
const second = ledgerOf({ 'index.html': ['i2', 6], 'units/b/index.html': ['b1', 8], _headers: ['h', 9] });

test('the manifest lists what a browser keeps, and is named for it', async () => {
  const settings = aSite();
  await run(settings, new Map(), first);
  const manifest: SiteManifest = JSON.parse(read(settings));
  expect(manifest.files).toEqual({ 'index.html': ['i1', 5], 'units/a/index.html': ['a1', 7] });
  expect(manifest.bytes).toBe(12);
  await run(settings, new Map(), second);
  expect(JSON.parse(read(settings)).edition).not.toBe(manifest.edition);
});

test('a list that is changed has the bytes of one that is written anew', async () => {
  const [settings, another] = [aSite(), aSite()];
  await run(another, new Map(), second);
  const there = await run(settings, new Map(), first);
  await run(settings, there, second);
  expect(read(settings)).toBe(read(another));
});

test('a file that was only served for open tabs is listed again when it is part of the publication again', async () => {
  const [settings, another] = [aSite(), aSite()];
  const old: FileFacts = ['o1', 4];
  await run(another, new Map(), new Map([...second, ['_astro/old.css', old]]));
  // It stands in the folder, and in no manifest.
  const there = new Map([...(await run(settings, new Map(), first)), ['_astro/old.css', old] as const]);
  await run(settings, there, new Map([...second, ['_astro/old.css', old]]));
  expect(read(settings)).toBe(read(another));
});
