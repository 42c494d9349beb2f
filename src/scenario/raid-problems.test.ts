import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../tools/build-catalogue.js';
import { compileText } from './compile/compile.js';
import { KIND_SCHEMAS } from './cards/kinds.js';
import type { Problem } from './text/problem.js';

const catalogue = buildCatalogue();

function problemsOf(entry: string, overrides: string[] = []): readonly Problem[] {
  const result = compileText(`version: 1\nraid:\n  - ${entry}\ninterceptors: []\n`, 'raid.yaml', catalogue, overrides);
  return result.ok ? [] : result.problems;
}

const group = (missile: string, rest = '') => `{ missile: ${missile}, from: north-pacific-launch-area, to: san-francisco, count: 4${rest} }`;

const MISTAKES: readonly [entry: string, path: string, words: Partial<Record<'found' | 'expected' | 'hint', string>>][] = [
  [group('mobile-icbm-class', ', threat: { payload_kg: -4 }'), 'raid[0].threat.payload_kg', { found: '-4', expected: '0 < x ≤ 20,000 kg' }],
  [group('mobile-icbm-class', ', threat: { stages: [ { propellant_kg: -1 } ] }'), 'raid[0].threat.stages[0].propellant_kg', { found: '-1', expected: '0 < x' }],
  [group('mobile-icbm-class', ', threat: { stages: [ { thrustVacuum_kN: 0 } ] }'), 'raid[0].threat.stages[0].thrustVacuum_kN', { found: '0', expected: '0 < x' }],
  [group('mobile-icbm-class', ', threat: { stages: [ {}, {}, {}, {}, {} ] }'), 'raid[0].threat.stages[3]', { found: '5 stages', expected: 'at most 3', hint: 'mobile-icbm-class has 3 stages, counted from 0; a scenario changes their numbers but adds none' }],
  [group('mobile-icbm-class', ', threat: { bus: { warheads: 0 } }'), 'raid[0].threat.bus.warheads', { expected: '1 ≤ x ≤ 20' }],
  [group('mobile-icbm-class', ', threat: { liftToDrag: 3 }'), 'raid[0].threat.liftToDrag', { hint: 'mobile-icbm-class is a ballistic missile: it has no liftToDrag' }],
  [group('one-way-drone-class', ', threat: { payload_kg: 50 }'), 'raid[0].threat.payload_kg', { expected: 'speed_mps', hint: 'it has no payload_kg' }],
  [group('one-way-drone-class', ', threat: { bus: { warheads: 2 } }'), 'raid[0].threat.bus', { hint: 'it has no bus' }],
  [group('one-way-drone-class', ', threat: { speed_kmps: 0.05 }'), 'raid[0].threat.speed_kmps', { hint: '`speed_mps: 50`' }],
  [group('subsonic-cruise-class', ', shape: lofted'), 'raid[0].shape', { found: 'shape: "lofted"', expected: 'no `shape` for a cruise missile', hint: 'only ballistic missiles' }],
  [group('subsonic-cruise-class', ', threat: { range_km: 100, dive_km: 150 }'), 'raid[0].threat.dive_km', { found: 'a dive of 150 km in a range of 100 km', expected: 'dive_km ≤ range_km' }],
  [group('subsonic-cruise-class', ', route: [ { lat_deg: 40, lon_deg: -128, altitude_m: -30 } ]'), 'raid[0].route[0].altitude_m', { found: '30 m underground', expected: '0 m or more' }],
  [group('subsonic-cruise-class', ', route: [ portlnad ]'), 'raid[0].route[0]', { hint: '`portland`' }],
  [group('mobile-icbm-class', ', route: [ portland ]'), 'raid[0].route', { expected: 'no `route` for a ballistic missile', hint: 'only gliders and cruise missiles' }],
  [group('regional-glide-class', ', approach: long'), 'raid[0].approach', { hint: 'only a fractional orbit' }],
  [group('regional-glide-class', ', threat: { diveSpeed_kmps: 7 }'), 'raid[0].threat.diveSpeed_kmps', { found: 'a dive below 7 km/s', expected: 'that the boost gives at most', hint: 'km/s too fast' }],
  [group('regional-glide-class', ', threat: { brightness: [ {}, {}, {} ] }'), 'raid[0].threat.brightness[2]', { expected: 'at most 2' }],
  [group('fractional-orbital-class', ', threat: { payload_kg: 19000 }'), 'raid[0].threat.payload_kg', { expected: 'km/s for an orbit at 160 km', hint: 'km/s short' }],
  [group('mobile-icbm-class', ', within_s: 60, every_s: 10'), 'raid[0].every_s', { expected: 'one of the two' }],
  [group('mobile-icbm-class', ', every_s: 0'), 'raid[0].every_s', { expected: '0 < x ≤ 3,600 s' }],
  [group('mobile-icbm-class', ', again: {}'), 'raid[0].again', { expected: '`{ after_min: 30 }` or `{ after: one-orbit }`' }],
  [group('mobile-icbm-class', ', again: { after: one-orbit, after_min: 3 }'), 'raid[0].again.after_min', { hint: 'take one out' }],
  [group('mobile-icbm-class', ', again: { after_min: 3, orbit_min: 90 }'), 'raid[0].again.orbit_min', { hint: 'one-orbit' }],
  [group('mobile-icbm-class', ', again: { after: two-orbits }'), 'raid[0].again.after', { expected: 'one-orbit' }],
  [group('mobile-icbm-class', ', again: { after_s: 90 }'), 'raid[0].again.after_s', { hint: '`after_min: 1.5`' }],
  [group('mobile-icbm-class', ', shape: loftd'), 'raid[0].shape', { hint: '`lofted`' }],
  ['{ missile: mobile-icbm-class, from: [], to: chicago, count: 1 }', 'raid[0].from', { expected: 'at least one place' }],
  ['{ missile: mobile-icbm-class, from: [ { place: russia-siberia, weight: 0 } ], to: chicago, count: 1 }', 'raid[0].from[0].weight', { expected: '0 < x' }],
  ['{ missile: mobile-icbm-class, from: [ { place: russia-siberia } ], to: chicago, count: 1 }', 'raid[0].from[0].weight', { hint: 'add `weight`' }],
  ['{ missile: mobile-icbm-class, from: [ { plce: russia-siberia } ], to: chicago, count: 1 }', 'raid[0].from[0]', { expected: '`lat_deg` or `place`', hint: 'did you mean `place`?' }],
  ['{ missile: mobile-icbm-class, from: russia-siberia, to: [ { place: chigaco, weight: 1 } ], count: 1 }', 'raid[0].to[0].place', { hint: '`chicago`' }],
  ['{ missile: mobile-icbm-class, from: us-cities-50, to: chicago, count: 1 }', 'raid[0].from', { found: '"us-cities-50"' }],
  ['{ from: russia-siberia, to: chicago, count: 1 }', 'raid[0]', { expected: '`missile` or `preset`' }],
  ['{ preset: rogue-21 }', 'raid[0].preset', { hint: '`rogue-20`' }],
  ['{ preset: rogue-20, missile: hwasong-18 }', 'raid[0].missile', { expected: 'an entry with `missile` or `preset`', hint: 'not both' }],
  ['{ preset: rogue-20, count: 5 }', 'raid[0].count', { found: 'count: 5' }],
  ['{ preset: rogue-20, to: chigaco }', 'raid[0].to', { hint: '`chicago`' }],
  ['{ preset: rogue-20, entries: [ {}, {}, {} ] }', 'raid[0].entries[2]', { expected: 'at most 2' }],
  ['{ preset: rogue-20, entries: [ { threat: { liftToDrag: 2 } } ] }', 'raid[0].entries[0].threat.liftToDrag', { hint: 'it has no liftToDrag' }],
  ['{ preset: cruise-coastal-50, entries: [ { shape: lofted } ] }', 'raid[0].entries[0].shape', { hint: 'only ballistic missiles' }],
];

