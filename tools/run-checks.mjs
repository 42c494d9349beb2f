/** `npm run check`: everything that can be known without running Cupola. Each step is one test in the count of `npm test`. */
import { spawnSync } from 'node:child_process';
import { seconds, toolScript } from './setup/run.mjs';

const STEPS = [
  ['lint', () => [toolScript('oxlint'), '--quiet']],
  ['purity of the pure floors', () => ['dist/tools/check-pure.js']],
  ['names and lengths of files', () => ['dist/tools/check-files.js']],
  ['unit suffixes', () => ['dist/tools/check-units.js']],
  ['source cards', () => ['dist/tools/check-sources.js']],
  ['claims not to repeat', () => ['dist/tools/check-prose.js']],
  ['validation report', () => ['dist/tools/write-validation-report.js', '--check']],
  ['third-party notices', () => ['dist/tools/list-third-party.js', '--check']],
  ['unused files and packages', () => [toolScript('knip'), '--no-progress']],
];
const ARCHITECTURE = ['imports between floors', () => [toolScript('vitest'), 'run', '--reporter=dot', 'dist/test/architecture.test.js']];

/** Runs the steps one after the other and says which failed, with their output; `built` has the steps of the build. */
export function checkAll(built, steps = STEPS) {
  const results = Object.entries(built).map(([name, ok]) => report(name, ok, '', 'see the messages above'));
  for (const [name, args] of steps) {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, args(), { encoding: 'utf8', maxBuffer: 1 << 28 });
    results.push(report(name, status === 0, seconds(started), `${stdout}${stderr}`));
  }
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length, skipped: 0 };
}

export function runChecks(built) {
  const { failed } = checkAll(built, [...STEPS, ARCHITECTURE]);
  console.log(failed === 0 ? 'All checks pass.' : `${failed} ${failed === 1 ? 'check fails' : 'checks fail'}.`);
  return failed === 0 ? 0 : 1;
}

function report(name, ok, time, output) {
  console.log(`  ${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(28)} ${time}`.trimEnd());
  if (!ok && output.trim()) console.log(output.trimEnd().replace(/^/gm, '        '));
  return ok;
}
