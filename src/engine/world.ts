/**
 * The state of one run, every field once. Truth, what is believed of it, and what has been ordered are different tables,
 * so that a handler's signature says what it may know. Times in seconds from the start of the raid.
 */
import { createTable } from '../kernel/table.js';
import type { Table } from '../kernel/table.js';
import type { Batteries } from './reach/battery.js';
import type { NetState } from './command/net.js';
import type { DrawnPlacement } from './sensing/placement.js';

/** `harmless`: a decoy at the end of its flight; `prevented`: never launched; `disrupted`: stopped in flight without an interceptor. */
export const FATE = { flying: 0, killed: 1, failed: 2, leaked: 3, harmless: 4, prevented: 5, disrupted: 6 } as const;
export const RESULT = { pending: 0, kill: 1, miss: 2, commonMode: 3, mispredicted: 4, shortfall: 5, targetAlreadyGone: 6 } as const;

const TRUTH = {
  attack: 'i32', aim: 'i32', variant: 'i32', fate: 'u8', killedBy: 'i32', isDisrupted: 'u8',
  launch_s: 'f64', burnout_s: 'f64', impact_s: 'f64', failure_s: 'f64', end_s: 'f64',
} as const;

const BELIEF = {
  infrared_count: 'i32', radar_count: 'i32', believedGone: 'u8', assigned: 'u8', unarmed: 'u8', radarFull: 'u8', isElsewhere: 'u8', heldAsDecoy: 'u8',
  sighted_s: 'f64', bothKinds_s: 'f64', tracked_s: 'f64', queued_s: 'f64', queuedAt: 'i32', threatened_count: 'f64', lethal_prob: 'f64',
} as const;

const ORDERS = {
  target: 'i32', element: 'i32', group: 'i32', satellite: 'i32', number: 'i32', result: 'u8', isCalledHit: 'u8',
  commit_s: 'f64', intercept_s: 'f64', assessed_s: 'f64', x_m: 'f64', y_m: 'f64', z_m: 'f64', margin: 'f64', miss_m: 'f64',
} as const;

/** One row an object (a warhead or a decoy; a missile with one warhead is one): what really happens. Only the resolver, the sensors and the record read it. */
export type Truth = Table<typeof TRUTH>;
/** One row an object: what the defence has been told. `tracked_s` is when some rule of release was first met, whether or not a layer waits for it; `queued_s` the longest that a report waited at a link of the command graph, and `queuedAt` which; `threatened_count` the people where it falls, NaN while that is not known; `isElsewhere`: it falls outside the preferred places; `lethal_prob` the believed chance that it is a warhead; `heldAsDecoy`: not shot at for it. */
export type Belief = Table<typeof BELIEF>;
/** One row a shot. `miss_m` is what its kill vehicle must correct by itself after the last update. */
export type Orders = Table<typeof ORDERS>;

export interface World {
  readonly truth: Truth;
  readonly belief: Belief;
  readonly orders: Orders;
  /** When the rule of a group was met by reports about an object, and when the group may fire at it: `missile · groups + group`. */
  readonly evidence_s: Float64Array;
  readonly release_s: Float64Array;
  /** Where reports go through a command graph: those that have come to a group, by kind, and which part of the graph kept some from it (`partName`), −1 for none; empty without a graph. */
  readonly infraredOf_count: Int32Array;
  readonly radarOf_count: Int32Array;
  readonly cut: Int32Array;
  /** What of the command graph works in this run; null without one. */
  readonly net: NetState | null;
  /** Shots ordered at and not yet assessed, by missile and group: `missile · groups + group`. */
  readonly pending: Int32Array;
  readonly fired: Int32Array;
  /** Moment at which the last shot of that missile and group will be assessed. */
  readonly assessed_s: Float64Array;
  /** Moment of the next decision that waits in the queue because a prediction may still improve. */
  readonly nextDecision_s: Float64Array;
  /** Why the layer could not fire at the object when it last tried (REFUSAL in ground-options.ts), and by how much. */
  readonly refusal: Uint8Array;
  readonly refusalMargin: Float64Array;
  /** By how much a track has been too poor for the layer's gate, at its best so far, m: 0 once it was good enough, Infinity before it was asked. */
  readonly trackShort_m: Float64Array;
  /** Rounds left of each ground battery, by element; rounds used of each satellite, by element. */
  readonly rounds: Int32Array;
  readonly used: readonly Uint8Array[];
  /** Launchers and radars of ground batteries, by element. */
  readonly batteries: Batteries;
  /** Node and phase of each shell in this run at t = 0, by element. */
  readonly node_rad: Float64Array;
  readonly phase_rad: Float64Array;
  epoch_s: number;
  /** Of each sensor's satellites in this run. */
  readonly placements: readonly DrawnPlacement[];
  /** When each sensor first sighted an object: from then on it measures it. `missile · sensors + sensor`. */
  readonly seenFrom_s: Float64Array;
  /** 1 where a radar follows an object or has let it go: `missile · sensors + sensor`. */
  readonly isTracked: Uint8Array;
  /** Objects that each radar follows, and until when it could. */
  readonly tracks: readonly RadarTracks[];
}

export interface RadarTracks {
  count: number;
  readonly object: Int32Array;
  readonly until_s: Float64Array;
}

/** `tracksBySensor`: objects that each sensor can follow at once; 0 for what is no radar. */
export function createWorld(missiles: number, groups: number, satellitesByElement: readonly number[], maxShots: number, tracksBySensor: readonly number[], batteries: Batteries, net: NetState | null = null): World {
  const elements = satellitesByElement.length, counted = net === null ? 0 : missiles * groups;
  return {
    truth: createTable(TRUTH, missiles),
    belief: createTable(BELIEF, missiles),
    orders: createTable(ORDERS, Math.max(1, maxShots)),
    evidence_s: new Float64Array(missiles * groups),
    release_s: new Float64Array(missiles * groups),
    infraredOf_count: new Int32Array(counted),
    radarOf_count: new Int32Array(counted),
    cut: new Int32Array(counted),
    net,
    pending: new Int32Array(missiles * groups),
    fired: new Int32Array(missiles * groups),
    assessed_s: new Float64Array(missiles * groups),
    nextDecision_s: new Float64Array(missiles * groups),
    refusal: new Uint8Array(missiles * groups),
    refusalMargin: new Float64Array(missiles * groups),
    trackShort_m: new Float64Array(missiles * groups),
    rounds: new Int32Array(elements),
    used: satellitesByElement.map((count) => new Uint8Array(count)),
    batteries,
    node_rad: new Float64Array(elements),
    phase_rad: new Float64Array(elements),
    epoch_s: 0,
    placements: tracksBySensor.map(() => ({ epoch_s: 0, node_rad: 0, phase_rad: 0, shift_s: 0 })),
    seenFrom_s: new Float64Array(missiles * tracksBySensor.length),
    isTracked: new Uint8Array(missiles * tracksBySensor.length),
    tracks: tracksBySensor.map((most) => ({ count: 0, object: new Int32Array(Math.min(most, missiles)), until_s: new Float64Array(Math.min(most, missiles)) })),
  };
}

/** What a decision may know: everything but the truth. */
export type Known = Omit<World, 'truth'>;
