/**
 * `npm run test:long`: what takes too long for every change. The record hash of the default scenario for seeds 1 to 5
 * must be the same with one and two workers and on Node 24; then the tests in test/long: page and command line for more
 * seeds, and what a study of 100,000 runs keeps in memory.
 */
import { spawnSync } from 'node:child_process';
import { filesUnder } from './setup/stamps.mjs';
import { runTool } from './setup/run.mjs';

const SCENARIO = 'scenarios/01-ten-icbms-notional-shell.yaml';
const NODE_24 = 'node@24';

export async function runLong(args) {
  const runs = args[0] ?? '2000';
  let [passed, failed] = [0, 0];
  for (const seed of [1, 2, 3, 4, 5]) {
    const run = ['bin/cupola.js', 'run', SCENARIO, '--runs', runs, '--seed', String(seed), '--json'];
    const one = recordHash(process.execPath, [...run, '--workers', '1']);
    const others = {
      'two workers': recordHash(process.execPath, [...run, '--workers', '2']),
      'Node 24': recordHash(process.platform === 'win32' ? 'npx.cmd' : 'npx', ['--yes', '--package', NODE_24, 'node', ...run, '--workers', '2']),
    };
    for (const [name, hash] of Object.entries(others)) {
      const ok = one !== undefined && hash === one;
      console.log(`${ok ? 'ok  ' : 'FAIL'}  seed ${seed}, ${name}: ${hash ?? 'no answer'}${ok ? '' : `, one worker gave ${one ?? 'no answer'}`}`);
      if (ok) passed++;
      else failed++;
    }
  }
  if (filesUnder('dist/test/long').some((file) => file.endsWith('.test.js')) && (await runTool('vitest', ['run', '--no-file-parallelism', 'dist/test/long/'])) !== 0) failed++;
  console.log(`\n${passed} passed, ${failed} failed, 0 skipped`);
  return failed > 0 ? 1 : 0;
}

function recordHash(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === 0) return JSON.parse(stdout).recordHash;
  console.error(stderr);
  return undefined;
}
