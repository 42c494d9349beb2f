import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../tools/build-catalogue.js';
import { compileText } from './compile/compile.js';
import type { Problem } from './text/problem.js';

const catalogue = buildCatalogue();

const LINES = [
  'version: 1',
  'title: A test',
  'raid:',
  '  - missile: solid-icbm-3-stage',
  '    from: north-korea-interior',
  '    to: [chicago, seattle]',
  '    count: 10',
  '    within_s: 60',
  'sensors:',
  '  - { use: sbirs-geo }',
  '  - { use: uewr-clear, range_km: 4000 }',
  'tracker: delay',
  'interceptors:',
  '  - constellation: notional-7800',
  '    count: 7800',
  '    altitude_km: 350',
  '    commonMode: [ { value: 0.95, scope: layer } ]',
  '  - { battery: gbi, at: fort-greely, count: 40 }',
  'release: { space: { evidence: two-infrared, delay_s: 30 } }',
  'command: { doctrine: shoot-look-shoot }',
  'defended: [ us-cities-50 ]',
];

function problemsOf(change: (text: string) => string, overrides: string[] = []): readonly Problem[] {
  const text = LINES.join('\n');
  const changed = change(text);
  if (overrides.length === 0) expect(changed, 'the test changes nothing').not.toBe(text);
  const result = compileText(changed, 'test.yaml', catalogue, overrides);
  return result.ok ? [] : result.problems;
}

const swap = (from: string, to: string) => (text: string) => text.replace(from, to);

