import type { Browser, CDPSession } from 'playwright-core';

/** A connection: round trip in milliseconds, and megabits a second. */
export interface Line {
  latency: number;
  megabits: number;
}

/** What a reader's first search costs; what a worker of Pagefind's loads is not seen. */
export interface FirstQuery {
  requests: number;
  /** Bytes of all bodies: page, style, scripts, index. */
  bytes: number;
  /** Of these, files of the index. */
  indexBytes: number;
  indexRequests: number;
  /** Requests that had to wait for each other: the longest chain in which each began when another had ended. */
  rounds: number;
  /** Milliseconds from opening the page: to the first hit, to all of them, to the end of all loading. */
  firstHit: number;
  answered: number;
  settled: number;
  /** Longest task of the main thread, in milliseconds. */
  longestTask: number;
  /** What was loaded, in order. */
  paths: string[];
}

interface Loaded {
  url: string;
  began: number;
  ended: number;
  bytes: number;
}

/** Set in the page: when what the reader waits for stood there. */
const watch = `
  globalThis.seen = { firstHit: 0, answered: 0, longest: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    if (!seen.firstHit && document.querySelector('[data-hit]')) seen.firstHit = performance.now();
    if (!seen.answered && document.querySelector('[data-answered]')) seen.answered = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
`;

/** Opens a search address in a fresh browser, over a line if one is given, and measures what comes. */
export async function firstQuery(browser: Browser, url: string, line?: Line): Promise<FirstQuery> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  const loaded = await watchRequests(session);
  if (line)
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: (line.megabits * 1e6) / 8,
      uploadThroughput: (line.megabits * 1e6) / 8,
    });
  await tab.addInitScript(watch);
  await tab.goto(url);
  await tab.waitForSelector('[data-settled]', { timeout: 60_000 });
  const settled = await tab.evaluate<number>('performance.now()');
  await tab.waitForTimeout(200);
  const seen = await tab.evaluate<{ firstHit: number; answered: number; longest: number }>('seen');
  await context.close();
  const files = [...loaded.values()].filter(({ ended }) => ended > 0);
  const index = files.filter(({ url }) =>
    /\/(?:search|pagefind)\/[^?]+\.(?:bin|json|pf_\w+|pagefind)/.test(url),
  );
  const sum = (all: Loaded[]) => all.reduce((total, { bytes }) => total + bytes, 0);
  return {
    requests: files.length,
    bytes: sum(files),
    indexBytes: sum(index),
    indexRequests: index.length,
    rounds: longestChain(files),
    firstHit: Math.round(seen.firstHit),
    answered: Math.round(seen.answered),
    settled: Math.round(settled),
    longestTask: Math.round(seen.longest),
    paths: files.toSorted((a, b) => a.began - b.began).map(({ url }) => new URL(url).pathname),
  };
}

async function watchRequests(session: CDPSession): Promise<Map<string, Loaded>> {
  const loaded = new Map<string, Loaded>();
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    if (!request.url.startsWith('data:') && !request.url.startsWith('blob:'))
      loaded.set(requestId, { url: request.url, began: timestamp, ended: 0, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const file = loaded.get(requestId);
    if (file) Object.assign(file, { ended: timestamp, bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  return loaded;
}

function longestChain(files: Loaded[]): number {
  const byEnd: { ended: number; depth: number }[] = [];
  let longest = 0;
  for (const { began, ended } of files.toSorted((a, b) => a.began - b.began)) {
    const depth = 1 + Math.max(0, ...byEnd.filter((file) => file.ended <= began).map(({ depth }) => depth));
    byEnd.push({ ended, depth });
    longest = Math.max(longest, depth);
  }
  return longest;
}
