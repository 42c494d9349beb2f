/** The steps of the build: TypeScript to dist, data to one catalogue, page and engine of packs by Vite. All but the first only when their inputs changed. */
import { existsSync, rmSync } from 'node:fs';
import { filesUnder, hashInputs, isFresh, stamp } from './stamps.mjs';
import { quietStep, toolScript } from './run.mjs';

const PURE = ['kernel', 'models', 'scenario', 'engine', 'studies', 'policy', 'figures', 'formats'].map((floor) => `src/${floor}`);
const CATALOGUE = 'dist/catalogue.json';
const PAGE = 'dist/page/index.html';
const ENGINE = 'dist/engine/cupola-engine.mjs';
const isShipped = (path) => !/\.test\.tsx?$/.test(path);

/** Compiles what changed. Gives false on type errors; what could be emitted is there even then. */
export function compile(projects = []) {
  removeOrphans();
  return quietStep('Compiling', process.execPath, [toolScript('tsc'), '-b', ...projects]);
}

export function buildCatalogue({ always = false } = {}) {
  const inputs = hashInputs([...PURE, 'data', 'scenarios', 'package.json', 'tools/build-catalogue.ts', 'tools/catalogue'], isShipped);
  if (!always && isFresh('catalogue', inputs, CATALOGUE)) return;
  if (!quietStep('Building the catalogue', process.execPath, ['dist/tools/build-catalogue.js'])) throw new Error('The catalogue could not be built.');
  stamp('catalogue', inputs, CATALOGUE);
}

export function buildPage({ always = false } = {}) {
  const inputs = hashInputs([...PURE, 'src/web', 'vite.config.ts', 'package-lock.json', CATALOGUE], isShipped);
  if (!always && isFresh('page', inputs, PAGE)) return;
  if (!quietStep('Building the page', process.execPath, [toolScript('vite'), 'build', '--logLevel', 'warn'])) throw new Error('The page could not be built.');
  stamp('page', inputs, PAGE);
}

/** The engine that packs carry. */
export function buildEngine({ always = false } = {}) {
  const inputs = hashInputs([...PURE, 'src/cli/pack', 'src/store/pack', 'src/cluster', 'vite.engine.config.ts', 'package-lock.json'], isShipped);
  if (!always && isFresh('engine', inputs, ENGINE)) return;
  if (!quietStep('Building the engine of packs', process.execPath, [toolScript('vite'), 'build', '--config', 'vite.engine.config.ts', '--logLevel', 'warn'])) throw new Error('The engine of packs could not be built.');
  stamp('engine', inputs, ENGINE);
}

/** Takes out of dist what was compiled from a source that is gone: a deleted test must not go on passing. */
function removeOrphans() {
  for (const folder of ['src', 'test', 'tools', 'validation', 'benchmarks']) {
    for (const file of filesUnder(`dist/${folder}`)) {
      const stem = /^dist\/(.*?)(\.js|\.d\.ts)(\.map)?$/.exec(file)?.[1];
      if (stem && !existsSync(`${stem}.ts`) && !existsSync(`${stem}.tsx`)) rmSync(file);
    }
  }
}
