// Debian's Chromium, driven by playwright-core, and a server of files with the policy that a careful site has.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm',
  '.css': 'text/css', '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.jpg': 'image/jpeg',
};
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; " +
  "style-src 'self'; img-src 'self' data:; manifest-src 'self'";

/** Serves a folder; resolves to { url, requests, bytes, replaced, close }. `replaced` has what comes instead of a file,
 *  by name: bytes, or null for a connection that breaks. */
export function serve(folder) {
  const seen = { requests: 0, bytes: 0, replaced: new Map() };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).replace(/\/$/, '/index.html');
    const file = join(folder, path);
    ++seen.requests;
    const instead = seen.replaced.get(path.slice(1));
    if (instead === null) {
      request.socket.destroy();
      return;
    }
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    seen.bytes += statSync(file).size;
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY,
    });
    if (instead) response.end(instead);
    else createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => {
    // A test that fails leaves it behind.
    server.unref();
    server.listen(0, () => {
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve(Object.assign(seen, { url: `http://localhost:${server.address().port}/`, close }));
    });
  });
}

export const launch = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
