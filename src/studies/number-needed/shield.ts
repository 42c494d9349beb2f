/** The space layers of a plan as a shield to count: who can meet the missiles of one attack after the plan's own release rule. */
import { copyAscent, createTrack, raiseToFloor } from '../../engine/tracks/believe.js';
import { earliestSpaceRelease_s } from '../../engine/sensing/earliest-release.js';
import { chart } from '../../engine/geometry.js';
import type { Plan } from '../../scenario/plan/plan.js';
import { shellSatellites_count } from '../../scenario/plan/shield-counts.js';
import type { Watch } from './in-reach.js';
import type { Shield, ShieldShell } from './losses.js';
import { meetingSet } from './meeting-set.js';

/** Flights of the attack that are counted. */
const FLIGHTS = 4;

export interface PlanShield {
  readonly shield: Shield;
  /** Age at which the rule lets a space layer fire at the earliest. */
  readonly commit_s: number;
  /** When the first of the boosts ends. */
  readonly burnout_s: number;
  readonly satellites_count: number;
}

export type NoShield = 'no-space-layer' | 'never-released';

/** Of attack `index` only the first target is flown. The shield is watched over `watch`; what is wanted are all the attack's shots at once. */
export function shieldOf(plan: Plan, index: number, watch: Watch, seed: number): PlanShield | NoShield {
  const layers = plan.layers.filter((layer) => layer.kind === 'space'), attack = plan.attacks[index];
  if (layers.length === 0) return 'no-space-layer';
  const geometry = chart({ ...plan, layers, attacks: [{ ...attack, targets: attack.targets.slice(0, 1) }], variants_count: Math.min(FLIGHTS, plan.variants_count) });
  const commit_s = earliestSpaceRelease_s(geometry, 0, 0), { variants } = geometry.trajectories[0][0];
  if (!(commit_s < Infinity)) return 'never-released';
  const shells = layers.map(({ shell, interceptor, perSatellite_count }): ShieldShell => ({
    shell, perSatellite_count,
    flights: variants.map(({ ascent }) => {
      const track = createTrack(ascent.step_s);
      copyAscent(ascent, commit_s, track);
      raiseToFloor(track.stretch, interceptor.floor_m);
      return { set: meetingSet(shell, interceptor, track.stretch, commit_s), age_s: 0 };
    }),
  }));
  return {
    shield: { shells, wanted: plan.command.shotsPerTarget * attack.count, watch, seed }, commit_s,
    burnout_s: Math.min(...variants.map(({ burnout_s }) => burnout_s)),
    satellites_count: layers.reduce((sum, { shell }) => sum + shellSatellites_count(shell), 0),
  };
}
