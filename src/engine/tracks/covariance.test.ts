/** The covariance tracker in runs: its errors are as large as it says, worse sensors shoot later or not at all, and decoys that are told from warheads are not shot at. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../test/load.js';
import { Luck } from '../../kernel/random.js';
import { totalCovariance, TRACK_SIZE } from '../../models/tracker/covariance-filter.js';
import type { BallisticThreatPlan, CovarianceTrackerPlan, Plan } from '../../scenario/plan/plan.js';
import { createCovarianceTracks } from './covariance-tracks.js';
import type { CovarianceTracks } from './covariance-tracks.js';
import { chart } from '../geometry.js';
import type { Geometry, GeometryCache } from '../geometry.js';
import { REFUSAL } from '../decide/ground-options.js';
import { LEAK_CAUSES } from '../record/record.js';
import { replayRun } from '../record/replay.js';
import { createRunner } from '../run.js';
import type { Runner } from '../run.js';
import { createTrackQuality } from './track-quality.js';
import { FATE, RESULT } from '../world.js';

const GROUND_ONLY = '02-one-icbm-ground-only.yaml', SEED = 3;
const cache: GeometryCache = new Map();
const planOf = (overrides: readonly string[] = [], change: (plan: Plan) => Plan = (plan) => plan): Plan => change(compileScenario(GROUND_ONLY, ['variants=4', 'tracker.model=covariance', ...overrides]).plan);
const trackerOf = ({ linked }: Geometry): CovarianceTrackerPlan => {
  const { tracker } = linked.plan;
  if (tracker.model !== 'covariance') throw new Error('another tracker');
  return tracker;
};

interface Asked {
  readonly tracks: CovarianceTracks;
  readonly errorAt: (m: number, age_s: number, meet_s: number) => number;
}

/** The tracks of a run, asked for apart from its decisions: the same luck makes the same tracks. */
function tracksOf(geometry: Geometry, runner: Runner, run: number): Asked {
  const tracker = trackerOf(geometry), tracks = createCovarianceTracks(geometry, tracker), quality = createTrackQuality(geometry, tracks, tracker);
  runner.run(SEED, run);
  tracks.begin(runner.world, new Luck(SEED), run);
  return {
    tracks,
    errorAt: (m, age_s, meet_s) => {
      tracks.advance(m, age_s);
      return quality.meetingError_m(runner.world, m, meet_s);
    },
  };
}

/** Square of an error in units of its covariance: by elimination, with scaled rows. */
function chiSquare(error: ArrayLike<number>, covariance: ArrayLike<number>): number {
  const sigma = Array.from({ length: 6 }, (_, i) => Math.sqrt(covariance[7 * i]!));
  const rows = sigma.map((s, i) => [...sigma.map((t, j) => covariance[6 * i + j]! / (s * t)), error[i]! / s]), right = rows.map((row) => row[6]!);
  for (let p = 0; p < 6; p++)
    for (let i = 0; i < 6; i++) {
      if (i === p) continue;
      const factor = rows[i]![p]! / rows[p]![p]!;
      for (let j = p; j < 7; j++) rows[i]![j]! -= factor * rows[p]![j]!;
    }
  return rows.reduce((sum, row, i) => sum + (row[6]! / row[i]!) * right[i]!, 0);
}

