/**
 * What one run leaves behind. `RunOutcome` is the small, countable part that every run of a study writes;
 * `Replay` is the whole story of one run, made by running it again with the log switched on (same code, same luck).
 */

import type { KillPhase } from './kill-phase.js';
import type { FunnelStep } from './layer-funnel.js';

/** Why a missile got through, in the order of the chain. Names are a contract (issue F adds the detail behind them). */
export const LEAK_CAUSES = [
  'notDetected', 'notTracked', 'trackTooPoor', 'noShooterInReach', 'tooLate', 'magazineEmpty',
  'authorityTooSlow', 'assignedElsewhere', 'mispredicted', 'missed', 'commonMode', 'misclassified',
] as const;
export type LeakCause = (typeof LEAK_CAUSES)[number];

/** Unit of the margin of a broken link. */
export type MarginUnit = 's' | 'm/s' | 'm' | 'shots' | 'objects' | 'probability' | '';

/** `harmless`: a decoy that nobody stopped; `disrupted`: stopped in flight without an interceptor, as the scenario states. What is never launched is in no replay. */
export type Fate = 'leaked' | 'killed' | 'failed' | 'harmless' | 'disrupted';

/** One instant of a run, as told to people. Times in seconds from the start of the raid. */
export interface RunEvent {
  readonly t_s: number;
  readonly kind: 'launch' | 'burnout' | 'failure' | 'sighting' | 'saturated' | 'track' | 'report' | 'evidence' | 'release' | 'commit' | 'intercept' | 'assessment' | 'impact' | 'lost' | 'alone' | 'cutOff';
  /** Key of the missile, as in `raid[0]/3`. */
  readonly target: string;
  /** Sensor or shooter concerned, or empty. */
  readonly by: string;
  readonly layer: string;
  /** Plain words. */
  readonly text: string;
  readonly result: '' | 'kill' | 'miss' | 'commonMode' | 'mispredicted' | 'shortfall' | 'targetAlreadyGone';
}

export interface Alternative {
  readonly shooter: string;
  readonly intercept_s: number;
  /** Why it was not taken. */
  readonly reason: string;
}

export interface Decision {
  readonly t_s: number;
  readonly target: string;
  readonly layer: string;
  /** Empty when nobody could be chosen. */
  readonly shooter: string;
  readonly reason: string;
  readonly alternatives: readonly Alternative[];
  /** Chance that the shot kills, nothing shared failing; with a shooter only. */
  readonly kill_prob?: number;
  /** What the target was worth to the decision, relative to a defended place on average. */
  readonly value?: number;
  /**
   * Of decisions taken jointly: the value that all shots of that decision save on average, the most that any choice of shots at
   * that moment could, as proved, and how far short of it the decision may be, as a share. The bound speaks of this one decision, not of
   * the future.
   */
  readonly saved?: number;
  readonly bound?: number;
  readonly gap?: number;
}

/** A path in the Earth-fixed frame: parallel columns, times from the start of the raid. */
export interface EcefPath {
  readonly t_s: Float64Array;
  /** x, y, z of each sample in turn. */
  readonly position_ecef_m: Float64Array;
}

/** One object: a warhead or a decoy, with its missile until it is set free. */
export interface ReplayMissile {
  readonly key: string;
  readonly isDecoy: boolean;
  /** When it leaves its missile; the end of the boost where it is the only one. */
  readonly released_s: number;
  readonly attack: number;
  readonly target: string;
  readonly launch_s: number;
  readonly burnout_s: number;
  /** When and where the story ends: kill, failure or impact. */
  readonly end_s: number;
  readonly fate: Fate;
  /** Layer that killed it, or empty, and in which part of its flight. */
  readonly killedBy: string;
  readonly killedIn: KillPhase | '';
  readonly cause: LeakCause | '';
  /** The link of the chain that broke, in plain words, and by how much (seconds late, m/s short…). */
  readonly link: string;
  readonly margin: number | null;
  readonly marginUnit: MarginUnit;
  readonly path: EcefPath;
}

export interface ReplayShot {
  readonly layer: string;
  readonly kind: 'space' | 'ground';
  readonly shooter: string;
  /** Index of the satellite in its shell (plane · perPlane + slot), or −1 for a ground battery. */
  readonly satellite: number;
  readonly target: string;
  readonly commit_s: number;
  readonly intercept_s: number;
  readonly result: RunEvent['result'];
  readonly path: EcefPath;
}

/** Elements of a shell in this run, from which a face can move every satellite by itself. */
export interface ReplayShell {
  readonly layer: string;
  readonly altitude_m: number;
  readonly inclination_rad: number;
  readonly planes_count: number;
  readonly perPlane_count: number;
  readonly phasing: number;
  /** Node of plane 0 and phase of its slot 0 at t = 0, in the inertial frame that coincides with Earth-fixed axes at t = 0. */
  readonly node_rad: number;
  readonly phase_rad: number;
  readonly meanMotion_radps: number;
  readonly nodeRate_radps: number;
}

/** A satellite that could have met a missile if it had been committed in time. */
export interface InReach {
  readonly layer: string;
  readonly satellite: number;
  readonly target: string;
  /** Earliest moment it could be committed (first sighting) and the latest at which it still gets there. */
  readonly from_s: number;
  readonly to_s: number;
}

/** A site, or a satellite over the equator: it stands still in the Earth-fixed frame. */
export interface ReplaySensor {
  readonly key: string;
  readonly name: string;
  readonly model: string;
  readonly position_ecef_m: readonly [number, number, number];
}

/** A satellite that moves. */
export interface MovingSensor {
  readonly key: string;
  readonly name: string;
  readonly model: string;
  readonly path: EcefPath;
}

/** A stretch of time in which a sensor sees an object: a look from there has a chance to detect it. */
export interface SeenStretch {
  readonly target: string;
  /** Key of the sensor. */
  readonly by: string;
  readonly from_s: number;
  readonly to_s: number;
}

/** What became of the lethal objects of this run at one layer. */
export interface ReplayLayer {
  readonly name: string;
  readonly funnel: Readonly<Record<FunnelStep | 'passedOn', number>>;
}

export interface Replay {
  readonly seed: number;
  readonly run: number;
  /** UTC of t = 0, seconds since 2000-01-01T12:00:00 UTC. */
  readonly epoch_s: number;
  readonly end_s: number;
  readonly missiles: readonly ReplayMissile[];
  readonly shots: readonly ReplayShot[];
  readonly layers: readonly ReplayLayer[];
  readonly shells: readonly ReplayShell[];
  readonly inReach: readonly InReach[];
  readonly sensors: readonly ReplaySensor[];
  readonly movingSensors: readonly MovingSensor[];
  /** Who sees each object when, to a few seconds. */
  readonly seen: readonly SeenStretch[];
  readonly events: readonly RunEvent[];
  readonly decisions: readonly Decision[];
  /** SHA-256 of this run's outcome, equal to the digest that entered `recordHash`. */
  readonly digest: string;
}
