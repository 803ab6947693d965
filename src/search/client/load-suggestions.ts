import type { Manifest } from '../index/manifest.ts';
import { inflate } from '../query/inflate.ts';
import type { SuggestionTable } from '../suggestions.ts';
import { loadFile } from './load-file.ts';

let loading: Promise<SuggestionTable> | undefined;

/** Loads the suggestions once; without them, there are none. */
export function loadSuggestions(): Promise<SuggestionTable> {
  loading ??= load().catch(() => {
    loading = undefined;
    return { characters: '', syllables: [], entries: [] };
  });
  return loading;
}

const readJson = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

async function load(): Promise<SuggestionTable> {
  const manifest = readJson(await loadFile('search/manifest.json', true)) as Manifest;
  return readJson(inflate(await loadFile(manifest.suggestions)));
}
