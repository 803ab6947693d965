import { readdir } from 'node:fs/promises';

/**
 * One address of every page type of a built site, the largest disclosure for those that differ in size.
 *
 * @param dist folder of the built site
 */
export async function pageTypes(dist: string): Promise<string[]> {
  const pages = (await readdir(dist, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('index.html') || path === '404.html')
    .map((path) => path.replace(/index\.html$/, ''))
    .sort();
  const types = new Map<string, string>();
  for (const page of pages) {
    const type = page
      .replace(/^units\/[^/]+\/\d{4}\//, 'units/*/year/')
      .replace(/^units\/[^/]+\/$/, 'units/*/')
      .replace(/^regions\/[^/]+\/$/, 'regions/*/')
      .replace(/^years\/[^/]+\/$/, 'years/*/')
      .replace(/^catalogue\/changes\/[^/]+\//, 'catalogue/changes/*/')
      .replace(/^catalogue\/(?!changes)[^/]+\/[^/]+\//, 'catalogue/*/*/')
      .replace(/^catalogue\/(?!changes)[^/]+\/$/, 'catalogue/*/')
      .replace(/^checks\/[^/]+\/$/, 'checks/*/');
    if (!types.has(type)) types.set(type, page);
  }
  return [...types.values()];
}

/** Addresses of all disclosures of a built site: `units/<unit>/<year>/`. */
export async function disclosurePages(dist: string): Promise<string[]> {
  const units = await readdir(`${dist}/units`, { withFileTypes: true });
  const pages: string[] = [];
  for (const unit of units.filter((entry) => entry.isDirectory())) {
    for (const year of await readdir(`${dist}/units/${unit.name}`)) {
      if (/^\d{4}$/.test(year)) pages.push(`units/${unit.name}/${year}/`);
    }
  }
  return pages.sort();
}
