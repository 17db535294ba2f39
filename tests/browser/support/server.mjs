// A static server as a careful publisher would set it up: compressed, and with a policy that allows
// nothing but the site's own files.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};
const compressed = new Set(Object.keys(types));

async function fileAt(root, path) {
  const inside = normalize(decodeURIComponent(path));
  const file = join(root, inside.endsWith('/') ? `${inside}index.html` : inside);
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? file : null;
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Sends a page as a slow line brings it: some lines, a pause long enough to be painted, some more.
async function drip(response, bytes) {
  for (let begin = 0; begin < bytes.length;) {
    const end = bytes.indexOf('\n', begin + 200);
    const next = end < 0 ? bytes.length : end + 1;
    response.write(bytes.subarray(begin, next));
    begin = next;
    await pause(20);
  }
  response.end();
}

// Serves the folder until `close` is called. `origin` is its address, without a slash. Pages drip
// from it where `isSlow`.
export async function serve(root, { isSlow = false } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const found = await fileAt(root, pathname).catch(() => null);
    const file = found ?? join(root, '404.html');
    const type = extname(file);
    const bytes = await readFile(file).catch(() => Buffer.from('Not found'));
    if (isSlow && type === '.html') {
      response.writeHead(found ? 200 : 404, { 'Content-Type': types[type] });
      return drip(response, bytes);
    }
    const body = compressed.has(type) ? gzipSync(bytes) : bytes;
    const headers = {
      'Content-Type': types[type] ?? 'application/octet-stream',
      'Content-Security-Policy': "default-src 'self'",
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    };
    if (compressed.has(type)) headers['Content-Encoding'] = 'gzip';
    return response.writeHead(found ? 200 : 404, headers).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => { server.closeAllConnections?.(); server.close(done); }),
  };
}
