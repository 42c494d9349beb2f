/**
 * `npm test`: every suite in turn, each with its time, and as the very last line the count over all of them.
 * Tests run what was built (dist). One suite alone: `npm test -- --suite faces`; one file: `npx vitest run dist/…`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { checkAll } from './run-checks.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { seconds, toolScript } from './setup/run.mjs';
import { filesUnder } from './setup/stamps.mjs';

/**
 * Name, which test files of dist, whether files may share one process's modules (pure code keeps no state; loading it anew for
 * each of its many files takes as long as testing it), and whether files run at the same time: those that use every core themselves take turns.
 */
const SUITES = [
  { name: 'unit', wanted: /^dist\/(src|tools|benchmarks)\/|^dist\/test\/[^/]+$/, parallel: true, shared: true },
  { name: 'validation', wanted: /^dist\/validation\//, parallel: true },
  { name: 'outcomes', wanted: /^dist\/test\/(outcomes|determinism|golden)\//, parallel: true },
  { name: 'faces', wanted: /^dist\/test\/(faces|faults|examples)\//, parallel: true },
  { name: 'browser', wanted: /^dist\/test\/browser\//, parallel: false, needsChromium: true },
];
const SUITE_LIMIT_MS = 15 * 60_000;

const NAMES = ['check', ...SUITES.map(({ name }) => name)];

/** Names of the suites asked for, all by default, or nothing when the words make no sense. */
export function chooseSuites(words) {
  if (words.length === 0) return NAMES;
  const [flag, name, ...more] = words;
  if (flag === '--suite' && NAMES.includes(name) && more.length === 0) return [name];
  console.error(`Cannot read "${words.join(' ')}". One suite alone: --suite ${NAMES.join('|')}`);
  return undefined;
}

export async function runTests(names, built) {
  const tests = filesUnder('dist').filter((file) => file.endsWith('.test.js'));
  const homeless = tests.filter((file) => !file.startsWith('dist/test/long/') && !SUITES.some(({ wanted }) => wanted.test(file)));
  if (homeless.length > 0) console.error(`In no suite, see tools/run-tests.mjs: ${homeless.join(', ')}`);
  const totals = { passed: 0, failed: homeless.length, skipped: 0 };
  const times = [];
  for (const name of names) {
    console.log(`\n== ${name}`);
    const started = performance.now();
    const counts = name === 'check' ? await checkAll(built) : await runSuite(SUITES.find((suite) => suite.name === name), tests);
    for (const key of Object.keys(totals)) totals[key] += counts[key];
    times.push(`${name.padEnd(12)} ${seconds(started).padStart(8)}   ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
  console.log(`\n${times.join('\n')}\n`);
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  return totals.failed > 0 || totals.passed === 0 ? 1 : 0;
}

async function runSuite({ name, wanted, parallel, shared, needsChromium }, tests) {
  const files = tests.filter((file) => wanted.test(file));
  if (files.length === 0) {
    console.log('no tests');
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const env = { ...process.env };
  if (needsChromium) {
    const chromium = ensureChromium();
    if (!chromium) return skipBrowser(files);
    env.CUPOLA_CHROMIUM = chromium;
  }
  const report = `dist/.tests/${name}.json`;
  mkdirSync('dist/.tests', { recursive: true });
  rmSync(report, { force: true });
  const flags = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...(parallel ? [`--maxWorkers=${workers()}`] : ['--no-file-parallelism']), ...(shared ? ['--no-isolate'] : [])];
  const status = await vitest(['run', ...flags, ...files], env);
  return countTests(report, status);
}

/** Vitest by itself leaves a core free, and so takes turns where there are two. */
const workers = () => Math.max(1, Math.min(8, availableParallelism()));

/** Without a browser its tests are counted as skipped; under continuous integration that is a failure. */
function skipBrowser(files) {
  const listed = spawnSync(process.execPath, [toolScript('vitest'), 'list', '--json', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const text = listed.stdout ?? '';
  const skipped = listed.status === 0 ? JSON.parse(text.slice(text.indexOf('['))).length : files.length;
  console.log('No Chromium found: set CUPOLA_CHROMIUM to one, or install it. The browser tests are left out.');
  const isIntegration = process.env.CI === 'true';
  if (isIntegration) console.log('Under CI=true this counts as a failure.');
  return { passed: 0, failed: isIntegration ? 1 : 0, skipped };
}

/** From Vitest's own report: a file that did not load or an error outside any test is a failure too. */
export function countTests(report, status) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')).length;
  const failed = numFailedTests + unloaded;
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed, skipped: numPendingTests + numTodoTests };
}

function vitest(args, env) {
  const child = spawn(process.execPath, [toolScript('vitest'), ...args], { stdio: ['ignore', 'inherit', 'inherit'], env });
  const timer = setTimeout(() => {
    console.error(`The suite took longer than ${SUITE_LIMIT_MS / 60_000} minutes and was stopped.`);
    child.kill('SIGKILL');
  }, SUITE_LIMIT_MS);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}