describe('tracks', () => {
  const geometry = chart(planOf(), cache), runner = createRunner(geometry);

  it('are wrong by as much as they say: in boost, in free fall, and once radars see it', () => {
    const RUNS = 500, ages_s = [120, 500, 900], sums = ages_s.map(() => 0), covariance = new Float64Array(36);
    for (let run = 0; run < RUNS; run++) {
      const { tracks } = tracksOf(geometry, runner, run);
      ages_s.forEach((age_s, i) => {
        tracks.advance(0, age_s);
        totalCovariance(tracks.tracks, 0, tracks.columns[0]!, covariance);
        sums[i]! += chiSquare(tracks.tracks.subarray(0, 6), covariance);
      });
    }
    // Mean 6 and variance 12 of one, for errors of six numbers.
    for (const sum of sums) expect(Math.abs(sum / RUNS - 6)).toBeLessThan(5 * Math.sqrt(12 / RUNS));
  });

  it('are wrong by as much as they say under satellites that move, too', () => {
    const RUNS = 150, covariance = new Float64Array(36), charted = chart(planOf(['sensors=[{ use: tranche-1-tracking }]']), cache), own = createRunner(charted);
    let sum = 0, count = 0;
    for (let run = 0; run < RUNS; run++) {
      const { tracks } = tracksOf(charted, own, run);
      // A shell leaves gaps: what nobody has sighted has no track.
      if (own.world.belief.sighted_s[0] === Infinity) continue;
      tracks.advance(0, 700);
      totalCovariance(tracks.tracks, 0, tracks.columns[0]!, covariance);
      sum += chiSquare(tracks.tracks.subarray(0, 6), covariance);
      count++;
    }
    expect(count).toBeGreaterThan(RUNS / 2);
    expect(Math.abs(sum / count - 6)).toBeLessThan(5 * Math.sqrt(12 / count));
  });

  it('are the same whoever asks when', () => {
    const { tracks: once } = tracksOf(geometry, runner, 7), { tracks: often } = tracksOf(geometry, runner, 7);
    once.advance(0, 1200);
    for (let age_s = 50; age_s <= 1200; age_s += 7) often.advance(0, age_s);
    often.advance(0, 1200);
    expect(Array.from(often.tracks.subarray(0, TRACK_SIZE))).toEqual(Array.from(once.tracks.subarray(0, TRACK_SIZE)));
  });

  it('never become worse by another sensor, that stands still or moves', () => {
    const free = ['tracker.biasShare=0'], less = chart(planOf(free), cache), lessRunner = createRunner(less);
    for (const more of ['uewr-cape-cod', 'sbirs-heo', 'tranche-1-tracking', 'lrdr']) {
      const withMore = chart(planOf([...free, `sensors=[{ use: sbirs-geo }, { use: uewr-clear }, { use: uewr-beale }, { use: ${more} }]`]), cache), moreRunner = createRunner(withMore);
      let better = 0;
      for (let run = 0; run < 6; run++) {
        const a = tracksOf(less, lessRunner, run), b = tracksOf(withMore, moreRunner, run);
        for (const age_s of [100, 170, 400, 800, 1100]) {
          const was = a.errorAt(0, age_s, 1500), is = b.errorAt(0, age_s, 1500);
          expect(is).toBeLessThanOrEqual(was * (1 + 1e-9));
          if (is < 0.99 * was) better++;
        }
      }
      // Cape Cod looks the other way.
      if (more !== 'uewr-cape-cod') expect(better).toBeGreaterThan(0);
    }
  });

  it('of all on board are one until release, and then go their ways', () => {
    const withDecoys = (plan: Plan): Plan => ({ ...plan, attacks: plan.attacks.map((attack) => ({ ...attack, threat: { ...(attack.threat as BallisticThreatPlan), decoys: { perMissile_count: 2, ballisticCoefficient_kgpm2: 2000, separation_mps: 2 } } })) });
    const charted = chart(planOf([], withDecoys), cache), board = createRunner(charted);
    let alone = 0, together = 0;
    for (let run = 0; run < 10; run++) {
      // Asked in turn and late, an object starts from its missile's track; asked early, or first, it makes its own.
      const { tracks: late } = tracksOf(charted, board, run), { tracks: early } = tracksOf(charted, board, run);
      for (const m of [1, 0, 2]) late.advance(m, 1000);
      for (let age_s = 50; age_s < 1000; age_s += 9) for (const m of [2, 0, 1]) early.advance(m, age_s);
      for (const m of [0, 1, 2]) early.advance(m, 1000);
      const own = (asked: CovarianceTracks, m: number): number[] => Array.from(asked.tracks.subarray(m * TRACK_SIZE, (m + 1) * TRACK_SIZE));
      for (const m of [0, 1, 2]) expect(own(late, m)).toEqual(own(early, m));
      const { tracks: boost } = tracksOf(charted, board, run);
      for (const m of [0, 1, 2]) boost.advance(m, 120);
      if (own(boost, 0).every((value, i) => value === own(boost, 1)[i])) together++;
      if (own(late, 0).some((value, i) => value !== own(late, 1)[i])) alone++;
    }
    expect(together).toBe(10);
    expect(alone).toBe(10);
  });

  it('of companions a few hundred metres apart are mixed up', () => {
    const withDecoys = (plan: Plan): Plan => ({ ...plan, attacks: plan.attacks.map((attack) => ({ ...attack, threat: { ...(attack.threat as BallisticThreatPlan), decoys: { perMissile_count: 3, ballisticCoefficient_kgpm2: 2000, separation_mps: 2 } } })) });
    const [never, often] = [0, 0.4].map((chance) => {
      const charted = chart(planOf([`tracker.misassociation_prob=${chance}`], withDecoys), cache);
      return tracksOf(charted, createRunner(charted), 1).errorAt(1, 1000, 1500);
    }) as [number, number];
    expect(often).toBeGreaterThan(never * 1.01);
    expect(often).toBeLessThan(never * 2);
  });
});

