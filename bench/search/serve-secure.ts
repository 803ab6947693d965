import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { SiteServer } from '../../src/server/serve-site.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A server that tells what it sent, to pages and to their workers. */
export interface SecureServer extends SiteServer {
  sent: { path: string; bytes: number }[];
}

/** Serves a folder as hosts do: HTTP/2, text compressed. The certificate is made by `openssl` for the moment. */
export async function serveSecure(folder: string): Promise<SecureServer> {
  const sent: SecureServer['sent'] = [];
  const server = createSecureServer({ ...certificate(), allowHTTP1: false });
  const packed = new Map<string, Buffer>();
  server.on('stream', (stream, headers) => {
    const [path = '/'] = decodeURI(headers[':path'] ?? '/').split(/[?#]/);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const type = types[extname(file)];
    try {
      let bytes = packed.get(file);
      if (!bytes) {
        const read = readFileSync(join(folder, file));
        bytes = type ? gzipSync(read) : read;
        packed.set(file, bytes);
      }
      stream.respond({
        ':status': 200,
        'content-type': type ?? 'application/octet-stream',
        'content-length': bytes.length,
        'cache-control': /^\/(?:_astro|(?:search|pagefind)\/[^/]+)\//.test(file)
          ? 'max-age=31536000'
          : 'no-cache',
        ...(type ? { 'content-encoding': 'gzip' } : {}),
      });
      stream.end(bytes);
      sent.push({ path: file, bytes: bytes.length });
    } catch {
      stream.respond({ ':status': 404 });
      stream.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    sent,
    url: `https://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function certificate(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'mingzhang-key-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', ...curve, '-nodes', '-days', '1', '-subj', '/CN=localhost'],
      ...['-keyout', key, '-out', cert],
    ],
    { stdio: 'ignore' },
  );
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}