/** What was done to the file, the line and path of the one problem, and words that must stand in it. */
const MISTAKES: readonly [name: string, change: (text: string) => string, line: number, path: string, words: Partial<Record<'found' | 'expected' | 'hint', string>>][] = [
  ['unknown missile', swap('solid-icbm-3-stage', 'solid-icbm-3stage'), 4, 'raid[0].missile', { found: '"solid-icbm-3stage"', expected: 'hwasong-18', hint: 'did you mean `solid-icbm-3-stage`?' }],
  ['unknown city', swap('chicago', 'chigaco'), 6, 'raid[0].to[0]', { hint: '`chicago`' }],
  ['unknown site', swap('at: fort-greely', 'at: greely'), 18, 'interceptors[1].at', { hint: '`fort-greely`' }],
  ['unknown sensor', swap('use: sbirs-geo', 'use: sbirs'), 10, 'sensors[0].use', { hint: '`sbirs-geo`' }],
  ['unknown constellation', swap('notional-7800', 'notional-780'), 14, 'interceptors[0].constellation', { hint: '`notional-7800`' }],
  ['unknown battery', swap('battery: gbi', 'battery: gib'), 18, 'interceptors[1].battery', { expected: 'gbi', hint: '`gbi`' }],
  ['space-based interceptor as a battery', swap('battery: gbi', 'battery: notional-sbi'), 18, 'interceptors[1].battery', { expected: 'a ground interceptor', hint: '`constellation`' }],
  ['unknown defended place', swap('us-cities-50', 'us-cities'), 21, 'defended[0]', { hint: '`us-cities-50`' }],
  ['misspelt key', swap('count: 10', 'cuont: 10'), 7, 'raid[0].cuont', { found: 'cuont: 10', expected: 'count', hint: 'did you mean `count`?' }],
  ['unknown key at the top', swap('defended:', 'defend:'), 21, 'defend', { hint: '`defended`' }],
  ['other unit, same dimension', swap('altitude_km: 350', 'altitude_m: 350000'), 16, 'interceptors[0].altitude_m', { hint: '`altitude_km: 350`: this number is given in km (350,000 m is 350 km)' }],
  ['minutes for seconds', swap('within_s: 60', 'within_min: 1'), 8, 'raid[0].within_min', { hint: '`within_s: 60`' }],
  ['no unit', swap('altitude_km', 'altitude'), 16, 'interceptors[0].altitude', { hint: '`altitude_km`: this number is given in km' }],
  ['unit of another dimension', swap('altitude_km: 350', 'altitude_s: 350'), 16, 'interceptors[0].altitude_s', { hint: 'given in km' }],
  ['unit in the value', swap('delay_s: 30', 'delay_s: 30 s'), 19, 'release.space.delay_s', { found: '"30 s"', hint: 'bare number' }],
  ['a key of the card one level too high', swap('count: 10', 'count: 10\n    payload_kg: 800'), 8, 'raid[0].payload_kg', { hint: '`threat.payload_kg`' }],
  ['out of range', swap('range_km: 4000', 'range_km: -40'), 11, 'sensors[1].range_km', { found: '-40', expected: '0 < x ≤ 20,000 km' }],
  ['too many missiles', swap('count: 10', 'count: 100000'), 7, 'raid[0].count', { expected: '1 ≤ x ≤ 1,000' }],
  ['half a missile', swap('count: 10', 'count: 2.5'), 7, 'raid[0].count', { expected: 'a whole number' }],
  ['NaN', swap('delay_s: 30', 'delay_s: .nan'), 19, 'release.space.delay_s', { found: 'NaN', expected: '0 ≤ x ≤ 3,600 s', hint: 'NaN' }],
  ['infinity', swap('altitude_km: 350', 'altitude_km: .inf'), 16, 'interceptors[0].altitude_km', { found: 'Infinity' }],
  ['wrong type', swap('count: 10', 'count: many'), 7, 'raid[0].count', { found: '"many"', expected: 'a whole number' }],
  ['no value', swap('count: 10', 'count:'), 7, 'raid[0].count', { found: 'null', hint: 'no value' }],
  ['list for a mapping', swap('command: { doctrine: shoot-look-shoot }', 'command: [ 1 ]'), 20, 'command', { expected: 'rules of command' }],
  ['mapping for a list', swap('defended: [ us-cities-50 ]', 'defended: { a: 1 }'), 21, 'defended', { expected: 'a list of names' }],
  ['missing key', swap('    count: 10\n', ''), 4, 'raid[0].count', { found: 'nothing', hint: 'add `count`' }],
  ['missing raid', (text) => text.replace(/raid:[^]*?sensors:/, 'sensors:'), 1, 'raid', { found: 'nothing', expected: 'a list of groups of missiles' }],
  ['empty raid', (text) => text.replace(/raid:[^]*?sensors:/, 'raid: []\nsensors:'), 3, 'raid', { expected: 'at least one group', hint: 'at least one missile' }],
  ['missing interceptors', (text) => text.replace(/interceptors:[^]*?release:/, 'release:'), 1, 'interceptors', { hint: '`interceptors: []`' }],
  ['no targets', swap('[chicago, seattle]', '[]'), 6, 'raid[0].to', { expected: 'at least one target' }],
  ['zero interceptors', swap('count: 40', 'count: 0'), 18, 'interceptors[1].count', { found: '0', hint: 'zero interceptors' }],
  ['count that does not divide', swap('count: 7800', 'count: 7850'), 15, 'interceptors[0].count', { found: '7,850 satellites in 100 planes', hint: '7,800 or 7,900' }],
  ['phasing beyond the planes', swap('count: 7800', 'count: 7800\n    phasing: 100'), 16, 'interceptors[0].phasing', { expected: '0 ≤ phasing < 100' }],
  ['no branch of a union', swap('constellation: notional-7800', 'constelation: notional-7800'), 14, 'interceptors[0]', { expected: '`constellation` or `battery`', hint: 'did you mean `constellation`?' }],
  ['key of the other branch', swap('altitude_km: 350', 'at: clear'), 16, 'interceptors[0].at', { found: 'at: "clear"' }],
  ['key of another kind of sensor', swap('range_km: 4000', 'cloudBreak_km: 8'), 11, 'sensors[1].cloudBreak_km', { hint: 'uewr-clear is a radar' }],
  ['radar limits crossed', swap('range_km: 4000', 'minElevation_deg: 86'), 11, 'sensors[1].minElevation_deg', { expected: 'minElevation_deg < maxElevation_deg' }],
  ['stage that the missile has not', swap('count: 10', 'count: 10\n    threat: { stages: [ {}, {}, {}, {} ] }'), 8, 'raid[0].threat.stages[3]', { expected: 'at most 3' }],
  ['unknown rule', swap('two-infrared', 'three-infrared'), 19, 'release.space.evidence', { expected: 'two-infrared' }],
  ['unknown scope', swap('scope: layer', 'scope: layr'), 17, 'interceptors[0].commonMode[0].scope', { hint: '`layer`' }],
  ['chance above one', swap('value: 0.95', 'value: 95'), 17, 'interceptors[0].commonMode[0].value', { expected: '0 ≤ x ≤ 1', hint: '95 % is 0.95' }],
  ['reloading without ready rounds', swap('count: 40 }', 'count: 40, reload_s: 60 }'), 18, 'interceptors[1].reload_s', { expected: '`ready` beside it' }],
  ['a range of nothing', swap('count: 40 }', 'count: 40, maxRange_km: 0 }'), 18, 'interceptors[1].maxRange_km', { expected: '0 < x' }],
  ['a radar that supports half a shot', swap('count: 40 }', 'count: 40, guided: 0.5 }'), 18, 'interceptors[1].guided', { expected: 'a whole number' }],
  ['fewer than no rounds', swap('count: 40 }', 'count: -4 }'), 18, 'interceptors[1].count', { found: '-4' }],
  ['battery without a count', swap('at: fort-greely, count: 40', 'at: clear'), 18, 'interceptors[1].count', { hint: 'add `count`' }],
  ['no version', swap('version: 1\n', ''), 1, 'version', { hint: '`version: 1`' }],
  ['newer version', swap('version: 1', 'version: 2'), 1, 'version', { found: '2', hint: 'newer' }],
  ['latitude beyond the pole', swap('from: north-korea-interior', 'from: { lat_deg: 91, lon_deg: 0 }'), 5, 'raid[0].from.lat_deg', { expected: '-90 ≤ x ≤ 90 deg' }],
  ['time that is none', swap('title: A test', 'epoch: { from: 2026-13-01 }'), 2, 'epoch.from', { expected: 'UTC' }],
  ['launch that is none', swap('title: A test', 'launch: worst-epok'), 2, 'launch', { hint: '`worst-epoch`' }],
  ['tracker of a later version', swap('tracker: delay', 'tracker: imm'), 12, 'tracker', { found: '"imm"', hint: 'not supported by this version' }],
  ['numbers of the other tracker', swap('tracker: delay', 'tracker: { model: covariance, azimuthError_deg: 1 }'), 12, 'tracker.azimuthError_deg', { expected: 'boostMismatch_g', hint: 'belongs to the tracker `delay`' }],
  ['a share above the half', swap('tracker: delay', 'tracker: covariance\ndiscrimination: { infrared: { decoyAsWarhead: 0.7 } }'), 13, 'discrimination.infrared.decoyAsWarhead', { found: '0.7', expected: '0 ≤ x ≤ 0.5' }],
  ['a gate of nothing', swap('count: 40 }', 'count: 40, interceptor: { commitGate_km: 0 } }'), 18, 'interceptors[1].interceptor.commitGate_km', { expected: '0 < x' }],
  ['a partner nobody knows', swap('title: A test', 'partners: { canda: warning-only }'), 2, 'partners.canda', { hint: 'did you mean `canada`?' }],
  ['duplicate key', swap('title: A test', 'title: A test\ntitle: B'), 3, '', { expected: 'each key once' }],
  ['broken flow list', swap('[chicago, seattle]', '[chicago, seattle'), 7, '', { expected: 'well-formed YAML' }],
  ['tab', swap('    from:', '\tfrom:'), 5, '', { hint: 'no tabs' }],
  ['empty file', () => '', 1, '', { found: 'an empty document' }],
  ['only a comment', () => '# later\n', 1, '', { found: 'an empty document' }],
  ['a word', () => 'hello', 1, '', { expected: 'a scenario' }],
  ['two documents', (text) => `${text}\n---\nversion: 1\n`, 22, '', { expected: 'one document' }],
  ['unknown alias', swap('count: 10', 'count: *ten'), 1, '', { hint: 'alias' }],
  ['prototype', swap('title: A test', '__proto__: { a: 1 }'), 1, '', { expected: '__proto__' }],
];