describe('the gate before a shot', () => {
  const commits = (geometry: Geometry, runs: number) => {
    const runner = createRunner(geometry);
    return Array.from({ length: runs }, (_, run) => {
      runner.run(SEED, run);
      const { orders, refusal, trackShort_m, truth } = runner.world;
      return { commit_s: orders.count > 0 ? orders.commit_s[0]! - truth.launch_s[0]! : Infinity, refusal: refusal[0]!, short_m: trackShort_m[0]!, failed: truth.fate[0] === FATE.failed };
    });
  };

  it('lets worse sensors shoot later, and the worst not at all', () => {
    const RUNS = 40, found = [1, 3, 40].map((worse) => commits(chart(planOf([`sensors[0].angularError_urad=${30 * worse}`, `sensors[1].angleError_deg=${0.2 * worse}`, `sensors[2].angleError_deg=${0.2 * worse}`, 'interceptors[0].interceptor.commitGate_km=12', 'interceptors[1].interceptor.commitGate_km=12']), cache), RUNS));
    const [good, poor, worst] = found as [typeof found[0], typeof found[0], typeof found[0]];
    let later = 0;
    for (let run = 0; run < RUNS; run++) {
      if (good![run]!.failed) continue;
      expect(poor![run]!.commit_s).toBeGreaterThanOrEqual(good![run]!.commit_s);
      expect(worst![run]!.commit_s).toBeGreaterThanOrEqual(poor![run]!.commit_s);
      if (poor![run]!.commit_s > good![run]!.commit_s) later++;
      if (worst![run]!.commit_s < Infinity) continue;
      expect(worst![run]!.short_m).toBeGreaterThan(0);
      expect(worst![run]!.short_m).toBeLessThan(Infinity);
    }
    expect(later).toBeGreaterThan(RUNS / 2);
    expect(worst!.filter(({ commit_s }) => commit_s === Infinity).length).toBeGreaterThan(RUNS / 2);
    // As long as a battery could have fired the reason was the track.
    expect(good!.every(({ failed, short_m }) => failed || short_m === 0)).toBe(true);
    expect([REFUSAL.trackTooPoor, REFUSAL.outOfReach]).toContain(worst!.find(({ commit_s }) => commit_s === Infinity)!.refusal);
  });

  it('holds for interceptors in orbit: they wait for a better track, or are not sent', () => {
    const first = [1, 30].map((worse) => {
      const { plan } = compileScenario('01-ten-icbms-notional-shell.yaml', ['variants=2', 'tracker=covariance', 'raid[0].count=2', `sensors[0].angularError_urad=${30 * worse}`, 'interceptors[0].interceptor.commitGate_km=20']);
      const runner = createRunner(chart({ ...plan, layers: plan.layers.slice(0, 1) }, cache));
      return Array.from({ length: 15 }, (_, run) => {
        runner.run(SEED, run);
        const { orders, truth, trackShort_m, refusal } = runner.world;
        return [0, 1].map((m) => {
          let commit_s = Infinity;
          for (let i = 0; i < orders.count; i++) if (orders.target[i] === m) commit_s = Math.min(commit_s, orders.commit_s[i]! - truth.launch_s[m]!);
          return { commit_s, short_m: trackShort_m[m]!, refusal: refusal[m]! };
        });
      }).flat();
    }) as [{ commit_s: number; short_m: number; refusal: number }[], { commit_s: number; short_m: number; refusal: number }[]];
    const [good, poor] = first;
    good.forEach(({ commit_s }, i) => expect(poor[i]!.commit_s).toBeGreaterThanOrEqual(commit_s));
    expect(good.filter(({ commit_s }) => commit_s < Infinity).length).toBeGreaterThan(15);
    expect(poor.every(({ commit_s }) => commit_s === Infinity)).toBe(true);
    expect(poor.some(({ short_m, refusal }) => short_m > 0 && short_m < Infinity && refusal === REFUSAL.trackTooPoor)).toBe(true);
  });

  it('is the cause of getting through, by what it lacked at its best, though the window closes while it waits', () => {
    // Radars at the target see it to the end; no interceptor gets there any more.
    const wide = ['sensors=[{ use: sbirs-geo }, { use: uewr-clear }, { use: tpy-2, at: chicago, sectorWidth_deg: 360, faces: 4, range_km: 5000 }]'], gates = (km: number) => [0, 1].map((i) => `interceptors[${i}].interceptor.commitGate_km=${km}`);
    const poor = createRunner(chart(planOf([...wide, ...gates(0.01)]), cache));
    let found = 0;
    for (let run = 0; run < 20; run++) {
      poor.run(SEED, run);
      const { truth, trackShort_m, orders } = poor.world;
      if (truth.fate[0] === FATE.failed) continue;
      expect(orders.count).toBe(0);
      expect(LEAK_CAUSES[poor.causes[0]!]).toBe('trackTooPoor');
      // A gate wider by a little more than was lacking lets it be shot at, one by a little less does not.
      const lacked_km = trackShort_m[0]! / 1000;
      for (const [share, fires] of [[1.001, true], [0.999, false]] as const) {
        const changed = createRunner(chart(planOf([...wide, ...gates(0.01 + lacked_km * share)]), cache));
        changed.run(SEED, run);
        expect(changed.world.orders.count > 0).toBe(fires);
      }
      if (++found === 4) break;
    }
    expect(found).toBe(4);
  });

  it('says in a replay when a track became good enough', () => {
    const { events } = replayRun(chart(planOf(['interceptors[0].interceptor.commitGate_km=5', 'interceptors[1].interceptor.commitGate_km=5']), cache), SEED, 0);
    const told = events.filter(({ kind }) => kind === 'track').map(({ text }) => text);
    expect(told[0]).toMatch(/^track too poor for gbi at [a-z-]+: the meeting point is known to [\d.]+ km, its impact to [\d.]+ km; 5 km is asked for$/);
    expect(told.some((text) => text.startsWith('track good enough'))).toBe(true);
  });

  it('is not there when prediction is perfect: the tracker then changes nothing', () => {
    const outcomes = ['delay', 'covariance'].map((model) => {
      const runner = createRunner(chart(compileScenario(GROUND_ONLY, ['variants=4', `tracker=${model}`, 'command.prediction=perfect']).plan, cache));
      return Array.from({ length: 30 }, (_, run) => {
        runner.run(SEED, run);
        return [runner.world.truth.fate[0], runner.world.truth.end_s[0], runner.world.orders.count];
      });
    });
    expect(outcomes[1]).toEqual(outcomes[0]);
  });
});

