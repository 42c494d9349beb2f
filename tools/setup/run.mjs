/** Starting other programs: quietly with a one-line report, or in the foreground with their signals passed on. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

/** Runs a step, printing one line with its time; output of the step is shown only when it fails. */
export function quietStep(title, command, args, options = {}) {
  process.stderr.write(`${title} … `);
  const started = performance.now();
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options });
  process.stderr.write(`${seconds(started)}\n`);
  const ok = result.status === 0;
  if (!ok) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}\n`);
  return ok;
}

/** Runs Node in the foreground and gives its exit code. */
export function runNode(args, env = process.env) {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to the child as well, and a second one would cut short what the first asked it to finish.
  const pass = (signal) => () => void (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, pass(signal)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  // npm's shell ends on a signal without passing it on; a server must not outlive the command that started it.
  const parent = process.ppid;
  const watch = setInterval(() => void (process.ppid === parent || child.kill()), 500);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const [name, handler] of handlers) process.off(name, handler);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** The script behind an installed command, so that it runs on every system without a shell. */
export function toolScript(name) {
  const folder = join('node_modules', ...(PACKAGE_OF[name] ?? name).split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
const PACKAGE_OF = { tsc: 'typescript' };

export function runTool(name, args) {
  return runNode([toolScript(name), ...args]);
}

export function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
