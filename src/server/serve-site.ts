import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { Advice } from '../advice.ts';
import { headerRules, headersFor } from '../hosting/header-rules.ts';

/** A running server. */
export interface SiteServer {
  /** Address of the site's start page, base path included: `http://localhost:4321/`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site under a base path with the headers that a host should send, for looking at it and for tests.
 *
 * @param folder the built site
 * @param base path that it was built for, with both slashes
 * @param port 0 for any free one
 * @throws if the port is taken, with advice
 */
export async function serveSite(folder: string, base: string, port: number): Promise<SiteServer> {
  const files = sirv(folder, { dev: true, etag: true, dotfiles: true });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(base)) {
      response.writeHead(302, { location: base }).end();
      return;
    }
    request.url = url.slice(base.length - 1);
    const path = pathOf(request.url);
    if (path === null) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('400');
      return;
    }
    // As the standard wants it, a range that means nothing is taken for none.
    if (!isRange(request.headers.range)) delete request.headers.range;
    for (const [name, value] of Object.entries(headersFor(headerRules, path)))
      response.setHeader(name, value);
    files(request, response, () => {
      // A file with its hash in its name that is not there yet will be.
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      readFile(join(folder, '404.html')).then(
        (page) => response.end(page),
        () => response.end('404'),
      );
    });
  });
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${actual}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Path in an address, decoded; null where it is not encoded as addresses are. */
function pathOf(url: string): string | null {
  const [path = ''] = url.slice(1).split(/[?#]/);
  try {
    return decodeURI(path);
  } catch {
    return null;
  }
}

function isRange(header = ''): boolean {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header) ?? [];
  return from !== undefined && (to === '' || Number(from) <= Number(to));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Advice(
              `端口 ${port} 已被占用；请先停下占用它的程序，或者换一个端口：PORT=${port + 1} npm start`,
            )
          : error,
      );
    });
    server.listen(port, resolve);
  });
}