it('a kill vehicle that cannot correct what its last update was wrong by does not hit', () => {
  const runner = createRunner(chart(planOf(['interceptors[0].interceptor.divert_kmps=0', 'interceptors[1].interceptor.divert_kmps=0']), cache));
  let shots = 0;
  for (let run = 0; run < 20; run++) {
    runner.run(SEED, run);
    const { orders } = runner.world;
    for (let i = 0; i < orders.count; i++) {
      if (orders.result[i] === RESULT.targetAlreadyGone) continue;
      shots++;
      expect(orders.result[i]).toBe(RESULT.mispredicted);
      expect(orders.margin[i]).toBeLessThan(0);
      expect(orders.miss_m[i]).toBeGreaterThan(0);
    }
  }
  expect(shots).toBeGreaterThan(20);
});

describe('telling warheads from decoys', () => {
  const withDecoys = (plan: Plan): Plan => ({
    ...plan,
    attacks: plan.attacks.map((attack) => ({ ...attack, threat: { ...(attack.threat as BallisticThreatPlan), inFlightFailure_prob: 0, decoys: { perMissile_count: 4, ballisticCoefficient_kgpm2: 2000, separation_mps: 2 } } })),
    layers: plan.layers.map((layer) => ({ ...layer, singleShotKill_prob: 1, commonMode: [] })),
  });
  const count = (overrides: readonly string[]) => {
    const geometry = chart(planOf(['tracker.misassociation_prob=0', ...overrides], withDecoys), cache), runner = createRunner(geometry), found = { shots: 0, leaked: 0, held: 0, heldWarheads: 0, doubt: 0 };
    for (let run = 0; run < 60; run++) {
      runner.run(SEED, run);
      const { orders, truth, belief } = runner.world;
      found.shots += orders.count;
      geometry.linked.missiles.forEach(({ isLethal }, m) => {
        if (belief.lethal_prob[m]! < 1) found.doubt++;
        if (belief.heldAsDecoy[m] === 1) found.held++;
        if (!isLethal) return;
        if (truth.fate[m] === FATE.leaked) found.leaked++;
        if (belief.heldAsDecoy[m] === 1 && truth.fate[m] === FATE.leaked) found.heldWarheads++;
      });
    }
    return found;
  };

  it('saves rounds, and costs the warheads that are taken for decoys', () => {
    const all = count([]), sure = count(['discrimination.engageAbove=0.5']);
    expect(all.shots).toBe(60 * 5);
    expect(all.held).toBe(0);
    expect(all.leaked).toBe(0);
    expect(all.doubt).toBeGreaterThan(0);
    expect(sure.shots).toBeLessThan(all.shots);
    expect(sure.leaked).toBe(sure.heldWarheads);
    expect(sure.heldWarheads).toBeGreaterThan(0);
  });

  it('that never errs shoots at the warhead alone', () => {
    const perfect = ['infrared', 'narrowBandRadar', 'wideBandRadar'].flatMap((kind) => [`discrimination.${kind}.warheadAsWarhead=1`, `discrimination.${kind}.decoyAsWarhead=0`, `discrimination.${kind}.time_s=0`]);
    expect(count(['discrimination.engageAbove=0.9', ...perfect])).toMatchObject({ shots: 60, leaked: 0, heldWarheads: 0 });
  });
});
