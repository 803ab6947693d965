interface Files {
  load(path: string): Promise<Uint8Array>;
}

/**
 * Loads a text file of the site: the one way in which pages read data in the browser.
 * The offline edition, where browsers refuse `fetch`, brings its own files.
 *
 * @param path below the base: `data/disclosures.csv`
 * @throws where the file cannot be had
 */
export async function fetchData(path: string): Promise<string> {
  const offline = (globalThis as { mingzhangFiles?: Files }).mingzhangFiles;
  if (offline) return new TextDecoder().decode(await offline.load(path));
  const response = await fetch((document.documentElement.dataset.base ?? '/') + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}
