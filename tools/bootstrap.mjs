#!/usr/bin/env node
/**
 * The door to every npm script: checks Node, installs what is missing, builds what is stale, then runs the thing.
 * Only Node's own modules are imported here and in tools/setup, because nothing else exists in a fresh clone.
 *
 *   node tools/bootstrap.mjs start|test|build|dev|check|validate|bench|long [arguments of the command]
 */
import { checkNode } from './setup/check-node.mjs';

checkNode();
const { install } = await import('./setup/install.mjs');
const { compile, buildCatalogue, buildEngine, buildPage } = await import('./setup/build.mjs');
const { runNode, runTool } = await import('./setup/run.mjs');

const [command = 'start', ...rest] = process.argv.slice(2);
const FACES = ['tools/tsconfig/node.json'];

/** A program that compiles with type errors still runs, so that one slip in a view does not stop the rest; checks fail on it. */
const TOLD = 'Types do not check (see above); going on with what was built.';

const commands = {
  async start() {
    const clean = compile(FACES);
    buildCatalogue();
    buildPage();
    buildEngine();
    if (!clean) console.error(TOLD);
    const code = await runNode(['bin/cupola.js', 'serve', ...rest]);
    // Ctrl-C is how a server is meant to end; npm would call it a failure.
    return code === 130 ? 0 : code;
  },
  async test() {
    const { chooseSuites, runTests } = await import('./run-tests.mjs');
    const suites = chooseSuites(rest);
    if (!suites) return 2;
    return runTests(suites, { types: compile(), catalogue: attempt(buildCatalogue), page: attempt(buildPage), engine: attempt(buildEngine) });
  },
  async build() {
    const clean = compile();
    buildCatalogue({ always: true });
    buildPage({ always: true });
    buildEngine({ always: true });
    return clean ? 0 : 1;
  },
  async dev() {
    compile(FACES);
    buildCatalogue();
    return runTool('vite', rest);
  },
  async check() {
    const built = { types: compile(), catalogue: attempt(buildCatalogue) };
    return (await import('./run-checks.mjs')).runChecks(built);
  },
  async validate() {
    compile(FACES);
    buildCatalogue();
    return runNode(['bin/cupola.js', 'validate', ...rest]);
  },
  async bench() {
    compile(FACES);
    buildCatalogue();
    return runNode(['dist/benchmarks/run.js', ...rest]);
  },
  async long() {
    compile();
    buildCatalogue();
    buildPage();
    buildEngine();
    return (await import('./run-long.mjs')).runLong(rest);
  },
};

/** For commands that count a failed step instead of ending with it. */
function attempt(step) {
  try {
    step();
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

if (!Object.hasOwn(commands, command)) {
  console.error(`Unknown command "${command}". Known: ${Object.keys(commands).join(', ')}.`);
  process.exit(2);
}
process.chdir(new URL('..', import.meta.url).pathname.replace(/^\/([A-Za-z]:)/, '$1'));
try {
  install();
  process.exitCode = await commands[command]();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
