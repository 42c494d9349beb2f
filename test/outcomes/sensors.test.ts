/** Sensors in runs: who adds a sensor never sees later, radars fill up and are told where to look, satellites that move are all found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chart } from '../../src/engine/geometry.js';
import type { Geometry, GeometryCache } from '../../src/engine/geometry.js';
import { createMovingLooks } from '../../src/engine/sensing/moving-looks.js';
import { drawPlacement } from '../../src/engine/sensing/placement.js';
import { replayRun } from '../../src/engine/record/replay.js';
import { createRunner } from '../../src/engine/run.js';
import { createSky } from '../../src/engine/sensing/sky.js';
import { showEmission } from '../../src/engine/flights/emission.js';
import { ephemerisAt } from '../../src/kernel/flight/ephemeris.js';
import { altitude_m } from '../../src/kernel/earth/geodesy.js';
import { Luck, STREAM } from '../../src/kernel/random.js';
import { createSeenTarget } from '../../src/models/sensor/seen-target.js';
import { compileText } from '../../src/scenario/compile/compile.js';
import { satelliteName } from '../../src/scenario/plan/sensor-plan.js';
import { catalogue } from '../load.js';

const cache: GeometryCache = new Map();

function chartOf(sensors: readonly string[], count = 2, missile = 'missile: solid-icbm-3-stage, from: north-korea-interior, to: [chicago, seattle]'): Geometry {
  const text = `version: 1\nvariants: 2\nraid: [ { ${missile}, count: ${count}, within_s: 30 } ]\nsensors: [ ${sensors.map((sensor) => (sensor.startsWith('{') ? sensor : `{ use: ${sensor} }`)).join(', ')} ]\ninterceptors: []\nrelease: { space: { evidence: two-infrared }, ground: { evidence: two-infrared } }\n`;
  const result = compileText(text, 'test.yaml', catalogue());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return chart(result.compiled.plan, cache);
}

/** First detection and the rules of evidence of every object in a run; nobody shoots. */
function times(geometry: Geometry, run: number): number[][] {
  const { world } = runOf(geometry, run), { belief } = world;
  return geometry.linked.missiles.map((_, m) => [belief.sighted_s[m]!, belief.tracked_s[m]!, belief.bothKinds_s[m]!]);
}

function runOf(geometry: Geometry, run: number): ReturnType<typeof createRunner> {
  const runner = createRunner(geometry);
  runner.run(7, run);
  return runner;
}

describe('one more sensor', () => {
  const POOL = ['sbirs-geo', 'sbirs-heo', 'hbtss', 'tranche-1-tracking', 'meo-epoch-1', 'uewr-clear', 'uewr-beale', 'cobra-dane', 'uewr-pituffik'];

  it('never delays the first detection, nor a confirmation by two of a kind or by both', () => {
    fc.assert(fc.property(fc.subarray(POOL, { maxLength: 3 }), fc.constantFrom(...POOL), fc.integer({ min: 0, max: 1000 }), (some, added, run) => {
      const before = times(chartOf(some), run), after = times(chartOf([...some, added]), run);
      before.forEach((row, m) => row.forEach((time_s, kind) => expect(after[m]![kind]).toBeLessThanOrEqual(time_s)));
    }), { numRuns: 40 });
  }, 120_000);

  it('shifts nobody’s luck: what the others see stays as it was', () => {
    const radars = chartOf(['uewr-clear', 'uewr-beale']), more = chartOf(['uewr-clear', 'uewr-beale', 'uewr-pituffik']);
    for (let run = 0; run < 5; run++) {
      const told = (geometry: Geometry): string[] => replayRun(geometry, 3, run).events.filter(({ kind, by }) => kind === 'sighting' && by !== 'uewr-pituffik').map(({ t_s, target, by }) => `${t_s} ${target} ${by}`);
      expect(told(more)).toEqual(told(radars));
    }
  });
});

