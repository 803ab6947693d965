import type { Browser } from 'playwright-core';

/** What a reader's first search costs. */
export interface FirstQuery {
  requests: number;
  /** Bytes of all bodies: page, style, scripts, index. */
  bytes: number;
  /** Of these, files of the index. */
  indexBytes: number;
  indexRequests: number;
  /** Milliseconds from opening the page to its answer. */
  milliseconds: number;
}

/** Opens a search address in a fresh browser and counts what comes. */
export async function firstQueryBytes(browser: Browser, url: string): Promise<FirstQuery> {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const sizes: Promise<{ url: string; bytes: number }>[] = [];
  tab.on('requestfinished', (request) => {
    sizes.push(request.sizes().then((size) => ({ url: request.url(), bytes: size.responseBodySize })));
  });
  const begun = performance.now();
  await tab.goto(url);
  await tab.waitForSelector('[data-answered]');
  const milliseconds = performance.now() - begun;
  await tab.waitForSelector('[data-settled]');
  const loaded = await Promise.all(sizes);
  const index = loaded.filter((file) =>
    /\/(?:search|pagefind)\/[^?]+\.(?:bin|json|pf_\w+|pagefind)/.test(file.url),
  );
  await context.close();
  const sum = (files: { bytes: number }[]) =>
    files.reduce((total, { bytes }) => total + Math.max(bytes, 0), 0);
  return {
    requests: loaded.length,
    bytes: sum(loaded),
    indexBytes: sum(index),
    indexRequests: index.length,
    milliseconds: Math.round(milliseconds),
  };
}
