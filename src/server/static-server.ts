/**
 * Serves the built page to this computer only: files, no API. The policy header lets the page load nothing from
 * elsewhere and adds to the page's own policy that nobody may frame it; styles may be inline because the component kit sets
 * them so.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { CATALOGUE_FILE, PAGE_FOLDER } from './package-files.js';

export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface ServerOptions {
  /** 0 picks a free one. */
  readonly port: number;
  readonly host: string;
  /** Folder with index.html. */
  readonly folder?: string;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { fastify } = await import('fastify');
  const { fastifyStatic } = await import('@fastify/static');
  const server = fastify({ logger: false, forceCloseConnections: true });
  server.addHook('onSend', async (_request, reply) => {
    void reply.headers({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
  const folder = options.folder ?? PAGE_FOLDER;
  await server.register(fastifyStatic, { root: folder, index: ['index.html'], redirect: false });
  // The page asks for the catalogue beside itself; a build without a copy there gets the one of the command line.
  if (!existsSync(join(folder, 'catalogue.json'))) {
    server.get('/catalogue.json', async (_request, reply) => await reply.type('application/json').sendFile('catalogue.json', join(CATALOGUE_FILE, '..')));
  }
  server.setNotFoundHandler(async (_request, reply) => await reply.code(404).type('text/plain; charset=utf-8').send('Not found.\n'));
  await server.listen({ port: options.port, host: options.host });
  const { port } = server.server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}/`, port, close: async () => await server.close() };
}