describe('problems of a raid', () => {
  it.each(MISTAKES)('%s', (entry, path, words) => {
    const problems = problemsOf(entry);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]).toMatchObject({ file: 'raid.yaml', line: 3, severity: 'error' });
    for (const [key, text] of Object.entries(words)) expect(problems[0]?.[key as 'found']).toContain(text);
  });

  it('says what class a changed number belongs to, of an override too', () => {
    expect(problemsOf(group('mobile-icbm-class'), ['raid[0].threat.speed_mps=300'])).toMatchObject([{ file: '--set', path: 'raid[0].threat.speed_mps' }]);
    expect(problemsOf('{ preset: rogue-20 }', ['raid[0].entries[5].count=3'])).toMatchObject([{ file: '--set', path: 'raid[0].entries[2]' }]);
  });

  it('does not defend a place at sea', () => {
    const result = compileText(`version: 1\nraid:\n  - ${group('one-way-drone-class')}\ninterceptors: []\ndefended: [ barents-patrol-area ]\n`, 'raid.yaml', catalogue);
    expect(result.ok ? [] : result.problems).toMatchObject([{ path: 'defended[0]', line: 5, expected: 'a place in a country' }]);
  });
});

describe('files of threats', () => {
  const solid = catalogue.kinds.threats['solid-icbm-3-stage'];
  const faultsOf = (change: Record<string, unknown>) => KIND_SCHEMAS.threats.safeParse({ ...solid, ...change }).error?.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  const stages = solid !== undefined && 'stages' in solid ? solid.stages : [];

  it('have one to four stages, each with thrust, and no mass below zero', () => {
    expect(faultsOf({})).toBeUndefined();
    expect(faultsOf({ stages: undefined })).toEqual(['stages: one to four stages']);
    expect(faultsOf({ stages: [] })).toEqual(['stages: one to four stages']);
    expect(faultsOf({ stages: [...stages, ...stages] })).toEqual(['stages: one to four stages']);
    expect(faultsOf({ stages: [{ ...stages[0], thrustVacuum_kN: { value: 0 } }] })).toEqual(['stages.0.thrustVacuum_kN: a number, 0 < x ≤ 20,000 kN']);
    expect(faultsOf({ payload_kg: { value: -1 } })).toEqual(['payload_kg: a number, 0 < x ≤ 20,000 kg']);
    expect(faultsOf({ liftToDrag: { value: 2 } })?.[0]).toContain('liftToDrag');
  });
});