describe('problems of a scenario file', () => {
  it('does not complain about the file that the mistakes are made in', () => {
    expect(problemsOf((text) => `${text}\n`)).toEqual([]);
  });

  it.each(MISTAKES)('%s', (_name, change, line, path, words) => {
    const problems = problemsOf(change);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    const [problem] = problems;
    expect(problem).toMatchObject({ file: 'test.yaml', line, severity: 'error' });
    for (const [key, text] of Object.entries(words)) expect(problem?.[key as 'found']).toContain(text);
  });

  it('tells all mistakes at once, in the order of the file', () => {
    const problems = problemsOf((text) => text.replace('chicago', 'chigaco').replace('count: 10', 'count: x').replace('altitude_km', 'altitude').replace('count: 40', 'count: 0').replace('two-infrared', 'none').replace('us-cities-50', 'mars'));
    expect(problems.map(({ line, path }) => `${line} ${path}`)).toEqual([
      '6 raid[0].to[0]', '7 raid[0].count', '16 interceptors[0].altitude', '18 interceptors[1].count', '19 release.space.evidence', '21 defended[0]',
    ]);
  });

  it('does not say that two kinds of layer in one entry are one', () => {
    const problems = problemsOf(swap('constellation: notional-7800', 'constellation: notional-7800\n    battery: gbi'));
    expect(problems.map(({ path }) => path)).toEqual(['interceptors[0].battery']);
    expect(problems[0]?.hint).toContain('not both');
  });

  it('gives lines of JSON too', () => {
    const result = compileText('{\n "version": 1,\n "interceptors": [],\n "raid": [\n  {"missile": "hwasong-18", "from": "tonghae", "to": "chicago",\n   "count": -1}\n ]\n}', 'a.json', catalogue);
    expect(result.ok ? [] : result.problems).toMatchObject([{ file: 'a.json', line: 6, path: 'raid[0].count', found: '-1' }]);
  });
});

