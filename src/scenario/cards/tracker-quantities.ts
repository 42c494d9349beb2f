/** Numbers of the covariance tracker, of telling warheads from decoys, and of what an interceptor wants of a track, with range and one sentence each. */
import type { Quantities } from './quantity.js';

export const TRACKER_COVARIANCE = {
  latency_s: { min: 0, max: 600, doc: 'Age of the newest measurement in the state that the decision-maker has.' },
  priorPosition_km: { min: 0, above: true, max: 2_000, doc: 'One standard deviation of where a missile is before anything is measured, from its class and where such missiles stand.' },
  priorVelocity_kmps: { min: 0, above: true, max: 10, doc: 'The same of its velocity.' },
  boostMismatch_g: { min: 0, max: 10, doc: 'How far the acceleration of a missile under thrust is from that of its class: one standard deviation.' },
  boostMismatchLasts_s: { min: 0, above: true, max: 300, doc: 'Time for which such a difference lasts.' },
  manoeuvre_g: { min: 0, max: 20, doc: 'Acceleration in turns of what steers in the air, that nobody foresees: one standard deviation.' },
  manoeuvreLasts_s: { min: 0, above: true, max: 600, doc: 'Time for which a turn lasts.' },
  biasShare: { min: 0, max: 3, doc: "A sensor's error that is the same in all its looks of a run, as a share of the error of one look." },
  associationGate: { min: 0, max: 20, doc: 'Neighbours nearer than so many standard deviations may be taken for the object.' },
  misassociation_prob: { min: 0, max: 1, doc: 'Chance that a measurement is of a neighbour that is so near.' },
  overHorizonError_km: { min: 0, above: true, max: 500, doc: 'One standard deviation of a place, each axis, from a radar that looks over the horizon.' },
  airTrackerError_m: { min: 0, above: true, max: 100_000, doc: 'The same from satellites that follow things in the air.' },
  handOver_s: { min: 1, max: 600, doc: "Time before the meeting at which a ground interceptor's kill vehicle gets the last update and steers by itself." },
  spaceGate_km: { min: 0, above: true, max: 100_000, doc: 'Largest predicted error of the meeting point at which an interceptor in orbit is sent, where its card has none.' },
  groundGate_km: { min: 0, above: true, max: 100_000, doc: 'The same of a ground interceptor.' },
  groundDivert_kmps: { min: 0, max: 10, doc: "Velocity that a ground interceptor's kill vehicle keeps for correcting, where its card has none." },
} as const satisfies Quantities;

export const DISCRIMINATION = {
  engageAbove: { min: 0, max: 1, doc: 'Objects believed to be warheads with less than this chance are not shot at; 0 shoots at everything.' },
  priorWarhead: { min: 0, above: true, max: 1, doc: 'Expected share of warheads among objects that one missile has set free, before any is told from another.' },
  wideBandRangeError_m: { min: 0, max: 10_000, doc: 'A radar that measures range at least this well tells objects apart as wide-band radars do.' },
} as const satisfies Quantities;

/** How well one kind of sensor tells warheads from decoys; a half of both is not at all. */
export const DISCRIMINATOR = {
  warheadAsWarhead: { min: 0.5, max: 1, doc: 'Share of warheads that it calls warheads in the end.' },
  decoyAsWarhead: { min: 0, max: 0.5, doc: 'Share of decoys that it calls warheads in the end.' },
  time_s: { min: 0, max: 10_000, doc: 'Time under watch after which 63 % of that has been reached.' },
} as const satisfies Quantities;

/** What an interceptor wants of a track; a card may leave it out. */
export const TRACK_NEED = {
  commitGate_km: { min: 0, above: true, max: 100_000, optional: true, doc: 'Largest predicted error of the meeting point (one standard deviation, all axes together) at which it is sent; with `tracker: covariance`.' },
} as const satisfies Quantities;
export const GROUND_TRACK_NEED = {
  ...TRACK_NEED,
  divert_kmps: { min: 0, max: 10, optional: true, doc: 'Velocity that its kill vehicle keeps for correcting a wrong prediction; with `tracker: covariance`.' },
} as const satisfies Quantities;
