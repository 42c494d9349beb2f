import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, ROOT } from '../../../test/load.js';
import type { Problem } from '../../scenario/text/problem.js';
import { studyJsonSchema } from '../../scenario/schema/study-schema.js';
import { planStudy } from './study-file.js';
import type { PlannedStudy } from './study-file.js';

const SCENARIO = readFileSync(new URL('scenarios/02-one-icbm-ground-only.yaml', ROOT), 'utf8');
const read = (file: string) => ({ text: SCENARIO, file });

function plan(text: string): PlannedStudy {
  const planned = planStudy(text, 'study.yaml', catalogue(), read);
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  return planned;
}
function problemsOf(text: string): readonly Problem[] {
  const planned = planStudy(text, 'study.yaml', catalogue(), read);
  return 'problems' in planned ? planned.problems : [];
}
const study = (...lines: string[]): string => ['version: 1', 'kind: sweep', 'scenario: ground.yaml', ...lines].join('\n');

describe('study file', () => {
  it('gives every combination, the last path varying fastest, with the overrides that --set takes', () => {
    const { points, study: asked, title } = plan(study('vary:', '  - { path: "raid[0].count", values: [1, 2] }', '  - { path: "interceptors[0].singleShotKill", from: 0.1, to: 0.3, steps: 3 }', 'runs: 50'));
    expect(points.map(({ overrides }) => overrides.join(' '))).toEqual([
      'raid[0].count=1 interceptors[0].singleShotKill=0.1', 'raid[0].count=1 interceptors[0].singleShotKill=0.2', 'raid[0].count=1 interceptors[0].singleShotKill=0.3',
      'raid[0].count=2 interceptors[0].singleShotKill=0.1', 'raid[0].count=2 interceptors[0].singleShotKill=0.2', 'raid[0].count=2 interceptors[0].singleShotKill=0.3',
    ]);
    expect(new Set(points.map(({ compiled }) => compiled.planHash)).size).toBe(6);
    expect(points[5]?.compiled.plan.attacks[0]?.count).toBe(2);
    expect([asked.runs, asked.seed, title]).toEqual([50, 1, 'One solid-fuel ICBM against the ground layer alone']);
  });

  it('takes a scenario written in place, and its problems stand there', () => {
    const inPlace = (raid: string): string => ['version: 1', 'kind: saturate', 'scenario:', '  version: 1', `  raid: [ ${raid} ]`, '  interceptors: []'].join('\n');
    const planned = plan(inPlace('{ missile: solid-icbm-3-stage, from: north-korea-interior, to: chicago, count: 1 }'));
    expect(planned.scenarioFile).toBeUndefined();
    expect(planned.points.length).toBeGreaterThan(5);
    expect(problemsOf(inPlace('{ missile: solid-icbm-3-stag, from: north-korea-interior, to: chicago, count: 1 }'))[0]).toMatchObject({ path: 'scenario.raid[0].missile', line: 5, file: 'study.yaml' });
  });

  it('is another study when anything that is computed differs, and the same under another title', () => {
    const vary = 'vary: [ { path: "raid[0].count", values: [1, 2] } ]';
    const hash = (...lines: string[]): string => plan(study(vary, ...lines)).studyHash;
    expect(hash('title: one')).toBe(hash('title: two'));
    expect(new Set([hash(), hash('runs: 10'), hash('seed: 2'), hash('width: 0.1')]).size).toBe(4);
  });

  it('tells all that is wrong at once, at its line, with the nearest name', () => {
    const problems = problemsOf(study(
      'vary:', '  - { path: "raid[0].cuont", values: [1] }', '  - { path: "raid[0].count", values: [] }', '  - { path: "raid[0].count", values: [1, 0] }', '  - { path: "raid[0].within_s", from: 5, to: 5, steps: 4 }',
      '  - { path: "raid[0]..count", values: [1] }', '  - { path: "interceptors[5].count", values: [1] }', 'runs: -1', 'sead: 4',
    ));
    const told = problems.map(({ path, line, hint }) => `${line} ${path} ${hint}`);
    expect(told).toEqual([
      '5 vary[0].path did you mean `raid[0].count`?', '6 vary[1].values ', '7 vary[2].values[1] a scenario needs at least one missile', '8 vary[3].to an empty range: one value is written `values: […]`',
      '9 vary[4].path did you mean `raid[0].count`?', expect.stringMatching(/^10 vary\[5\]\.path did you mean/), '11 runs ', '12 sead did you mean `seed`?',
    ]);
  });

  it.each([
    ['kind: swep', 'kind', 'did you mean `sweep`?'],
    ['vary: 5', 'vary', ''],
  ])('names the fault in %s', (line, path, hint) => {
    const text = study('vary: [ { path: "raid[0].count", values: [1] } ]').split('\n').filter((own) => !own.startsWith(line.split(':')[0] ?? '')).concat(line).join('\n');
    expect(problemsOf(text)[0]).toMatchObject({ path, hint });
  });

  it('refuses what cannot be a study', () => {
    expect(problemsOf('')).toHaveLength(1);
    expect(problemsOf('[1, 2]')).toHaveLength(1);
    expect(problemsOf(study())[0]).toMatchObject({ path: 'vary' });
    expect(problemsOf(study('vary: [ { path: "interceptors[0].singleShotKill", from: 0, to: 1, steps: 2000 }, { path: "raid[0].count", values: [1, 2] } ]'))[0]?.found).toBe('4000 combinations');
    expect(problemsOf(study('vary: [ { path: "interceptors[0].singleShotKill", values: [0.5] } ]').replace('sweep', 'saturate'))[0]).toMatchObject({ path: 'vary[0].path' });
  });

  it('has a published schema that names its keys', () => {
    const schema = studyJsonSchema() as { properties: Record<string, unknown>; required: string[] };
    expect(Object.keys(schema.properties).sort()).toEqual(['kind', 'runs', 'scenario', 'seed', 'title', 'vary', 'version', 'width']);
    expect(schema.required.sort()).toEqual(['kind', 'scenario', 'version']);
  });
});