describe('problems of overrides', () => {
  it.each([
    ['interceptors[0].cout=5', 'interceptors[0].cout', { hint: '`count`' }],
    ['interceptors[7].count=5', 'interceptors[7]', { expected: 'interceptors[0] to interceptors[1]' }],
    ['release.spce.delay_s=1', 'release.spce', { hint: '`space`' }],
    ['tracker.latency=4', 'tracker.latency', { hint: '`latency_s`' }],
    ['interceptors[0].count=abc', 'interceptors[0].count', { found: '"abc"' }],
    ['interceptors[0].count=[', 'interceptors[0].count', { expected: 'YAML' }],
    ['interceptors.count=5', 'interceptors.count', { expected: 'interceptors[0].count' }],
    ['title.x=1', 'title.x', { expected: 'keys and values' }],
    ['raid[0].threat.payload_kg=-4', 'raid[0].threat.payload_kg', { expected: '0 < x ≤ 20,000 kg' }],
    ['sensors[0].satellites[9].lon_deg=4', 'sensors[0].satellites[6]', { expected: 'at most 6' }],
    ['places.chicgo.lat_deg=3', 'places.chicgo', { hint: '`chicago`' }],
    ['no-equals-sign', '', { expected: 'path=value' }],
    ['=5', '', { expected: 'path=value' }],
    ['a.__proto__.b=5', '', { expected: 'path=value' }],
  ] as const)('%s', (override, path, words) => {
    const problems = problemsOf((text) => text, [override]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: '--set', line: 0, path });
    for (const [key, text] of Object.entries(words)) expect(problems[0]?.[key as 'found']).toContain(text);
  });

  it("does not blame the file for what an override broke, nor an override for the file's mistakes", () => {
    const problems = problemsOf(swap('chicago', 'chigaco'), ['interceptors[1].count=0']);
    expect(problems.map(({ file, line, path }) => [file, line, path])).toEqual([['--set', 0, 'interceptors[1].count'], ['test.yaml', 6, 'raid[0].to[0]']]);
  });
});
