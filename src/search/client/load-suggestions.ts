import type { Manifest } from '../index/manifest.ts';
import { inflate } from '../query/inflate.ts';
import { type OpenSuggestion, openSuggestions } from '../query/open-suggestions.ts';
import { loadFile } from './load-file.ts';

let loading: Promise<OpenSuggestion[]> | undefined;

/** Loads the suggestions once; without them, there are none. */
export function loadSuggestions(): Promise<OpenSuggestion[]> {
  loading ??= load().catch(() => {
    loading = undefined;
    return [];
  });
  return loading;
}

const readJson = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

async function load(): Promise<OpenSuggestion[]> {
  const manifest = readJson(await loadFile('search/manifest.json', true)) as Manifest;
  return openSuggestions(readJson(inflate(await loadFile(manifest.suggestions))));
}
