/** The table of house rules on imports is the architecture: floors import only downwards, and roles do not know each other. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const PURE = 'kernel models scenario engine studies policy figures formats';
const FLOORS: Readonly<Record<string, string>> = {
  kernel: '',
  models: 'kernel',
  scenario: 'kernel models',
  engine: 'kernel models scenario',
  studies: 'kernel models scenario engine',
  policy: 'kernel models scenario engine studies',
  figures: 'kernel models scenario engine studies policy',
  formats: 'kernel models scenario engine',
  store: PURE,
  cluster: `${PURE} store`,
  cli: `${PURE} store cluster server validation benchmarks`,
  server: `${PURE} store cluster`,
  web: PURE,
  'index.ts': `${PURE} store cluster`,
};
/** Packages that a floor may import; an unlisted floor (those on Node) may import any and Node's own modules. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  kernel: /^@noble\/hashes\/|^@stdlib\//,
  models: /^(?!)/,
  scenario: /^(zod|yaml)$/,
  engine: /^(?!)/,
  studies: /^(?!)/,
  policy: /^(?!)/,
  figures: /^@observablehq\/plot$|^d3(-[a-z]+)?$/,
  formats: /^(?!)/,
  web: /^(?!fastify|@fastify\/|piscina|playwright|vite$)/,
};
/** The two models that wrap a library. */
const MODEL_PACKAGES: Readonly<Record<string, string>> = {
  'models/constellation/sgp4.ts': 'satellite.js',
  'models/sensor/sun.ts': 'astronomy-engine',
};

/** Faults of one file of src, named relative to it. */
function importFaults(file: string, text: string): string[] {
  const [floor = '', role = ''] = file.split('/');
  const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName: target }) => {
    if (!target.startsWith('.')) {
      const allowed = PACKAGES[floor];
      if (!allowed || MODEL_PACKAGES[file] === target || (!isNode(target) && allowed.test(target))) return [];
      return [`src/${file} imports ${target}; ${floor} may not`];
    }
    const path = posix.normalize(posix.join('src', posix.dirname(file), target));
    const [to = '', toRole = ''] = (path.startsWith('src/') ? path.slice(4) : path).split('/');
    if (to !== floor) {
      const may = FLOORS[floor] ?? '';
      return may.split(' ').includes(to) ? [] : [`src/${file} imports ${to}; ${floor} may import: ${may || 'nothing'}`];
    }
    const isForeign = floor === 'models' && toRole.indexOf('.') < 0 && role.indexOf('.') < 0 && toRole !== role;
    return isForeign ? [`src/${file} imports models/${toRole}; roles meet in engine`] : [];
  });
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

describe('architecture', () => {
  it('imports only what the floor below offers', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap((file) => importFaults(file, readFileSync(`src/${file}`, 'utf8')))).toEqual([]);
  });

  it('knows every folder of src', () => {
    const floors = [...new Set(files.map((file) => file.split('/')[0]))];
    expect(floors.filter((floor) => floor && !Object.hasOwn(FLOORS, floor))).toEqual([]);
  });

  it.each([
    ['kernel/bad.ts', `import { x } from '../models/threat/a.js';`, 'src/kernel/bad.ts imports models; kernel may import: nothing'],
    ['engine/bad.ts', `export * from '../studies/a.js';`, 'src/engine/bad.ts imports studies; engine may import: kernel models scenario'],
    ['models/threat/bad.ts', `import type { X } from '../sensor/a.js';`, 'src/models/threat/bad.ts imports models/sensor; roles meet in engine'],
    ['models/threat/bad.ts', `import { readFileSync } from 'fs';`, 'src/models/threat/bad.ts imports fs; models may not'],
    ['scenario/bad.ts', `const a = await import('node:fs');`, 'src/scenario/bad.ts imports node:fs; scenario may not'],
    ['scenario/bad.ts', `import d3 from 'd3-geo';`, 'src/scenario/bad.ts imports d3-geo; scenario may not'],
    ['web/bad.tsx', `import { join } from 'node:path';`, 'src/web/bad.tsx imports node:path; web may not'],
    ['web/bad.tsx', `import { a } from '../server/app.js';`, `src/web/bad.tsx imports server; web may import: ${PURE}`],
    ['models/constellation/bad.ts', `import { sgp4 } from 'satellite.js';`, 'src/models/constellation/bad.ts imports satellite.js; models may not'],
    ['engine/bad.ts', `import { Body } from 'astronomy-engine';`, 'src/engine/bad.ts imports astronomy-engine; engine may not'],
    ['models/sensor/sun.ts', `import { sgp4 } from 'satellite.js';`, 'src/models/sensor/sun.ts imports satellite.js; models may not'],
    ['studies/bad.ts', `import { a } from '../../tools/a.js';`, 'src/studies/bad.ts imports tools; studies may import: kernel models scenario engine'],
  ])('finds the fault planted in %s: %s', (file, text, fault) => {
    expect(importFaults(file, text)).toEqual([fault]);
  });

  it.each([
    ['kernel/hash.ts', `import { sha256 } from '@noble/hashes/sha2.js'; import sin from '@stdlib/math-base-special-sin';`],
    ['models/constellation/sgp4.ts', `import { sgp4 } from 'satellite.js'; import { TAU } from '../../kernel/maths.js';`],
    ['models/sensor/sun.ts', `import { Body } from 'astronomy-engine';`],
    ['models/threat/index.ts', `import a from './staged.js';`],
    ['cli/validate.ts', `import { cases } from '../../validation/cases.js'; import { join } from 'node:path';`],
    ['web/page.tsx', `import { useState } from 'react'; import { x } from '../engine/record.js';`],
  ])('accepts what is allowed in %s', (file, text) => {
    expect(importFaults(file, text)).toEqual([]);
  });
});
