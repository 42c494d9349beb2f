/** `cupola serve`: the page on this computer, until Ctrl-C. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasDesktop, openInBrowser } from '../server/desktop.js';
import { PAGE_FOLDER } from '../server/package-files.js';
import type { RunningServer } from '../server/static-server.js';
import type { Command, CommandInput } from './frame/command.js';
import { BadInput, flagProblem, KnownFault } from './frame/failures.js';

const DEFAULT_PORT = 8080;
const HOST = '127.0.0.1';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'serve the page on this computer',
  usage: ['serve [--port N]'],
  arguments: [],
  flags: [{ name: 'port', value: 'N', doc: `port on ${HOST}; 0 picks a free one (default ${DEFAULT_PORT})` }],
  examples: [
    ['cupola serve', `serves the page at http://${HOST}:${DEFAULT_PORT}/ until Ctrl-C`],
    ['cupola serve --port 0', 'picks a free port'],
  ],
  run: serve,
};

async function serve({ flags, output, signal }: CommandInput): Promise<number> {
  const port = flags.integer('port', { min: 0, max: 65535 }) ?? DEFAULT_PORT;
  if (flags.problems.length > 0) throw new BadInput(flags.problems);
  if (!existsSync(join(PAGE_FOLDER, 'index.html'))) throw new KnownFault('The page is not built yet. Run: npm run build');
  const server = await listen(port);
  if (output.isJson) output.json({ url: server.url, port: server.port });
  else output.print(`Cupola is at ${server.url}`);
  if (output.stdout.isTTY === true) output.note('Ctrl-C stops it.');
  if (hasDesktop({ isTerminal: output.stdout.isTTY === true, platform: process.platform, environment: process.env })) openInBrowser(server.url);
  await stopped(signal);
  await server.close();
  return 130;
}

async function listen(port: number): Promise<RunningServer> {
  const { startServer } = await import('../server/static-server.js');
  try {
    return await startServer({ port, host: HOST });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE') throw new BadInput([flagProblem('--port', `${port}, which is in use`, 'a free port', 'choose another with --port N, or --port 0 for any free one')]);
    if (code === 'EACCES') throw new BadInput([flagProblem('--port', String(port), 'a port that you may open', 'ports below 1024 often need more rights; choose a higher one')]);
    throw error;
  }
}

/** Ctrl-C, or the polite request to end that service managers send. */
async function stopped(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
    process.once('SIGTERM', () => resolve());
  });
}
