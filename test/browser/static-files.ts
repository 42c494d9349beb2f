/** The plainest file server there is: what a stranger might put the built page on. No policy, no fallbacks. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' };

export interface FileServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a folder under each of the given paths, as in `/` and `/a/b/`. */
export async function serveFolder(folder: string, paths: readonly string[]): Promise<FileServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
    const base = [...paths].sort((a, b) => b.length - a.length).find((candidate) => path.startsWith(candidate));
    const inside = normalize(base === undefined ? '' : path.slice(base.length) || 'index.html');
    const file = join(folder, inside);
    if (base === undefined || inside.startsWith('..') || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
}
