/**
 * In which part of its flight an object was stopped, by what it was doing then. Terminal is the end that a defence of places
 * sees: below the height where a ballistic body meets the air, or, for what flies in the air all the way, its last minute.
 */
import { ephemerisAt } from '../../kernel/flight/ephemeris.js';
import { altitude_m } from '../../kernel/earth/geodesy.js';
import type { Geometry } from '../geometry.js';
import type { World } from '../world.js';

/** `postBoost`: after burn-out, still on board of its missile. */
export const KILL_PHASES = ['boost', 'postBoost', 'midcourse', 'terminal', 'glide', 'cruise'] as const;
export type KillPhase = (typeof KILL_PHASES)[number];

/** A ballistic body that comes down is in its terminal phase below this height. */
export const TERMINAL_BELOW_M = 120_000;
/** So long before impact what flies in the air is. */
export const TERMINAL_LAST_S = 60;

/** Index in KILL_PHASES of the moment at which the object's flight ended. */
export function phaseAtEnd({ trajectories, linked, scratch: { state } }: Geometry, { truth }: World, m: number): number {
  const { attack, aim } = linked.missiles[m], variant = trajectories[attack][aim].variants[truth.variant[m]], { model } = linked.plan.attacks[attack].threat;
  const age_s = truth.end_s[m] - truth.launch_s[m];
  if (age_s <= variant.burnout_s && variant.burnout_s > 0) return BOOST;
  if (model === 'boost-glide' || model === 'cruise') return age_s >= variant.impact_s - TERMINAL_LAST_S ? TERMINAL : model === 'cruise' ? CRUISE : GLIDE;
  if (age_s < variant.released_s) return POST_BOOST;
  ephemerisAt(variant.ephemeris, age_s, state);
  const isComingDown = state[0] * state[3] + state[1] * state[4] + state[2] * state[5] < 0;
  return isComingDown && altitude_m(state[0], state[1], state[2]) < TERMINAL_BELOW_M ? TERMINAL : MIDCOURSE;
}

const BOOST = 0, POST_BOOST = 1, MIDCOURSE = 2, TERMINAL = 3, GLIDE = 4, CRUISE = 5;
