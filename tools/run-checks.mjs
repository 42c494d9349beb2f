/** `npm run check`: everything that can be known without running Cupola. Each step is one test in the count of `npm test`. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { seconds, toolScript } from './setup/run.mjs';

/** The longest first, so that none of them is left alone at the end. */
const STEPS = [
  ['unit suffixes', () => ['dist/tools/check-units.js']],
  ['validation report', () => ['dist/tools/write-validation-report.js', '--check']],
  ['lint', () => [toolScript('oxlint'), '--quiet']],
  ['purity of the pure floors', () => ['dist/tools/check-pure.js']],
  ['names and lengths of files', () => ['dist/tools/check-files.js']],
  ['source cards', () => ['dist/tools/check-sources.js']],
  ['claims not to repeat', () => ['dist/tools/check-prose.js']],
  ['third-party notices', () => ['dist/tools/list-third-party.js', '--check']],
  ['unused files and packages', () => [toolScript('knip'), '--no-progress']],
];
const ARCHITECTURE = ['imports between floors', () => [toolScript('vitest'), 'run', '--reporter=dot', 'dist/test/architecture.test.js']];

/** Runs the steps, as many at a time as there are cores, and says in their order which failed, with their output; `built` has the steps of the build. */
export async function checkAll(built, steps = STEPS) {
  const results = Object.entries(built).map(([name, ok]) => report(name, ok, '', 'see the messages above'));
  const ended = steps.map(() => undefined);
  let next = 0, told = 0;
  const lane = async () => {
    while (next < steps.length) {
      const index = next++;
      ended[index] = await runStep(steps[index]);
      for (; ended[told] !== undefined; told++) results.push(report(steps[told][0], ended[told].ok, ended[told].time, ended[told].output));
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length, skipped: 0 };
}

function runStep([, args]) {
  const started = performance.now(), child = spawn(process.execPath, args(), { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, time: seconds(started), output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, time: seconds(started), output }));
  });
}

export async function runChecks(built) {
  const { failed } = await checkAll(built, [...STEPS, ARCHITECTURE]);
  console.log(failed === 0 ? 'All checks pass.' : `${failed} ${failed === 1 ? 'check fails' : 'checks fail'}.`);
  return failed === 0 ? 0 : 1;
}

function report(name, ok, time, output) {
  console.log(`  ${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(28)} ${time}`.trimEnd());
  if (!ok && output.trim()) console.log(output.trimEnd().replace(/^/gm, '        '));
  return ok;
}