describe('a radar', () => {
  it('that follows as many objects as it can does not see the next, and the story says so', () => {
    const one = chartOf(['{ use: uewr-clear, tracks: 1 }'], 6), many = chartOf(['uewr-clear'], 6);
    const seen = (geometry: Geometry): number => Array.from(runOf(geometry, 1).world.belief.radar_count).filter((count) => count > 0).length;
    expect(seen(many)).toBe(6);
    expect(seen(one)).toBeLessThan(6);
    expect(seen(one)).toBeGreaterThan(0);
    const { events, missiles } = replayRun(one, 7, 1);
    expect(events.filter(({ kind }) => kind === 'saturated').length).toBeGreaterThan(0);
    const unseen = missiles.filter(({ key }) => !events.some(({ kind, target }) => kind === 'sighting' && target === key));
    expect(unseen.length).toBeGreaterThan(0);
    for (const missile of unseen) expect(missile).toMatchObject({ cause: 'notDetected', link: 'No sensor saw it: a radar that could have followed as many objects as it can.' });
  });

  it('finds sooner what an infrared satellite has pointed out', () => {
    const alone = chartOf(['uewr-beale']), told = chartOf(['uewr-beale', 'sbirs-geo']), deaf = chartOf(['{ use: uewr-beale, cueGain_dB: 0, cueRevisit_s: 600 }', 'sbirs-geo']);
    const radarAt = (geometry: Geometry, run: number): number => Math.min(...replayRun(geometry, 5, run).events.filter(({ kind, by }) => kind === 'sighting' && by === 'uewr-beale').map(({ t_s }) => t_s));
    let gained = 0;
    for (let run = 0; run < 6; run++) {
      expect(radarAt(told, run)).toBeLessThanOrEqual(radarAt(alone, run));
      gained += radarAt(alone, run) - radarAt(told, run);
      expect(radarAt(deaf, run)).toBeLessThanOrEqual(radarAt(alone, run));
    }
    expect(gained).toBeGreaterThan(10);
  });

  it('sees a larger echo sooner', () => {
    const at = (area_m2: number): number => chartOf(['uewr-clear'], 1, `missile: solid-icbm-3-stage, from: north-korea-interior, to: chicago, threat: { signature: { bodyRcs_m2: ${area_m2} } }`).views[0]![0]![0]!.from_s[0]!;
    expect(at(0.1)).toBeLessThanOrEqual(at(0.01));
    expect(at(0.01)).toBeLessThan(at(0.001));
    expect(at(0.001)).toBeLessThan(at(0.0001));
  });
});

describe('satellites that move', () => {
  it('are found without looking at all of them', () => {
    for (const name of ['tranche-1-tracking', 'meo-epoch-1', 'sbirs-heo', 'hbtss']) {
      const geometry = chartOf([name]), missile = geometry.linked.missiles[0]!, luck = new Luck(11), sky = createSky();
      for (const [s, sensor] of geometry.linked.sensors.entries()) {
        for (let run = 0; run < 3; run++) {
          const placement = { epoch_s: 0, node_rad: 0, phase_rad: 0, shift_s: 0 };
          sky.epoch_s = 8.2e8 + 3e4 * run;
          drawPlacement(sensor, luck, run, sky.epoch_s, placement);
          const flight = { missile, variant: geometry.trajectories[0]![0]!.variants[0]!, emission: geometry.emissions[0]![0]![0]!, launch_s: 100 * s };
          const found = new Map<number, number>(), enough = { first_s: Infinity, second_s: Infinity };
          createMovingLooks(sensor).watch(sky, luck, run, placement, flight, enough, (satellite, age_s) => found.set(satellite, age_s));
          for (let satellite = 0; satellite < sensor.count; satellite++) {
            const age_s = firstLook(geometry, s, satellite, run, placement, luck, sky, flight);
            if (age_s + sensor.plan.reportDelay_s < enough.second_s) expect(found.get(satellite)).toBeCloseTo(age_s, 6);
            else if (found.has(satellite)) expect(found.get(satellite)).toBeCloseTo(age_s, 6);
          }
        }
      }
    }
  }, 60_000);

  it('sight nothing that they are not told to see', () => {
    const geometry = chartOf(['tranche-1-tracking', 'sbirs-geo', 'uewr-clear']);
    for (let run = 0; run < 4; run++) {
      const { events, seen, movingSensors, sensors } = replayRun(geometry, 2, run);
      expect([sensors.length, movingSensors.length]).toEqual([7, 28]);
      const names = new Map(geometry.linked.watchers.map(({ sensor, satellite }) => [satelliteName(geometry.linked.sensors[sensor]!.plan, satellite), geometry.linked.sensors[sensor]!.count > 1 ? `${geometry.linked.sensors[sensor]!.plan.key}/${satellite}` : geometry.linked.sensors[sensor]!.plan.key]));
      const sightings = events.filter(({ kind }) => kind === 'sighting');
      expect(sightings.length).toBeGreaterThan(4);
      for (const { t_s, target, by } of sightings) {
        // Questions who sees it are seconds apart.
        expect(seen.some((stretch) => stretch.target === target && stretch.by === names.get(by) && stretch.from_s - 20 <= t_s && t_s <= stretch.to_s + 20), `${by} at ${t_s}`).toBe(true);
      }
    }
  });

  it('see what flies in the air only if that is what they are for', () => {
    const cruise = 'missile: subsonic-cruise-class, from: gulf-of-mexico-launch-area, to: houston';
    const seen = (sensors: readonly string[], missile?: string): boolean => replayRun(chartOf(sensors, 1, missile), 1, 0).events.some(({ kind }) => kind === 'sighting');
    expect(seen(['sb-amti'], cruise)).toBe(true);
    expect(seen(['tranche-1-tracking'], cruise)).toBe(false);
    expect(seen(['sbirs-geo'], cruise)).toBe(false);
    expect(seen(['sb-amti'])).toBe(false);
  });

  it('see a glider that glows where bodies without heat are lost against the Earth', () => {
    const glider = (signature: string): string => `missile: intercontinental-glide-class, from: russia-siberia, to: seattle, threat: { signature: { ${signature} } }`;
    const held_s = (signature: string): number => replayRun(chartOf(['tranche-1-tracking'], 1, glider(signature)), 1, 0).seen.reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0);
    expect(held_s('bright_kWpsr: 20')).toBeGreaterThan(2 * held_s('bright_kWpsr: 0, dim_kWpsr: 0'));
  });
});

/** The first look of one satellite that detects, by trying every look of the flight. */
function firstLook(geometry: Geometry, s: number, satellite: number, run: number, placement: Parameters<typeof drawPlacement>[4], luck: Luck, sky: ReturnType<typeof createSky>, flight: Parameters<ReturnType<typeof createSky>['blinds']>[3]): number {
  const sensor = geometry.linked.sensors[s]!, { variant, emission, missile, launch_s } = flight, step_s = sensor.plan.revisit_s;
  const state = new Float64Array(6), position = new Float64Array(3), target = createSeenTarget(), key = sensor.keys[satellite]!;
  const chance = (age_s: number): number => {
    ephemerisAt(variant.ephemeris, age_s, state);
    showEmission(emission, age_s, target);
    Object.assign(target, { x_m: state[0], y_m: state[1], z_m: state[2], altitude_m: altitude_m(state[0]!, state[1]!, state[2]!) });
    sensor.positionAt(placement, satellite, launch_s + age_s, position);
    return sensor.chance(sensor.level(position[0]!, position[1]!, position[2]!, target), false);
  };
  const isStaring = sensor.plan.model === 'infrared' && sensor.plan.look === 'staring', first_s = luck.uniform(STREAM.sighting, run, key, missile.missileKey, 0) * step_s;
  for (let look = 0; ; look++) {
    const age_s = first_s + look * step_s;
    if (age_s >= variant.impact_s) return Infinity;
    const now = isStaring ? (age_s < step_s ? 0 : Math.min(chance(age_s), chance(age_s - step_s))) : chance(age_s);
    if (now < 1e-3) continue;
    const draw = luck.uniform(STREAM.detection, run, key, age_s < variant.burnout_s ? missile.missileKey : missile.key, look);
    if (draw < now && !sky.blinds(sensor, placement, satellite, flight, age_s)) return age_s;
  }
}
